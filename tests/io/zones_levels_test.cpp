// Levels above the zones, by columns and by prefixes.
#include "engine/io/zones_file.hpp"

#include "tests/io/zone_files.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace papar {
namespace {

using test::read_degrees;
using test::refusal;
using test::square;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

ZoneLevelInput by_column(const std::string& id, const std::string& code, const std::string& name = "") {
    ZoneLevelInput level;
    level.id = id;
    level.title = id;
    level.code_column = code;
    level.name_column = name;
    level.where_code = "study.toml:12:8";
    return level;
}

ZoneLevelInput by_prefix(const std::string& id, int prefix) {
    ZoneLevelInput level;
    level.id = id;
    level.title = id;
    level.prefix = prefix;
    return level;
}

ZonesInput with_levels(const std::vector<std::string>& properties, std::vector<ZoneLevelInput> levels) {
    std::vector<std::pair<std::string, std::string>> features;
    for (const std::string& each : properties) {
        features.emplace_back(each, square(static_cast<int>(2 * features.size())));
    }
    ZonesInput input = test::geojson("levels.geojson", features);
    input.code_column = "kode";
    input.levels = std::move(levels);
    return input;
}

std::vector<std::string> findings_of(const ZonesRead& read) {
    std::vector<std::string> ids;
    for (const Finding& finding : read.findings) {
        ids.push_back(finding.id);
    }
    return ids;
}

MATCHER_P2(IsArea, code, name, "") {
    return arg.code == code && arg.name == name;
}

TEST(ZoneLevels, ByColumnsInTheOrderOfTheFirstZone) {
    const ZonesRead read =
        read_degrees(with_levels({R"({"kode": "a", "kec": "02", "nkec": "Laut", "kab": 63})",
                                  R"({"kode": "b", "kec": "01", "nkec": "Kota", "kab": 63})",
                                  R"({"kode": "c", "kec": "02", "nkec": "Laut", "kab": 63})"},
                                 {by_column("kecamatan", "kec", "nkec"), by_column("kabupaten", "kab")}));
    ASSERT_EQ(read.layer.levels.size(), 2U);
    const ZoneLevel& kecamatan = read.layer.levels[0];
    EXPECT_EQ(kecamatan.id, "kecamatan");
    EXPECT_THAT(kecamatan.areas, ElementsAre(IsArea("02", "Laut"), IsArea("01", "Kota")));
    EXPECT_THAT(kecamatan.area_of_zone, ElementsAre(0, 1, 0));
    EXPECT_THAT(read.layer.levels[1].areas, ElementsAre(IsArea("63", "63")));  // a number is text, the code a name
    EXPECT_THAT(findings_of(read), ElementsAre());
}

TEST(ZoneLevels, ByPrefixesOfTheCodeAsWritten) {
    const ZonesRead read = read_degrees(with_levels({R"({"kode": "63.11.01.2001"})", R"({"kode": "63.11.02.2001"})",
                                                     R"({"kode": "63.11.01.2002"})", R"({"kode": "63.11"})"},
                                                    {by_prefix("kecamatan", 8), by_prefix("kabupaten", 5)}));
    EXPECT_THAT(read.layer.levels[0].areas,
                ElementsAre(IsArea("63.11.01", "63.11.01"), IsArea("63.11.02", "63.11.02")));
    EXPECT_THAT(read.layer.levels[0].area_of_zone, ElementsAre(0, 1, 0, std::nullopt));
    EXPECT_THAT(read.layer.levels[1].area_of_zone, ElementsAre(0, 0, 0, 0));
    ASSERT_THAT(findings_of(read), ElementsAre("level.no_area"));
    EXPECT_THAT(read.findings[0].sentence,
                HasSubstr("1 of 4 zones (63.11) belong to no area of the level \"kecamatan\""));
}

TEST(ZoneLevels, APrefixCountsCharactersNotBytes) {
    const ZonesRead read =
        read_degrees(with_levels({R"({"kode": "é1x"})", R"({"kode": "é1y"})"}, {by_prefix("kecamatan", 2)}));
    EXPECT_THAT(read.layer.levels[0].areas, ElementsAre(IsArea("é1", "é1")));
}

TEST(ZoneLevels, AStandInCodeHasNoPrefix) {
    const ZonesRead read =
        read_degrees(with_levels({R"({"kode": "11"})", R"({"kode": null})"}, {by_prefix("kecamatan", 1)}));
    EXPECT_THAT(read.layer.levels[0].area_of_zone, ElementsAre(0, std::nullopt));
}

TEST(ZoneLevels, EmptyCodesBelongToNoArea) {
    const ZonesRead read = read_degrees(
        with_levels({R"({"kode": "a", "kec": "1"})", R"({"kode": "b", "kec": null})", R"({"kode": "c", "kec": " "})"},
                    {by_column("kecamatan", "kec")}));
    EXPECT_THAT(read.layer.levels[0].area_of_zone, ElementsAre(0, std::nullopt, std::nullopt));
    ASSERT_THAT(findings_of(read), ElementsAre("level.no_area"));
    EXPECT_EQ(read.findings[0].numbers[0].second, 2);
}

TEST(ZoneLevels, TheFirstNameOfAnAreaWins) {
    const ZonesRead read = read_degrees(
        with_levels({R"({"kode": "a", "kec": "1", "nkec": null})", R"({"kode": "b", "kec": "1", "nkec": "Batumandi"})",
                     R"({"kode": "c", "kec": "1", "nkec": "Batu Mandi"})"},
                    {by_column("kecamatan", "kec", "nkec")}));
    EXPECT_THAT(read.layer.levels[0].areas, ElementsAre(IsArea("1", "Batumandi")));
    ASSERT_THAT(findings_of(read), ElementsAre("level.names"));
    EXPECT_THAT(read.findings[0].sentence, HasSubstr("1: Batumandi, Batu Mandi"));
}

TEST(ZoneLevels, AnAreaInTwoUpperAreasIsFound) {
    const ZonesRead read = read_degrees(
        with_levels({R"({"kode": "a", "kec": "1", "kab": "A"})", R"({"kode": "b", "kec": "1", "kab": "B"})",
                     R"({"kode": "c", "kec": "2", "kab": "B"})"},
                    {by_column("kecamatan", "kec"), by_column("kabupaten", "kab")}));
    ASSERT_THAT(findings_of(read), ElementsAre("level.split"));
    EXPECT_THAT(read.findings[0].sentence, AllOf(HasSubstr("1 of 2 areas (1 in A and B)"), HasSubstr("\"kabupaten\"")));
}

TEST(ZoneLevels, FeaturesOfOneZoneInTwoAreasAreFound) {
    const ZonesRead read = read_degrees(
        with_levels({R"({"kode": "a", "kec": "1"})", R"({"kode": "a", "kec": "2"})"}, {by_column("kecamatan", "kec")}));
    EXPECT_THAT(read.layer.levels[0].areas, ElementsAre(IsArea("1", "1")));
    EXPECT_THAT(findings_of(read), ElementsAre("zones.joined", "zones.joined_levels"));
}

TEST(ZoneLevels, WhatCannotBeALevelIsRefused) {
    const std::vector<std::string> one{R"({"kode": "a", "kec": null, "luas": 1.5})"};
    EXPECT_THAT(refusal(with_levels(one, {by_column("kecamatan", "kecc")}), ErrorKind::usage),
                AllOf(HasSubstr("study.toml:12:8: "), HasSubstr("did you mean \"kec\"?")));
    EXPECT_THAT(refusal(with_levels(one, {by_column("kecamatan", "kec")}), ErrorKind::input),
                HasSubstr("no zone belongs to an area of the level \"kecamatan\": its column \"kec\" is empty"));
    EXPECT_THAT(refusal(with_levels(one, {by_column("kecamatan", "luas")}), ErrorKind::input),
                HasSubstr("the code 1.5 in column \"luas\" is not an integer"));
    EXPECT_THAT(refusal(with_levels(one, {by_prefix("kecamatan", 2)}), ErrorKind::input),
                HasSubstr("no code has 2 characters"));
}

}  // namespace
}  // namespace papar
