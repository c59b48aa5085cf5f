#include "engine/output/output_folder.hpp"

#include "engine/base/error.hpp"

#include "tests/output/example_result.hpp"
#include "tests/support/scratch_folder.hpp"
#include <gtest/gtest.h>
#include <sys/stat.h>
#include <unistd.h>

#include <fstream>
#include <iterator>
#include <optional>

namespace papar {
namespace {

namespace fs = std::filesystem;

void put(const fs::path& file, const std::string& text) {
    std::ofstream(file) << text;
}

std::string content(const fs::path& file) {
    std::ifstream in(file);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::ptrdiff_t entries(const fs::path& folder) {
    return std::distance(fs::directory_iterator(folder), fs::directory_iterator());
}

OutputSettings into(const fs::path& folder, bool overwrite = false) {
    return {folder, Language::id, overwrite};
}

template <typename Action>
std::optional<ErrorKind> error_of(Action action) {
    try {
        action();
    } catch (const Error& e) {
        return e.kind();
    }
    return {};
}

TEST(OutputFolder, TilesMayBeThereAndNothingElseBesideThem) {
    const test::ScratchFolder scratch;
    const fs::path final = scratch.path() / "hasil";
    fs::create_directories(final / "tiles/banjir/6/52");
    put(final / "tiles/banjir.pmtiles", "");
    put(final / "tiles/banjir_kelas.legend.svg", "");
    put(final / "tiles/banjir/6/52/34.png", "");
    EXPECT_FALSE(error_of([&] { const OutputFolder folder(into(final, true)); }));
    put(final / "tiles/banjir/6/catatan.txt", "");
    EXPECT_EQ(error_of([&] { const OutputFolder folder(into(final, true)); }), ErrorKind::usage);
}

TEST(OutputFolder, AppearsWithCommitAndNotBefore) {
    const test::ScratchFolder scratch;
    const fs::path final = scratch.path() / "hasil";
    {
        OutputFolder folder(into(final));
        put(folder.staging() / "run.json", "{}");
        EXPECT_EQ(folder.staging().parent_path(), fs::canonical(scratch.path()));
        EXPECT_FALSE(fs::exists(final));
        folder.commit();
        EXPECT_EQ(content(final / "run.json"), "{}");
    }
    EXPECT_EQ(content(final / "run.json"), "{}");
    EXPECT_EQ(entries(scratch.path()), 1);
}

TEST(OutputFolder, LeavesNothingWithoutCommit) {
    const test::ScratchFolder scratch;
    {
        const OutputFolder folder(into(scratch.path() / "hasil"));
        put(folder.staging() / "krb.gpkg", "half");
        EXPECT_EQ(entries(scratch.path()), 1);
    }
    EXPECT_EQ(entries(scratch.path()), 0);
}

TEST(OutputFolder, AcceptsTrailingSlashSpacesAndAnEmptyFolder) {
    const test::ScratchFolder scratch;
    const fs::path final = scratch.path() / "hasil ke-2, \"baru\"";
    fs::create_directory(final);
    OutputFolder folder(into(final / ""));
    put(folder.staging() / "run.json", "x");
    folder.commit();
    EXPECT_EQ(content(final / "run.json"), "x");
}

TEST(OutputFolder, RefusesAnExistingResultWithoutOverwrite) {
    const test::ScratchFolder scratch;
    put(scratch.path() / "run.json", "old");
    EXPECT_EQ(error_of([&] { OutputFolder folder(into(scratch.path())); }), ErrorKind::usage);
    EXPECT_EQ(content(scratch.path() / "run.json"), "old");
}

TEST(OutputFolder, OverwriteReplacesTheWholeResult) {
    const test::ScratchFolder scratch;
    const fs::path final = scratch.path() / "hasil";
    fs::create_directory(final);
    put(final / "run.json", "old");
    put(final / "krb.gpkg-wal", "left by a GIS");
    {
        OutputFolder folder(into(final, true));
        put(folder.staging() / "run.json", "new");
        EXPECT_EQ(content(final / "run.json"), "old");
        folder.commit();
    }
    EXPECT_EQ(content(final / "run.json"), "new");
    EXPECT_EQ(entries(final), 1);
    EXPECT_EQ(entries(scratch.path()), 1);
}

TEST(OutputFolder, WhatAGisLeftBesideOurFilesGoesWithThem) {
    const test::ScratchFolder scratch;
    const fs::path final = scratch.path() / "hasil";
    fs::create_directories(final / "rasters");
    fs::create_directories(final / "tiles/banjir/4/12");
    for (const char* name :
         {"krb.gpkg", "krb.gpkg.aux.xml", "krb.gpkg-shm", "krb.qmd", "rasters/kapasitas.tif", "rasters/kapasitas.qmd",
          "tiles/banjir.mbtiles", "tiles/banjir.mbtiles.aux.xml", "tiles/banjir.mbtiles-journal", "tiles/banjir.qmd",
          "tiles/banjir/4/12/8.png", "tiles/banjir/4/12/8.png.aux.xml"}) {
        put(final / name, "x");
    }
    {
        OutputFolder folder(into(final, true));
        folder.commit();
    }
    EXPECT_EQ(entries(final), 0);
    // Beside nothing of ours they are somebody else's.
    for (const char* name : {"catatan.qmd", "catatan.txt.aux.xml", "catatan.txt-wal"}) {
        put(final / name, "x");
        EXPECT_EQ(error_of([&] { OutputFolder folder(into(final, true)); }), ErrorKind::usage) << name;
        fs::remove(final / name);
    }
}

TEST(OutputFolder, OverwriteWithoutCommitKeepsTheOldResult) {
    const test::ScratchFolder scratch;
    const fs::path final = scratch.path() / "hasil";
    fs::create_directory(final);
    put(final / "run.json", "old");
    { const OutputFolder folder(into(final, true)); }
    EXPECT_EQ(content(final / "run.json"), "old");
    EXPECT_EQ(entries(scratch.path()), 1);
}

TEST(OutputFolder, NeverReplacesAFolderWithOtherFiles) {
    const test::ScratchFolder scratch;
    put(scratch.path() / "run.json", "old");
    put(scratch.path() / "laporan.docx", "hours of work");
    EXPECT_EQ(error_of([&] { OutputFolder folder(into(scratch.path(), true)); }), ErrorKind::usage);
    EXPECT_EQ(content(scratch.path() / "laporan.docx"), "hours of work");
}

TEST(OutputFolder, NoticesFilesThatCameDuringTheRun) {
    const test::ScratchFolder scratch;
    const fs::path final = scratch.path() / "hasil";
    OutputFolder folder(into(final));
    put(folder.staging() / "run.json", "late");
    fs::create_directory(final);
    put(final / "run.json", "another run was faster");
    EXPECT_EQ(error_of([&] { folder.commit(); }), ErrorKind::usage);
    EXPECT_EQ(content(final / "run.json"), "another run was faster");
}

TEST(OutputFolder, RefusesAFileInItsPlace) {
    const test::ScratchFolder scratch;
    put(scratch.path() / "hasil", "a file");
    EXPECT_EQ(error_of([&] { OutputFolder folder(into(scratch.path() / "hasil", true)); }), ErrorKind::usage);
}

TEST(OutputFolder, RefusesAMissingParent) {
    const test::ScratchFolder scratch;
    EXPECT_EQ(error_of([&] { OutputFolder folder(into(scratch.path() / "no" / "hasil")); }), ErrorKind::output);
}

TEST(OutputFolder, RefusesAnUnwritableParent) {
    const test::ScratchFolder scratch;
    ::chmod(scratch.path().c_str(), 0555);
    constexpr uid_t nobody = 65534;  // root may write anywhere, so it plays somebody else
    const uid_t self = ::geteuid();
    if (self == 0) {
        ASSERT_EQ(::seteuid(nobody), 0);
    }
    const auto kind = error_of([&] { OutputFolder folder(into(scratch.path() / "hasil")); });
    if (self == 0) {
        ASSERT_EQ(::seteuid(self), 0);
    }
    ::chmod(scratch.path().c_str(), 0755);
    EXPECT_EQ(kind, ErrorKind::output);
}

TEST(OutputFolder, FollowsALinkToTheFolderItself) {
    const test::ScratchFolder scratch;
    fs::create_directory(scratch.path() / "disk");
    fs::create_directory(scratch.path() / "disk" / "hasil");
    fs::create_directory_symlink(scratch.path() / "disk" / "hasil", scratch.path() / "link");
    OutputFolder folder(into(scratch.path() / "link"));
    put(folder.staging() / "run.json", "x");
    folder.commit();
    EXPECT_TRUE(fs::is_symlink(scratch.path() / "link"));
    EXPECT_EQ(content(scratch.path() / "disk" / "hasil" / "run.json"), "x");
}

TEST(OutputFolder, RefusesALoopOfLinks) {
    const test::ScratchFolder scratch;
    fs::create_symlink(scratch.path() / "b", scratch.path() / "a");
    fs::create_symlink(scratch.path() / "a", scratch.path() / "b");
    EXPECT_EQ(error_of([&] { OutputFolder folder(into(scratch.path() / "a")); }), ErrorKind::output);
}

TEST(OutputFolder, LeftOversOfAKilledRunDoNotStopTheNext) {
    const test::ScratchFolder scratch;
    OutputFolder first(into(scratch.path() / "hasil"));
    OutputFolder second(into(scratch.path() / "hasil"));  // the same process number, as in containers
    EXPECT_NE(first.staging(), second.staging());
}

TEST(OutputFolder, ReplacesAFolderOfRastersOnlyWhereItHoldsNothingElse) {
    const test::ScratchFolder scratch;
    const fs::path final = scratch.path() / "hasil";
    fs::create_directories(final / "rasters");
    put(final / "rasters" / "banjir.tif", "");
    put(final / "rasters" / "banjir.tif.aux.xml", "");
    {
        OutputFolder folder(into(final, true));
        fs::create_directory(folder.staging() / "rasters");
        put(folder.staging() / "rasters" / "longsor.tif", "new");
        folder.commit();
    }
    EXPECT_EQ(entries(final / "rasters"), 1);
    EXPECT_EQ(content(final / "rasters" / "longsor.tif"), "new");
    put(final / "rasters" / "catatan.txt", "");
    EXPECT_EQ(error_of([&] { OutputFolder{into(final, true)}; }), ErrorKind::usage);
    fs::remove_all(final / "rasters");
    put(final / "rasters", "a file of this name is nobody's");
    EXPECT_EQ(error_of([&] { OutputFolder{into(final, true)}; }), ErrorKind::usage);
}

}  // namespace
}  // namespace papar
