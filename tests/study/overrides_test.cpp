#include "tests/study/study_folder.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace papar {
namespace {

using testing::ElementsAre;
using testing::StartsWith;

Study with(const std::vector<Override>& overrides) {
    const StudyFolder folder;
    return read_study(folder.file(), overrides);
}

std::string refused(const Override& override) {
    return sentence_of(StudyFolder(), ErrorKind::usage, {override});
}

TEST(Overrides, replaceAndAddKeys) {
    EXPECT_EQ(with({{"zones.layer", "desa"}}).zones.layer, "desa");      // a bare word
    EXPECT_EQ(with({{"zones.layer", "\"desa\""}}).zones.layer, "desa");  // TOML
    EXPECT_EQ(with({{"zones.layer", "batas desa"}}).zones.layer, "batas desa");
    EXPECT_EQ(with({{"study.note", "Data \"fiktif\""}}).note, "Data \"fiktif\"");
    EXPECT_EQ(with({{"population.band", "3"}}).population.raster.band, 3);
    EXPECT_EQ(with({{"grid.area", "planar"}}).grid.area, AreaModel::planar);  // a section the file leaves out
    EXPECT_EQ(with({{"zones.layer", "a"}, {"zones.layer", "b"}}).zones.layer, "b");
}

TEST(Overrides, addressHazardsById) {
    const Study study = with({{"hazard.longsor.no_hazard", "0.1"}, {"hazard.banjir.breaks", "[0.5, 1, 2]"}});
    EXPECT_EQ(study.hazards[1].classes.no_hazard, 0.1);
    EXPECT_THAT(study.hazards[0].classes.breaks, ElementsAre(0.5, 1, 2));
    EXPECT_EQ(study.hazards[0].classes.labels.size(), 4U);
}

TEST(Overrides, breaksReplaceClassesAndTheReverse) {
    EXPECT_THAT(with({{"hazard.longsor.breaks", "[0.25]"}}).hazards[1].classes.breaks, ElementsAre(0.25));
    EXPECT_THAT(
        with({{"hazard.longsor.breaks", "[0.25]"}, {"hazard.longsor.classes", "modul"}}).hazards[1].classes.breaks,
        ElementsAre(0.333, 0.666));
}

TEST(Overrides, areTheirOwnPlace) {
    EXPECT_EQ(with({{"population.file", "banjir.tif"}}).population.raster.where, "--set population.file");
    EXPECT_EQ(refused({"zones.layr", "desa"}),
              "--set zones.layr: unknown key \"layr\" in [zones]; did you mean \"layer\"?");
    EXPECT_EQ(refused({"population.band", "x"}),
              "--set population.band: [population] band must be an integer; found a string");
    EXPECT_EQ(refused({"hazard.banjir.breaks", "[2, 1]"}),
              "--set hazard.banjir.breaks: hazard \"banjir\" breaks must rise; 1 comes after 2");
    EXPECT_EQ(refused({"hazard.banjir.breaks", "[1, \"2\"]"}),
              "--set hazard.banjir.breaks: hazard \"banjir\" breaks must be a list of numbers; found a string");
    EXPECT_EQ(refused({"zone.layer", "desa"}),
              "--set zone.layer: unknown key \"zone\" in the study; did you mean \"zones\"?");
    EXPECT_EQ(sentence_of(StudyFolder(), ErrorKind::input, {{"zones.file", "bata.gpkg"}}),
              "--set zones.file: the zones file bata.gpkg does not exist; did you mean \"batas.gpkg\"?");
}

TEST(Overrides, refuseKeysThatNameNothing) {
    EXPECT_THAT(refused({"layer", "desa"}), StartsWith("--set layer: the key must be written section.key"));
    EXPECT_THAT(refused({"zones.", "desa"}), StartsWith("--set zones.: the key must be written section.key"));
    EXPECT_THAT(refused({"", "desa"}), StartsWith("--set : the key must be written section.key"));
    EXPECT_EQ(refused({"hazard.file", "x"}), "--set hazard.file: say which hazard: hazard.<id>.key");
    EXPECT_EQ(refused({"hazard.banjr.file", "x"}),
              "--set hazard.banjr.file: the study has no hazard \"banjr\"; did you mean \"banjir\"?");
    EXPECT_EQ(sentence_of(StudyFolder("zones = 3\n"), ErrorKind::usage, {{"zones.layer", "x"}}),
              "--set zones.layer: zones is not a section of the study");
}

TEST(Overrides, refuseBrokenValues) {
    EXPECT_THAT(refused({"hazard.banjir.breaks", "[0.5, 1"}),
                StartsWith("--set hazard.banjir.breaks: the value is not valid TOML: "));
    // A line break cannot smuggle in another key: the value is no TOML then, and no text of one line.
    EXPECT_THAT(refused({"zones.layer", "1\nfile = 2"}),
                StartsWith("--set zones.layer: [zones] layer has a line break"));
}

}  // namespace
}  // namespace papar
