#include "engine/io/exposure_layer.hpp"

#include "engine/io/cell_area_of_crs.hpp"
#include "engine/zones/coverage.hpp"

#include "tests/io/exposure_files.hpp"
#include "tests/support/shapes.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <map>

namespace papar {
namespace {

using test::degree_m;
using test::degree_zones;
using test::degrees;
using test::gpkg;
using test::in_degrees;
using test::in_utm;
using test::input_of;
using test::rectangle;
using test::utm;
using test::utm_crs;
using test::utm_zones;
using ::testing::AllOf;
using ::testing::HasSubstr;

struct Wanted {
    std::int32_t row, col;
    std::uint32_t zone, feature;
    double amount, rupiah;
};

void expect(const ExposureRead& read, const std::vector<Wanted>& wanted, double bound) {
    ASSERT_EQ(read.pieces.pieces.size(), wanted.size());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        const ExposurePiece& piece = read.pieces.pieces[i];
        EXPECT_EQ(piece.row, wanted[i].row) << i;
        EXPECT_EQ(piece.col, wanted[i].col) << i;
        EXPECT_EQ(piece.zone, wanted[i].zone) << i;
        EXPECT_EQ(piece.feature, wanted[i].feature) << i;
        EXPECT_NEAR(piece.amount, wanted[i].amount, bound) << i;
        EXPECT_NEAR(piece.rupiah, wanted[i].rupiah, 1e-3) << i;
    }
}

double sum(const ExposureRead& read, double ExposurePiece::*what) {
    double sum = 0;
    for (const ExposurePiece& piece : read.pieces.pieces) {
        sum += piece.*what;
    }
    return sum;
}

std::map<std::string, double> numbers(const ExposureRead& read, const std::string& id) {
    for (const Finding& finding : read.findings) {
        if (finding.id == id) {
            EXPECT_EQ(finding.subject, "aset");
            return {finding.numbers.begin(), finding.numbers.end()};
        }
    }
    ADD_FAILURE() << "no finding " << id;
    return {};
}

// Four edges touch a cell of 10,000 m2.
const double area_bound = 10000 * coverage_error_bound(4);

TEST(ExposurePolygons, OverTwoZonesAndFourCells) {
    // x 150 to 250, y 50 to 150 from the grid's corner: a quarter of 100 m x 100 m in each of four cells.
    const ExposureRead read =
        in_utm(gpkg("quarters.gpkg", ExposureKind::polygons, 32748, {{"nama", OFTString}, {"nilai", OFTReal}},
                    {{"POLYGON((500150 9299850,500250 9299850,500250 9299950,500150 9299950,500150 9299850))",
                      {"Pasar", "1000000"}}}));
    expect(read,
           {{0, 1, 0, 0, 2500, 250000},
            {0, 2, 1, 0, 2500, 250000},
            {1, 1, 0, 0, 2500, 250000},
            {1, 2, 1, 0, 2500, 250000}},
           area_bound);
    ASSERT_EQ(read.pieces.features.size(), 1U);
    EXPECT_EQ(read.pieces.features[0].name, "Pasar");
    EXPECT_EQ(read.pieces.features[0].value, 1000000);
    EXPECT_TRUE(read.findings.empty());
    EXPECT_NEAR(sum(read, &ExposurePiece::rupiah), 1000000, 1e-9 * 1000000);
    EXPECT_EQ(read.files.size(), 1U);
}

// True areas at the central meridian are those of the map / 0.9996^2; 250 m away the scale differs by
// (250 / 6.37e6)^2 / 2 < 1e-9.
TEST(ExposurePolygons, TrueAreaOnAProjectedGrid) {
    const ExposureRead read = read_exposure_layer(
        gpkg("true.gpkg", ExposureKind::polygons, 32748, {},
             {{"POLYGON((500000 9299900,500100 9299900,500100 9300000,500000 9300000,500000 9299900))", {}}}),
        utm_zones, utm_crs, utm, cell_area_of_crs(utm_crs, utm, AreaModel::ellipsoidal));
    ASSERT_EQ(read.pieces.pieces.size(), 1U);
    EXPECT_NEAR(read.pieces.pieces[0].amount, 10000 / (0.9996 * 0.9996), 4e-7 * 10000);  // cell_area_of_crs.hpp
}

TEST(ExposurePolygons, OverlappingFeaturesEachCount) {
    const std::string square = "POLYGON((500010 9299910,500020 9299910,500020 9299920,500010 9299920,500010 9299910))";
    const ExposureRead read = in_utm(gpkg("overlap.gpkg", ExposureKind::polygons, 32748, {{"nilai", OFTInteger64}},
                                          {{square, {"7"}}, {square, {"5"}}}));
    expect(read, {{0, 0, 0, 0, 100, 7}, {0, 0, 0, 1, 100, 5}}, area_bound);
}

// Half of the first polygon is west of all zones and grid, and keeps its half of the value; the second is wholly
// outside; the third has no geometry.
TEST(ExposurePolygons, OutsideAndEmpty) {
    const ExposureRead read = in_utm(
        gpkg("outside.gpkg", ExposureKind::polygons, 32748, {{"nama", OFTString}, {"nilai", OFTReal}},
             {{"", {"Kosong", "1"}},
              {"POLYGON((499950 9299900,500050 9299900,500050 9300000,499950 9300000,499950 9299900))", {"A", "80"}},
              {"POLYGON((499950 9290000,500050 9290000,500050 9290100,499950 9290100,499950 9290000))", {"B", "9"}}}));
    expect(read, {{0, 0, 0, 0, 5000, 40}}, area_bound);
    EXPECT_EQ(read.pieces.features.size(), 2U);
    const auto outside = numbers(read, "exposure.outside");
    EXPECT_EQ(outside.at("features_outside_zones"), 1);
    EXPECT_EQ(outside.at("features_outside_grid"), 0);
    EXPECT_EQ(outside.at("features_partly_outside"), 1);
    EXPECT_EQ(numbers(read, "exposure.empty").at("features"), 1);
    EXPECT_THAT(read.findings[0].sentence, HasSubstr("1 of 3 features (1 Kosong) have no geometry"));
}

// A bow tie of two triangles of 20 m x 10 m / 2 = 100 m2 each.
TEST(ExposurePolygons, InvalidOnesAreRepaired) {
    const ExposureRead read =
        in_utm(gpkg("bow.gpkg", ExposureKind::polygons, 32748, {},
                    {{"POLYGON((500010 9299910,500030 9299930,500030 9299910,500010 9299930,500010 9299910))", {}}}));
    expect(read, {{0, 0, 0, 0, 200, 0}}, 2 * area_bound);
    EXPECT_EQ(numbers(read, "exposure.repaired").at("zones"), 1);
}

// The square of one degree at 100.5 to 101.5 E, 0.5 to 1.5 N, drawn in degrees, on a grid in UTM: its sides are curves
// there. The area is that of the quadrangle between the parallels.
TEST(ExposurePolygons, AnotherCrs) {
    const Grid grid{600000, 300000, 1000, 1000, 400, 300};  // zone 47: x 500000 is at 99 E
    const ZoneLayer all = test::layer_of({test::shape_of({{rectangle(600000, 0, 1000000, 300000)}})});
    const ExposureRead read =
        read_exposure_layer(gpkg("degrees.gpkg", ExposureKind::polygons, 4326, {},
                                 {{"POLYGON((100.5 0.5,101.5 0.5,101.5 1.5,100.5 1.5,100.5 0.5))", {}}}),
                            all, "EPSG:32647", grid, cell_area_of_crs("EPSG:32647", grid, AreaModel::ellipsoidal));
    const double radian = 3.14159265358979323846 / 180;
    const double true_m2 = zone_area_per_radian({}, 0.5 * radian, 1.5 * radian) * radian;
    // Edges are followed to 1e-3 of a cell, 1 m along 4 sides of 111 km at most.
    EXPECT_NEAR(sum(read, &ExposurePiece::amount), true_m2, 4 * degree_m * 1);
}

TEST(ExposurePoints, OnBordersAndOutside) {
    const ExposureRead read = in_degrees(gpkg("points.gpkg", ExposureKind::points, 4326,
                                              {{"nama", OFTString}, {"jenis", OFTString}, {"nilai", OFTReal}},
                                              {{"POINT(100.5 1.5)", {"SDN 1", "SD", "10"}},
                                               {"POINT(102 1)", {"SDN 2", "SD", "20"}},     // on the zones' border
                                               {"POINT(104 -2)", {"SMPN 1", "SMP", "30"}},  // the grid's corner
                                               {"POINT(99 0)", {"SMPN 2", "SMP", "40"}},    // outside all zones
                                               {"POINT(105 0)", {"SMPN 3", "SMP", "50"}},   // zone 3, not in the grid
                                               {"POINT Z(100.5 2 7)", {"SMAN 1", "SMA", "60"}}}));
    expect(read, {{0, 0, 0, 0, 1, 10}, {0, 0, 0, 5, 1, 60}, {1, 2, 0, 1, 1, 20}, {3, 3, 1, 2, 1, 30}}, 0);
    const std::vector<ExposureFeature>& features = read.pieces.features;
    ASSERT_EQ(features.size(), 6U);
    EXPECT_EQ(features[1].zone, 0U);
    EXPECT_EQ(features[1].row, 1);
    EXPECT_EQ(features[1].col, 2);
    EXPECT_EQ(features[2].category, "SMP");
    EXPECT_EQ(features[3].zone, std::nullopt);
    EXPECT_EQ(features[3].row, -1);
    EXPECT_EQ(features[4].zone, 2U);
    EXPECT_EQ(features[4].col, -1);
    EXPECT_EQ(features[4].x, 105);
    const auto outside = numbers(read, "exposure.outside");
    EXPECT_EQ(outside.at("features_outside_zones"), 1);
    EXPECT_EQ(outside.at("features_outside_grid"), 1);
}

TEST(ExposurePoints, MultipointsAreSplit) {
    const ExposureRead read = in_degrees(gpkg("multi.gpkg", ExposureKind::points, 4326, {{"nilai", OFTReal}},
                                              {{"MULTIPOINT(100.5 1.5,102.5 1.5,102.5 0.5)", {"90"}}}));
    expect(read, {{0, 0, 0, 0, 1, 30}, {0, 2, 1, 1, 1, 30}, {1, 2, 1, 2, 1, 30}}, 0);
    EXPECT_EQ(numbers(read, "exposure.multipoints").at("points"), 3);
}

// 3 E of the central meridian of zone 48 there is 108 E; on the equator at 105 E, x is 500000 and y 10000000.
TEST(ExposurePoints, AnotherCrs) {
    const Grid grid{499900, 10000100, 100, 100, 2, 2};
    const ZoneLayer zones = test::layer_of({test::shape_of({{rectangle(499900, 9999900, 500100, 10000100)}})});
    const ExposureRead read =
        read_exposure_layer(gpkg("place.gpkg", ExposureKind::points, 4326, {}, {{"POINT(105.0005 -0.0005)", {}}}),
                            zones, utm_crs, grid, CellArea::planar(grid, 1));
    expect(read, {{1, 1, 0, 0, 1, 0}}, 0);  // half a thousandth of a degree is 56 m
    EXPECT_NEAR(read.pieces.features[0].x, 500000 + 0.9996 * degree_m * 0.0005, 1e-3);
}

// 3 degrees of the equator, which is a line between cells: rows below it hold them.
TEST(ExposureLines, AlongTheEquator) {
    const ExposureRead read = in_degrees(gpkg("equator.gpkg", ExposureKind::lines, 4326, {{"jenis", OFTString}},
                                              {{"LINESTRING(100.5 0,103.5 0)", {"jalan nasional"}}}));
    expect(read,
           {{2, 0, 0, 0, degree_m / 2, 0},
            {2, 1, 0, 0, degree_m, 0},
            {2, 2, 1, 0, degree_m, 0},
            {2, 3, 1, 0, degree_m / 2, 0}},
           0.01);
    EXPECT_EQ(read.pieces.features[0].category, "jalan nasional");
    EXPECT_TRUE(read.findings.empty());
}

// On the central meridian the map is 0.9996 of the truth, to the rounding of coordinates.
TEST(ExposureLines, TrueLengthOnAProjectedGrid) {
    const ExposureRead read = in_utm(gpkg("north.gpkg", ExposureKind::lines, 32748, {},
                                          {{"LINESTRING(500000 9299950,500000 9299850,500000 9299750)", {}}}));
    expect(read, {{0, 0, 0, 0, 50 / 0.9996, 0}, {1, 0, 0, 0, 100 / 0.9996, 0}, {2, 0, 0, 0, 50 / 0.9996, 0}}, 1e-6);
}

// The road runs along the border of zones 1 and 2, comes from zone 2 and ends in it. On the border it is zone 1's, the
// first's, though column 2, which holds it, is else zone 2's. A degree along a meridian at the equator is 110574 m.
TEST(ExposureLines, ARoadAlongABorderCountsOnce) {
    const ExposureRead read = in_degrees(gpkg("border.gpkg", ExposureKind::lines, 4326, {},
                                              {{"LINESTRING(102.5 0.75,102 0.75,102 0.25,102.5 0.25)", {}}}));
    expect(read, {{1, 2, 0, 0, 110574 / 2., 0}, {1, 2, 1, 0, degree_m, 0}}, 10);
}

// Multilines, and a line that repeats itself: 0.25 + 0.5 degrees east, and 0.5 back.
TEST(ExposureLines, PartsAndRepetitionsCount) {
    const ExposureRead read =
        in_degrees(gpkg("parts.gpkg", ExposureKind::lines, 4326, {},
                        {{"MULTILINESTRING((100.25 0,100.5 0),(100.25 0,100.75 0,100.25 0))", {}}}));
    expect(read, {{2, 0, 0, 0, 1.25 * degree_m, 0}}, 0.01);
}

// From 99.5 to 100.5: half outside all zones. From 104.5 to 105: in zone 3, which is outside the grid.
TEST(ExposureLines, Outside) {
    const ExposureRead read = in_degrees(gpkg("outside_lines.gpkg", ExposureKind::lines, 4326, {},
                                              {{"LINESTRING(99.5 0,100.5 0)", {}},
                                               {"LINESTRING(104.5 0,105 0)", {}},
                                               {"LINESTRING(90 0,91 0)", {}},
                                               {"", {}}}));
    expect(read, {{2, 0, 0, 0, degree_m / 2, 0}}, 0.01);
    const auto outside = numbers(read, "exposure.outside");
    EXPECT_EQ(outside.at("features"), 3);
    EXPECT_EQ(outside.at("features_partly_outside"), 1);
    EXPECT_EQ(outside.at("features_outside_grid"), 1);
    EXPECT_EQ(outside.at("features_outside_zones"), 1);
    EXPECT_EQ(numbers(read, "exposure.empty").at("features"), 1);
}

// A line drawn in UTM along its central meridian, on a grid in degrees.
TEST(ExposureLines, AnotherCrs) {
    const Grid grid{104, 1, 1, 1, 2, 2};
    const ZoneLayer zones = test::layer_of({test::shape_of({{rectangle(104, -1, 106, 1)}})});
    const ExposureRead read = read_exposure_layer(
        gpkg("utm_line.gpkg", ExposureKind::lines, 32748, {}, {{"LINESTRING(500100 9999000,500100 9998000)", {}}}),
        zones, "EPSG:4326", grid, CellArea::planar(grid, 1));
    // Scale 0.9996 x (1 + (100 / 6.37e6)^2 / 2).
    expect(read, {{1, 1, 0, 0, 1000 / 0.9996, 0}}, 1e-6);
}

TEST(ExposureFile, OtherFormatsAndAssumedCrs) {
    const auto point = R"({"type": "Point", "coordinates": [100.5, 1.5]})";
    ExposureInput input = input_of(ExposureKind::points, test::geojson("one.geojson", {{R"({"jenis": 7})", point}}),
                                   {{"jenis", OFTString}});
    EXPECT_EQ(in_degrees(input).pieces.features[0].category, "7");
    input.layer.assume_crs = "EPSG:4326";
    const ExposureRead assumed = in_degrees(input);
    ASSERT_EQ(assumed.findings.size(), 1U);
    EXPECT_EQ(assumed.findings[0].id, "layer.assumed_crs");
    input = input_of(ExposureKind::lines,
                     test::vector_file("one.shp", "ESRI Shapefile", 4326, wkbLineString, {{"jenis", OFTString}},
                                       {{"LINESTRING(100 0.5,101 0.5)", {"desa"}}}),
                     {{"jenis", OFTString}});
    const ExposureRead shapefile = in_degrees(input);
    EXPECT_EQ(shapefile.pieces.features[0].category, "desa");
    EXPECT_GT(shapefile.files.size(), 2U);
}

}  // namespace
}  // namespace papar
