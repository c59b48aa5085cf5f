#include "engine/web/write_site.hpp"

#include "engine/base/error.hpp"
#include "engine/web/script_copy.hpp"
#include "engine/web/viewer_files.hpp"

#include "tests/web/small_result.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <string>

namespace papar {
namespace {

namespace fs = std::filesystem;
using testing::HasSubstr;

std::set<std::string> names_in(const fs::path& folder) {
    std::set<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        names.insert(entry.path().lexically_relative(folder).string());
    }
    return names;
}

std::string refusal(const fs::path& result, const SiteSettings& settings, ErrorKind kind) {
    try {
        write_site(result, settings);
    } catch (const Error& problem) {
        EXPECT_EQ(problem.kind(), kind) << problem.what();
        return problem.what();
    }
    return "no error";
}

TEST(ViewerFiles, AreThoseOfTheRepository) {
    ASSERT_EQ(viewer_files().size(), 4U);
    EXPECT_TRUE(std::ranges::is_sorted(viewer_files(), {}, &ViewerFile::path));
    std::size_t bytes = 0;
    for (const ViewerFile& file : viewer_files()) {
        const std::vector<std::byte> content = unpacked(file);
        const std::string text(reinterpret_cast<const char*>(content.data()), content.size());
        EXPECT_EQ(text, read_back(fs::path(PAPAR_SOURCE_DIR) / "tools/viewer/dist" / file.path)) << file.path;
        bytes += content.size();
    }
    EXPECT_LT(bytes, 1'500'000U);
}

TEST(ScriptCopy, Base64OfRfc4648) {
    // Section 10 of the RFC.
    EXPECT_EQ(base64(""), "");
    EXPECT_EQ(base64("f"), "Zg==");
    EXPECT_EQ(base64("fo"), "Zm8=");
    EXPECT_EQ(base64("foo"), "Zm9v");
    EXPECT_EQ(base64("foob"), "Zm9vYg==");
    EXPECT_EQ(base64("fooba"), "Zm9vYmE=");
    EXPECT_EQ(base64("foobar"), "Zm9vYmFy");
    EXPECT_EQ(base64("\xff\xfe\xfd"), "//79");  // by hand: 111111 111111 111011 111101
}

TEST(ScriptCopy, LongFilesArePaddedOnlyAtTheEnd) {
    const test::ScratchFolder folder;
    const std::string bytes((3U << 18) + 1, 'A');  // one more than a piece; "AAA" is "QUFB", "A" is "QQ=="
    write_file(folder / "long.pmtiles", bytes);
    write_script_copy(folder / "long.pmtiles", folder / "long.js");
    std::string expected = "papar_file(\"long.pmtiles\",\"";
    for (std::size_t i = 0; i < bytes.size() / 3; ++i) expected += "QUFB";
    EXPECT_EQ(read_back(folder / "long.js"), expected + "QQ==\");\n");
}

TEST(WriteSite, OneFolderWithEverything) {
    const test::SmallResult result;
    const test::ScratchFolder folder;
    write_file(result.tiles() / "wilayah.pmtiles", "foobar");
    const fs::path site = folder / "situs";
    write_site(result.path(), {site, {}, false});
    EXPECT_EQ(names_in(site), (std::set<std::string>{"README.txt", "data", "data/hasil.json.js",
                                                     "data/wilayah.pmtiles.js", "hasil.json", "index.html",
                                                     "licences.txt", "viewer.css", "viewer.js", "wilayah.pmtiles"}));
    EXPECT_EQ(read_back(site / "data/wilayah.pmtiles.js"), "papar_file(\"wilayah.pmtiles\",\"Zm9vYmFy\");\n");
    EXPECT_THAT(read_back(site / "README.txt"), HasSubstr("flash disk"));
    EXPECT_THAT(read_back(site / "data/hasil.json.js"), HasSubstr("papar_file(\"hasil.json\",{\"format\""));

    EXPECT_THAT(refusal(result.path(), {site, {}, false}, ErrorKind::usage), HasSubstr("--overwrite"));
    write_site(result.path(), {site, {}, true});
    write_file(site / "catatan.doc", "own");
    EXPECT_THAT(refusal(result.path(), {site, {}, true}, ErrorKind::usage), HasSubstr("catatan.doc"));
    EXPECT_EQ(read_back(site / "catatan.doc"), "own");
}

TEST(WriteSite, AnOlderSiteWithOtherRastersIsReplaced) {
    const test::SmallResult result;
    const test::ScratchFolder folder;
    const fs::path site = folder / "situs";
    write_file(result.tiles() / "wilayah.pmtiles", "foobar");
    write_file(result.tiles() / "kapasitas_kelas.pmtiles", "x");
    write_file(result.tiles() / "kapasitas_kelas.json", R"({"classes": []})");
    write_site(result.path(), {site, {}, false});
    EXPECT_TRUE(fs::exists(site / "kapasitas_kelas.pmtiles"));
    fs::remove(result.tiles() / "kapasitas_kelas.json");
    write_site(result.path(), {site, {}, true});
    EXPECT_FALSE(fs::exists(site / "kapasitas_kelas.pmtiles"));
}

TEST(WriteSite, NothingIsLeftOfASiteThatFailed) {
    const test::SmallResult result;
    const test::ScratchFolder folder;
    EXPECT_THAT(refusal(result.path(), {folder / "situs", {}, false}, ErrorKind::input), HasSubstr("wilayah.pmtiles"));
    write_file(result.tiles() / "wilayah.pmtiles", "foobar");
    write_file(folder / "peta.pmtiles", "no archive");
    EXPECT_THAT(refusal(result.path(), {folder / "situs", folder / "peta.pmtiles", false}, ErrorKind::input),
                HasSubstr("base map"));
    EXPECT_EQ(names_in(folder.path()), (std::set<std::string>{"peta.pmtiles"}));
}

}  // namespace
}  // namespace papar
