#include "engine/io/exposure_layer.hpp"

#include "engine/io/cell_area_of_crs.hpp"
#include "engine/zones/coverage.hpp"

#include "tests/io/zone_files.hpp"
#include "tests/support/shapes.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>
#include <map>

namespace papar {
namespace {

using test::Column;
using test::rectangle;
using test::Row;
using ::testing::AllOf;
using ::testing::HasSubstr;

// UTM zone 48 south, 4 x 4 cells of 100 m; x 500000 is the zone's central meridian, where its scale is 0.9996.
const Grid utm{500000, 9300000, 100, 100, 4, 4};
const std::string utm_crs = "EPSG:32748";
// The west half and the east half, by x.
const ZoneLayer utm_zones = test::layer_of({test::shape_of({{rectangle(500000, 9299600, 500200, 9300000)}}),
                                            test::shape_of({{rectangle(500200, 9299600, 500400, 9300000)}})});

// 4 x 4 cells of one degree round the equator, and a third zone east of the grid.
const Grid degrees{100, 2, 1, 1, 4, 4};
const ZoneLayer degree_zones =
    test::layer_of({test::shape_of({{rectangle(100, -2, 102, 2)}}), test::shape_of({{rectangle(102, -2, 104, 2)}}),
                    test::shape_of({{rectangle(104, -2, 106, 2)}})});
constexpr double degree_m = 111319.49;  // of the equator: 6378137 m x pi / 180 = 111319.4908 m

ExposureInput input_of(ExposureKind kind, ZonesInput layer, const std::vector<Column>& columns) {
    ExposureInput input;
    input.id = "aset";
    input.kind = kind;
    input.layer = std::move(layer);
    for (const Column& column : columns) {
        (column.name == "nama"    ? input.layer.name_column
         : column.name == "jenis" ? input.category.name
                                  : input.value.name) = column.name;
    }
    return input;
}

ExposureInput gpkg(const std::string& name, ExposureKind kind, int epsg, const std::vector<Column>& columns,
                   const std::vector<Row>& rows) {
    return input_of(kind, test::vector_file(name, "GPKG", epsg, wkbUnknown, columns, rows), columns);
}

ExposureRead in_utm(const ExposureInput& input) {
    return read_exposure_layer(input, utm_zones, utm_crs, utm, CellArea::planar(utm, 1));
}

ExposureRead in_degrees(const ExposureInput& input) {
    return read_exposure_layer(input, degree_zones, "EPSG:4326", degrees,
                               cell_area_of_crs("EPSG:4326", degrees, AreaModel::ellipsoidal));
}

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

std::string refused(const ExposureInput& input, ErrorKind kind) {
    try {
        (void)in_degrees(input);
    } catch (const Error& problem) {
        EXPECT_EQ(problem.kind(), kind) << problem.what();
        return problem.what();
    }
    ADD_FAILURE() << input.layer.name << " was read without an error";
    return {};
}

TEST(ExposureRefusal, MissingColumnsNameTheNearest) {
    ExposureInput input =
        gpkg("columns.gpkg", ExposureKind::points, 4326,
             {{"nama", OFTString}, {"jenis", OFTString}, {"nilai", OFTReal}}, {{"POINT(100.5 1.5)", {"a", "b", "1"}}});
    input.category = {"jenes", "study.toml:8:1"};
    EXPECT_EQ(refused(input, ErrorKind::usage),
              "study.toml:8:1: columns.gpkg, layer \"columns\" has no column \"jenes\"; did you mean \"jenis\"?; its "
              "columns: nama, jenis, nilai");
    input.category.name = "jenis";
    input.value = {"nilay", "study.toml:9:1"};
    EXPECT_THAT(refused(input, ErrorKind::usage), HasSubstr("has no column \"nilay\"; did you mean \"nilai\"?"));
    input.value.name = "nilai";
    input.layer.name_column = "nam";
    EXPECT_THAT(refused(input, ErrorKind::usage), HasSubstr("has no column \"nam\"; did you mean \"nama\"?"));
}

TEST(ExposureRefusal, AnotherKindOfGeometry) {
    const std::string point = "POINT(100.5 1.5)";
    const std::string line = "LINESTRING(100 0,101 0)";
    const std::string polygon = "POLYGON((100 0,101 0,101 1,100 0))";
    EXPECT_EQ(refused(gpkg("kind1.gpkg", ExposureKind::polygons, 4326, {{"nama", OFTString}},
                           {{polygon, {"A"}}, {line, {"B"}}}),
                      ErrorKind::input),
              "kind1.gpkg, layer \"kind1\", feature 2 B: its geometry is a Line String, but kind = \"polygons\" of "
              "exposure \"aset\" takes polygons only; kind = \"lines\" fits it");
    EXPECT_THAT(refused(gpkg("kind2.gpkg", ExposureKind::points, 4326, {}, {{polygon, {}}}), ErrorKind::input),
                HasSubstr("feature 1: its geometry is a Polygon, but kind = \"points\" of exposure \"aset\" takes "
                          "points only; kind = \"polygons\" fits it"));
    EXPECT_THAT(
        refused(gpkg("kind3.gpkg", ExposureKind::lines, 4326, {}, {{"MULTIPOINT(100.5 1.5)", {}}}), ErrorKind::input),
        HasSubstr("is a Multi Point, but kind = \"lines\" of exposure \"aset\" takes lines only; kind = "
                  "\"points\" fits it"));
    EXPECT_THAT(refused(gpkg("kind4.gpkg", ExposureKind::points, 4326, {},
                             {{"GEOMETRYCOLLECTION(" + point + "," + line + ")", {}}}),
                        ErrorKind::input),
                HasSubstr("kind = \"lines\" fits it"));
    EXPECT_THAT(refused(gpkg("kind5.gpkg", ExposureKind::lines, 4326, {}, {{"TIN(((100 0,101 0,101 1,100 0)))", {}}}),
                        ErrorKind::input),
                HasSubstr("no kind fits it: convert it to polygons, points or lines"));
    EXPECT_THAT(
        refused(gpkg("kind6.gpkg", ExposureKind::polygons, 4326, {}, {{"GEOMETRYCOLLECTION(" + line + ")", {}}}),
                ErrorKind::input),
        HasSubstr("features must be polygons"));
}

TEST(ExposureRefusal, Values) {
    const auto with = [](const std::string& name, OGRFieldType type, const std::string& value) {
        return gpkg(name, ExposureKind::points, 4326, {{"nama", OFTString}, {"nilai", type}},
                    {{"POINT(100.5 1.5)", {"SDN 1", "0"}}, {"POINT(100.5 1.5)", {"SDN 2", value}}});
    };
    EXPECT_EQ(refused(with("negative.gpkg", OFTReal, "-5"), ErrorKind::input),
              "negative.gpkg, layer \"negative\", feature 2 SDN 2, column \"nilai\": the value -5 is negative; a value "
              "is 0 rupiah or more");
    EXPECT_THAT(refused(with("missing.gpkg", OFTReal, ""), ErrorKind::input),
                AllOf(HasSubstr("feature 2 SDN 2, column \"nilai\": the value is empty; write 0"),
                      HasSubstr("take it out where its value is not known")));
    EXPECT_THAT(refused(with("words.gpkg", OFTString, "2 juta"), ErrorKind::input),
                HasSubstr("the value \"2 juta\" is not a number; write rupiah in digits, as 1500000"));
    EXPECT_THAT(refused(with("endless.gpkg", OFTReal, "inf"), ErrorKind::input), HasSubstr("is not a number"));
    EXPECT_EQ(in_degrees(with("text.gpkg", OFTString, "2500.5")).pieces.features[1].value, 2500.5);
}

TEST(ExposureRefusal, Files) {
    EXPECT_EQ(refused(gpkg("nothing.gpkg", ExposureKind::points, 4326, {}, {}), ErrorKind::input),
              "nothing.gpkg, layer \"nothing\" has no features");
    EXPECT_THAT(refused(gpkg("no_crs.gpkg", ExposureKind::points, 0, {}, {{"POINT(100.5 1.5)", {}}}), ErrorKind::input),
                HasSubstr("has no coordinate reference system"));
    EXPECT_THAT(
        refused(gpkg("metres.gpkg", ExposureKind::points, 4326, {}, {{"POINT(500000 9300000)", {}}}), ErrorKind::input),
        HasSubstr("cannot be degrees"));
    EXPECT_THAT(refused(gpkg("metre_lines.gpkg", ExposureKind::lines, 4326, {},
                             {{"LINESTRING(500000 9300000,500100 9300000)", {}}}),
                        ErrorKind::input),
                HasSubstr("cannot be degrees"));
    ExposureInput input = gpkg("layers.gpkg", ExposureKind::points, 4326, {}, {{"POINT(100.5 1.5)", {}}});
    input.layer.layer = "layer";
    EXPECT_THAT(refused(input, ErrorKind::usage), HasSubstr("has no layer \"layer\"; did you mean \"layers\"?"));
    input.layer.path = "/nowhere.gpkg";
    EXPECT_THAT(refused(input, ErrorKind::input), HasSubstr("there is no such file"));
}

TEST(ExposureRefusal, CoordinatesThatAreNoPlace) {
    const auto broken = [](const std::string& name, ExposureKind kind, OGRGeometryH geometry) {
        ExposureInput input = gpkg(name, kind, 4326, {}, {});
        const OgrDataset dataset(
            GDALOpenEx(input.layer.path.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE, nullptr, nullptr, nullptr));
        OGRLayerH layer = GDALDatasetGetLayer(dataset.get(), 0);
        const OgrFeature feature(OGR_F_Create(OGR_L_GetLayerDefn(layer)));
        OGR_F_SetGeometryDirectly(feature.get(), geometry);
        EXPECT_EQ(OGR_L_CreateFeature(layer, feature.get()), OGRERR_NONE);
        return input;
    };
    OGRGeometryH line = OGR_G_CreateGeometry(wkbLineString);
    OGR_G_AddPoint_2D(line, 100.5, 0.5);
    OGR_G_AddPoint_2D(line, std::numeric_limits<double>::infinity(), 0.5);
    EXPECT_EQ(refused(broken("infinite.gpkg", ExposureKind::lines, line), ErrorKind::input),
              "infinite.gpkg, layer \"infinite\", feature 1: has a vertex at (inf, 0.5), which is no place on Earth");
}

}  // namespace
}  // namespace papar
