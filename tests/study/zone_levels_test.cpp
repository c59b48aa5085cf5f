// [[zones.level]] in the study file. Lines are counted in sample_text: [zones] ends with line 9.
#include "tests/study/study_folder.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace papar {
namespace {

using testing::HasSubstr;

std::string with_levels(const std::string& levels) {
    return replaced(sample_text, "name = \"nama\"\n", "name = \"nama\"\n" + levels);
}

std::string refused(const std::string& levels) {
    return sentence_of(StudyFolder(with_levels(levels)), ErrorKind::usage);
}

TEST(ZoneLevelSection, ReadsColumnsAndPrefixes) {
    const StudyFolder folder(
        with_levels("[[zones.level]]\nid = \"kecamatan\"\ntitle = \"Kecamatan\"\ncode = \"kec\"\n"
                    "name = \"nama_kec\"\n[[zones.level]]\nid = \"kabupaten\"\nprefix = 5\n"));
    const ZonesInput zones = read_study(folder.file()).zones;
    ASSERT_EQ(zones.levels.size(), 2U);
    EXPECT_EQ(zones.levels[0].id, "kecamatan");
    EXPECT_EQ(zones.levels[0].title, "Kecamatan");
    EXPECT_EQ(zones.levels[0].code_column, "kec");
    EXPECT_EQ(zones.levels[0].where_code, folder.file().string() + ":13:8");
    EXPECT_EQ(zones.levels[0].name_column, "nama_kec");
    EXPECT_EQ(zones.levels[0].prefix, 0);
    EXPECT_EQ(zones.levels[1].title, "kabupaten");
    EXPECT_EQ(zones.levels[1].prefix, 5);
    EXPECT_EQ(zones.levels[1].code_column, "");
}

TEST(ZoneLevelSection, StandsInTheRunRecord) {
    const StudyFolder folder(with_levels("[[zones.level]]\nid = \"kecamatan\"\nprefix = 8\n"));
    EXPECT_THAT(settings_as_json(read_study(folder.file())), HasSubstr(R"("level": [
      {
        "id": "kecamatan",
        "title": "kecamatan",
        "prefix": 8
      }
    ])"));
}

TEST(ZoneLevelSection, RefusesWhatIsNoLevel) {
    EXPECT_EQ(refused("level = 3\n"),
              "study.toml:10:9: levels are written as [[zones.level]], with double brackets, once for each");
    EXPECT_EQ(refused("[[zones.level]]\nprefix = 5\n"),
              "study.toml:10:1: [[zones.level]] has no \"id\", which is required");
    EXPECT_EQ(refused("[[zones.level]]\nid = \"Kecamatan\"\nprefix = 5\n"),
              "study.toml:11:6: level \"Kecamatan\" id is \"Kecamatan\"; use only a-z, 0-9 and _");
    EXPECT_EQ(refused("[[zones.level]]\nid = \"2\"\nprefix = 5\n"),
              "study.toml:11:6: level \"2\" id is \"2\"; it must begin with a letter");
    EXPECT_EQ(refused("[[zones.level]]\nid = \"zona\"\nprefix = 5\n"),
              "study.toml:11:6: level \"zona\" id is \"zona\", which the outputs call the zones themselves; choose "
              "another");
    EXPECT_EQ(refused("[[zones.level]]\nid = \"kecamatan\"\nprefix = 0\n"),
              "study.toml:12:10: level \"kecamatan\" prefix is 0; it must be 1 to 100");
    EXPECT_EQ(refused("[[zones.level]]\nid = \"kecamatan\"\nprefix = \"63.11.01\"\n"),
              "study.toml:12:10: level \"kecamatan\" prefix must be an integer; found a string");
    EXPECT_EQ(refused("[[zones.level]]\nid = \"kecamatan\"\ncode = 3\n"),
              "study.toml:12:8: level \"kecamatan\" code must be a string; found an integer");
}

}  // namespace
}  // namespace papar
