// The section [tiles] of the study file.
#include "tests/study/study_folder.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace papar {
namespace {

using testing::ElementsAre;

Study study_with(const std::string& text) {
    return read_study(StudyFolder(text + "\n" + sample_text).file());
}

// With [tiles] on the first line, `text` on the second.
std::string sentence(const std::string& text) {
    return sentence_of(StudyFolder("[tiles]\n" + text + "\n" + sample_text), ErrorKind::usage);
}

TEST(TilesSection, thereAreNoneUnlessItIsThere) {
    EXPECT_FALSE(study_with("").tiles);
    EXPECT_EQ(study_with("[tiles]").tiles, TilesSettings{});
}

TEST(TilesSection, setsWhatTheCommandHasOptionsFor) {
    const TilesSettings tiles = *study_with(R"([tiles]
formats = ["mbtiles", "dir"]
zoom = [6, 13]
rasters = ["banjir_risiko", "wilayah"]
limits = [0.25, 0.5]
overview = "mode"
size = 512
url = "https://peta.contoh.id/krb/"
attribution = "BPBD")")
                                     .tiles;
    EXPECT_EQ(tiles.formats, (TileFormats{false, true, true}));
    EXPECT_EQ(tiles.zooms, (ZoomRange{6, 13}));
    EXPECT_THAT(tiles.rasters, ElementsAre("banjir_risiko", "wilayah"));
    EXPECT_THAT(tiles.limits, ElementsAre(0.25, 0.5));
    EXPECT_EQ(tiles.overview, Overview::mode);
    EXPECT_EQ(tiles.tile_pixels, 512);
    EXPECT_EQ(tiles.url, "https://peta.contoh.id/krb");
    EXPECT_EQ(tiles.attribution, "BPBD");
}

TEST(TilesSection, namesATerrainFromTheStudysFolder) {
    const StudyFolder folder("[tiles]\nterrain = \"longsor.tif\"\n" + sample_text);
    const Study study = read_study(folder.file());
    EXPECT_EQ(study.tiles->terrain.name, "longsor.tif");
    EXPECT_EQ(study.tiles->terrain.path, study.folder / "longsor.tif");
    EXPECT_THAT(study.tiles->terrain.where, testing::EndsWith("study.toml:2:11"));
    EXPECT_THAT(settings_as_json(study), testing::HasSubstr("\"terrain\": \"longsor.tif\""));
    EXPECT_EQ(sentence_of(StudyFolder("[tiles]\nterrain = \"longor.tif\"\n" + sample_text), ErrorKind::input),
              "study.toml:2:11: the terrain file longor.tif does not exist; did you mean \"longsor.tif\"?");
}

TEST(TilesSection, setsWhatImagesHold) {
    const TilesSettings tiles =
        *study_with("[tiles]\nformats = [\"dir\"]\npeople = true\nimage = \"webp\"\nvalues = 16\nretina = true").tiles;
    EXPECT_TRUE(tiles.people);
    EXPECT_TRUE(tiles.webp);
    EXPECT_EQ(tiles.value_bits, 16);
    EXPECT_TRUE(tiles.retina);
    EXPECT_EQ(sentence("values = 12"), "study.toml:2:10: [tiles] values is 12; values of an index have 8 or 16 bits");
    EXPECT_EQ(
        sentence("retina = true"),
        "study.toml:2:10: [tiles] retina stands for images of 512 pixels beside those of 256 in a folder; it needs "
        "\"dir\" among the formats, and no size");
}

TEST(TilesSection, saysWhatIsWrong) {
    EXPECT_EQ(sentence("zoom = [9, 6]"),
              "study.toml:2:8: [tiles] zoom must be the first and the last zoom, 0 to 26, e.g. [6, 13]");
    EXPECT_EQ(sentence("formats = [\"zip\"]"),
              "study.toml:2:11: [tiles] formats names \"zip\"; formats are pmtiles, mbtiles and dir");
    EXPECT_EQ(sentence("size = 300"), "study.toml:2:8: [tiles] size is 300; tiles have 256 or 512 pixels a side");
    EXPECT_EQ(sentence("overview = \"mean\""),
              "study.toml:2:12: [tiles] overview is \"mean\"; it must be one of max, mode");
}

}  // namespace
}  // namespace papar
