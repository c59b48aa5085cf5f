// Features with one code, and features without code.
#include "engine/io/zones_file.hpp"

#include "tests/io/zone_files.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace papar {
namespace {

using test::polygon;
using test::read_degrees;
using test::square;
using test::square_degrees;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;

ZonesInput coded(const std::vector<std::pair<std::string, std::string>>& features) {
    ZonesInput input = test::geojson("join.geojson", features);
    input.code_column = "kode";
    if (features.front().first.find("nama") != std::string::npos) {
        input.name_column = "nama";
    }
    return input;
}

const Finding* finding(const ZonesRead& read, const std::string& id) {
    const auto found = std::ranges::find(read.findings, id, &Finding::id);
    return found == read.findings.end() ? nullptr : &*found;
}

TEST(JoinFeatures, PartsThatDoNotMeetStayAsTheyAre) {
    const ZonesRead read = read_degrees(coded({{R"({"kode": "2", "nama": "Jebres"})", square(4)},
                                               {R"({"kode": "1", "nama": "Laweyan"})", square(2)},
                                               {R"({"kode": "2", "nama": "Jebres"})", square(0)}}));
    ASSERT_EQ(read.layer.zones.size(), 2U);
    EXPECT_EQ(read.layer.zones[0].code, "2");  // in the order of first features
    EXPECT_EQ(read.layer.zones[0].shape.polygons.size(), 2U);
    EXPECT_EQ(read.layer.zones[0].shape.vertices.size(), 10U);
    EXPECT_EQ(read.layer.zones[1].code, "1");
    ASSERT_EQ(read.findings.size(), 1U);
    EXPECT_THAT(read.findings[0].sentence, AllOf(HasSubstr("3 features became 2 zones"),
                                                 HasSubstr("2 Jebres: 2 features"), HasSubstr("0.0000 ha")));
}

TEST(JoinFeatures, NeighboursLoseTheirCommonBorder) {
    const ZonesRead read = read_degrees(coded({{R"({"kode": "1"})", square(0)}, {R"({"kode": "1"})", square(1)}}));
    ASSERT_EQ(read.layer.zones.size(), 1U);
    const Shape& shape = read.layer.zones[0].shape;
    EXPECT_EQ(shape.polygons.size(), 1U);
    EXPECT_EQ(shape.rings.size(), 1U);
    EXPECT_EQ(square_degrees(shape), 2);
}

TEST(JoinFeatures, OverlapsCountOnce) {
    // [0, 2] x [0, 1] and [1, 3] x [0, 1]: 4 square degrees drawn, 3 covered.
    const ZonesRead read = read_degrees(coded({{R"({"kode": "1"})", polygon("[[0,0],[2,0],[2,1],[0,1],[0,0]]")},
                                               {R"({"kode": "1"})", polygon("[[1,0],[3,0],[3,1],[1,1],[1,0]]")}}));
    ASSERT_EQ(read.layer.zones.size(), 1U);
    EXPECT_NEAR(square_degrees(read.layer.zones[0].shape), 3, 1e-12);
    const Finding* joined = finding(read, "zones.joined");
    ASSERT_NE(joined, nullptr);
    // 1 to 2 degrees east, 0 to 1 degree north on WGS 84: 12308463893.975 m2 by ogr2ogr 3.6.2 with SpatiaLite 5.0.1,
    //   ST_Area(GeomFromText('POLYGON((1 0,2 0,2 1,1 1,1 0))', 4326), 1)
    EXPECT_NEAR(joined->numbers.back().second, 1230846.3894, 1e-3);
}

TEST(JoinFeatures, ExactDuplicatesAreOneZone) {
    const ZonesRead read = read_degrees(coded({{R"({"kode": "1"})", square(0)}, {R"({"kode": "1"})", square(0)}}));
    ASSERT_EQ(read.layer.zones.size(), 1U);
    EXPECT_EQ(square_degrees(read.layer.zones[0].shape), 1);
}

TEST(JoinFeatures, TheFirstNameWins) {
    const ZonesRead read = read_degrees(
        coded({{R"({"kode": "7", "nama": "Setu"})", square(0)}, {R"({"kode": "7", "nama": "Cakung"})", square(3)}}));
    EXPECT_EQ(read.layer.zones[0].name, "Setu");
    const Finding* names = finding(read, "zones.joined_names");
    ASSERT_NE(names, nullptr);
    EXPECT_THAT(names->sentence, HasSubstr("7 Setu"));
}

TEST(JoinFeatures, AFeatureWithoutGeometryAddsNothing) {
    const ZonesRead read = read_degrees(
        coded({{R"({"kode": "1"})", square(0)}, {R"({"kode": "1"})", "null"}, {R"({"kode": "2"})", "null"}}));
    ASSERT_EQ(read.layer.zones.size(), 2U);
    const Finding* empty = finding(read, "zones.empty");
    ASSERT_NE(empty, nullptr);
    EXPECT_THAT(empty->sentence, HasSubstr("1 of 2 zones (2)"));
}

TEST(StandInCodes, TheNumberOfTheFeatureStandsIn) {
    const ZonesRead read = read_degrees(coded({{R"({"kode": "01", "nama": "a"})", square(0)},
                                               {R"({"kode": "  ", "nama": "b"})", square(1)},
                                               {R"({"kode": null})", square(2)}}));
    std::vector<std::string> codes;
    std::vector<std::string> names;
    for (const Zone& zone : read.layer.zones) {
        codes.push_back(zone.code);
        names.push_back(zone.name);
    }
    EXPECT_THAT(codes, ElementsAre("01", "2", "3"));
    EXPECT_THAT(names, ElementsAre("a", "b", "3"));
    ASSERT_EQ(read.findings.size(), 1U);
    EXPECT_EQ(read.findings[0].id, "zones.code_missing");
    EXPECT_THAT(read.findings[0].sentence, HasSubstr("2 of 3 features (2 b, 3)"));
}

TEST(StandInCodes, ATakenNumberIsNotUsedAgain) {
    const ZonesRead read = read_degrees(
        coded({{R"({"kode": ""})", square(0)}, {R"({"kode": "1"})", square(1)}, {R"({"kode": "_1"})", square(2)}}));
    ASSERT_EQ(read.layer.zones.size(), 3U);
    EXPECT_EQ(read.layer.zones[0].code, "__1");
}

}  // namespace
}  // namespace papar
