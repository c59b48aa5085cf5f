#include "engine/io/zones_file.hpp"

#include "tests/io/zone_files.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace papar {
namespace {

using test::geojson;
using test::polygon;
using test::read_degrees;
using test::refusal;
using test::square;
using test::vector_file;
using testing::AllOf;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::StartsWith;

std::vector<std::string> codes(const ZonesRead& read) {
    std::vector<std::string> all;
    for (const Zone& zone : read.layer.zones) {
        all.push_back(zone.code);
    }
    return all;
}

std::vector<std::string> names(const ZonesRead& read) {
    std::vector<std::string> all;
    for (const Zone& zone : read.layer.zones) {
        all.push_back(zone.name);
    }
    return all;
}

ZonesInput with_columns(ZonesInput input, const std::string& code, const std::string& name) {
    input.code_column = code;
    input.name_column = name;
    input.where_code = "study.toml:7:9";
    return input;
}

const std::string unit_square = "POLYGON ((0 0,1 0,1 1,0 1,0 0))";
const std::string next_square = "POLYGON ((1 0,2 0,2 1,1 1,1 0))";

TEST(ReadZones, TextCodesAndTrimmedNames) {
    const ZonesInput input = geojson("text.geojson", {{R"({"kode": "63.11.01", "nama": "  Lampihong "})", square(0)},
                                                      {R"({"kode": "0042", "nama": null})", square(1)}});
    const ZonesRead read = read_degrees(with_columns(input, "kode", "nama"));
    EXPECT_THAT(codes(read), ElementsAre("63.11.01", "0042"));
    EXPECT_THAT(names(read), ElementsAre("Lampihong", "0042"));
    EXPECT_TRUE(read.layer.has_codes);
    EXPECT_EQ(read.layer.name, "text");
    EXPECT_TRUE(read.findings.empty());
    EXPECT_TRUE(read.layer.reprojected.empty());
    EXPECT_THAT(read.files, ElementsAre(input.path));
    const Shape& shape = read.layer.zones[1].shape;
    EXPECT_EQ(shape.vertices, (std::vector<Vertex>{{1, 0}, {2, 0}, {2, 1}, {1, 1}, {1, 0}}));
}

TEST(ReadZones, WithoutCodeColumnTheOrderStandsIn) {
    const ZonesRead read =
        read_degrees(geojson("order.geojson", {{R"({"a": 1})", square(0)}, {R"({"a": 1})", square(1)}}));
    EXPECT_THAT(codes(read), ElementsAre("1", "2"));
    EXPECT_THAT(names(read), ElementsAre("1", "2"));
    EXPECT_FALSE(read.layer.has_codes);
}

TEST(ReadZones, NumbersAsCodes) {
    const std::vector<test::Column> columns{{"n", OFTInteger64}, {"r", OFTReal}, {"f", OFTReal}, {"d", OFTDate}};
    const ZonesInput input =
        vector_file("numbers.gpkg", "GPKG", 4326, wkbPolygon, columns,
                    {{unit_square, {"6311012001", "6311", "1.5"}}, {next_square, {"7", "8", "2"}}});
    EXPECT_THAT(codes(read_degrees(with_columns(input, "n", ""))), ElementsAre("6311012001", "7"));
    EXPECT_THAT(codes(read_degrees(with_columns(input, "r", ""))), ElementsAre("6311", "8"));
    EXPECT_THAT(names(read_degrees(with_columns(input, "n", "f"))), ElementsAre("1.5", "2"));
    EXPECT_THAT(refusal(with_columns(input, "f", ""), ErrorKind::input),
                AllOf(HasSubstr("feature 1"), HasSubstr("1.5")));
    EXPECT_THAT(refusal(with_columns(input, "d", ""), ErrorKind::usage), HasSubstr("Date"));
}

TEST(ReadZones, ShapefileWithItsSideCars) {
    const ZonesInput input = vector_file("desa.shp", "ESRI Shapefile", 4326, wkbPolygon, {{"NAMA", OFTString}},
                                         {{unit_square, {"Batu Mandi"}}});
    const ZonesRead read = read_degrees(with_columns(input, "", "NAMA"));
    EXPECT_THAT(names(read), ElementsAre("Batu Mandi"));
    std::vector<std::string> extensions;
    for (const std::filesystem::path& file : read.files) {
        EXPECT_TRUE(std::filesystem::exists(file));
        extensions.push_back(file.extension());
    }
    EXPECT_THAT(extensions, testing::IsSupersetOf({".shp", ".shx", ".dbf", ".prj"}));
}

TEST(ReadZones, FlatGeobuf) {
    const ZonesInput input =
        vector_file("zones.fgb", "FlatGeobuf", 4326, wkbPolygon, {{"kode", OFTString}}, {{unit_square, {"1"}}});
    EXPECT_THAT(codes(read_degrees(with_columns(input, "kode", ""))), ElementsAre("1"));
}

TEST(ReadZones, LatinTextOfAShapefileWithoutEncoding) {
    const ZonesInput input =
        vector_file("latin.shp", "ESRI Shapefile", 4326, wkbPolygon, {{"NAMA", OFTString}}, {{unit_square, {"X"}}});
    std::filesystem::remove(std::filesystem::path(input.path).replace_extension(".cpg"));
    std::fstream table(std::filesystem::path(input.path).replace_extension(".dbf"),
                       std::ios::in | std::ios::out | std::ios::binary);
    table.seekp(29);
    table.put('\0');  // language driver: not given
    table.seekp(32 + 32 + 1 + 1);
    table.put('\xE9');  // e with acute in Latin-1; header of 32 bytes, one field of 32, its end, the deletion mark
    table.close();
    EXPECT_THAT(names(read_degrees(with_columns(input, "", "NAMA"))), ElementsAre("\xC3\xA9"));
}

TEST(ReadZones, HeightIsDroppedAndCurvesAreStraightened) {
    const ZonesInput tall = vector_file("tall.gpkg", "GPKG", 4979, wkbMultiPolygon25D, {},
                                        {{"MULTIPOLYGON Z (((0 0 5,1 0 5,1 1 5,0 0 5)))", {}}});
    const ZonesRead read = read_degrees(tall);
    EXPECT_EQ(read.layer.zones[0].shape.vertices, (std::vector<Vertex>{{0, 0}, {1, 0}, {1, 1}, {0, 0}}));
    EXPECT_TRUE(read.layer.reprojected.empty()) << "EPSG:4979 is EPSG:4326 with a height";
    EXPECT_THAT(read.layer.crs_wkt, HasSubstr("ellipsoidal,2"));

    const ZonesInput round = vector_file("round.gpkg", "GPKG", 4326, wkbCurvePolygon, {},
                                         {{"CURVEPOLYGON (CIRCULARSTRING (0 0,1 1,2 0,1 -1,0 0))", {}}});
    const Shape shape = read_degrees(round).layer.zones[0].shape;
    EXPECT_GT(shape.vertices.size(), 50U) << "OGR's default step is 4 degrees";
    for (const Vertex& v : shape.vertices) {
        EXPECT_NEAR(std::hypot(v.x - 1, v.y), 1, 1e-9);
    }
}

TEST(ReadZones, PolygonsOfACollectionAreTakenWithAFinding) {
    const ZonesRead read = read_degrees(
        vector_file("mixed.gpkg", "GPKG", 4326, wkbUnknown, {},
                    {{"GEOMETRYCOLLECTION (POINT (5 5),POLYGON ((0 0,1 0,1 1,0 0)),LINESTRING (0 0,9 9))", {}}}));
    EXPECT_EQ(read.layer.zones[0].shape.polygons.size(), 1U);
    ASSERT_EQ(read.findings.size(), 1U);
    EXPECT_EQ(read.findings[0].id, "zones.parts_left_out");
    EXPECT_THAT(read.findings[0].numbers, ElementsAre(testing::Pair("zones", 1), testing::Pair("parts", 2)));
}

TEST(ReadZones, OtherGeometriesAreRefused) {
    const auto file = [](const char* wkt) {
        return vector_file("other.gpkg", "GPKG", 4326, wkbUnknown, {}, {{unit_square, {}}, {wkt, {}}});
    };
    EXPECT_THAT(refusal(file("POINT (1 1)"), ErrorKind::input), AllOf(HasSubstr("feature 2"), HasSubstr("Point")));
    EXPECT_THAT(refusal(file("LINESTRING (1 1,2 2)"), ErrorKind::input), HasSubstr("Line String"));
    EXPECT_THAT(refusal(file("GEOMETRYCOLLECTION (POINT (1 1))"), ErrorKind::input), HasSubstr("without polygons"));
}

TEST(ReadZones, EmptyGeometriesStayAsZonesWithAFinding) {
    const ZonesRead read = read_degrees(vector_file("empty.gpkg", "GPKG", 4326, wkbPolygon, {{"kode", OFTString}},
                                                    {{unit_square, {"a"}}, {"", {"b"}}, {"POLYGON EMPTY", {"c"}}}));
    ASSERT_EQ(read.layer.zones.size(), 3U);
    EXPECT_TRUE(read.layer.zones[1].shape.empty());
    EXPECT_TRUE(read.layer.zones[2].shape.empty());
    ASSERT_EQ(read.findings.size(), 1U);
    EXPECT_EQ(read.findings[0].id, "zones.empty");
    EXPECT_THAT(read.findings[0].sentence, HasSubstr("2 of 3 zones (2, 3)"));
}

TEST(ReadZones, UnclosedRingsAreClosedWithAFinding) {
    const ZonesRead read = read_degrees(geojson("open.geojson", {{"{}", polygon("[[0,0],[1,0],[1,1],[0,1]]")}}));
    EXPECT_EQ(read.layer.zones[0].shape.vertices, (std::vector<Vertex>{{0, 0}, {1, 0}, {1, 1}, {0, 1}, {0, 0}}));
    ASSERT_EQ(read.findings.size(), 1U);
    EXPECT_EQ(read.findings[0].id, "zones.rings_closed");
    EXPECT_THAT(read.findings[0].numbers, ElementsAre(testing::Pair("zones", 1), testing::Pair("rings", 1)));
}

TEST(ReadZones, InvalidPolygonsAreRepairedWithAFinding) {
    // In UTM, so that areas are planar: an 8 x 4 bow-tie crossing at (4, 2) counts 0 as its ring stands, and two
    // triangles of 4 * 4 / 2 = 8 m2 after repair. Beside it a sound square of 100 m2.
    const ZonesInput input = vector_file(
        "bowtie.gpkg", "GPKG", 32748, wkbPolygon, {{"nama", OFTString}},
        {{"POLYGON ((20 0,30 0,30 10,20 10,20 0))", {"Utuh"}}, {"POLYGON ((0 0,8 4,8 0,0 4,0 0))", {"Silang"}}});
    const ZonesRead read = read_zones(with_columns(input, "", "nama"), "EPSG:32748", Grid{0, 100, 1, 1, 100, 100});
    EXPECT_EQ(read.layer.zones[1].shape.polygons.size(), 2U);
    ASSERT_EQ(read.findings.size(), 1U);
    EXPECT_EQ(read.findings[0].id, "zones.repaired");
    EXPECT_THAT(read.findings[0].sentence, AllOf(HasSubstr("1 of 2 zones (2 Silang)"), HasSubstr("planar")));
    EXPECT_THAT(read.findings[0].numbers,
                ElementsAre(testing::Pair("zones", 1), testing::Pair("area_before_ha", 0),
                            testing::Pair("area_after_ha", 16e-4), testing::Pair("area_change_ha", 16e-4),
                            testing::Pair("area_change_percent", 100)));
}

TEST(ReadZones, APolygonThatVanishesOnRepairIsRefused) {
    EXPECT_THAT(refusal(geojson("line.geojson", {{"{}", polygon("[[0,0],[1,1],[2,2],[0,0]]")}}), ErrorKind::input),
                HasSubstr("nothing with an area is left"));
    EXPECT_THAT(refusal(geojson("two.geojson", {{"{}", polygon("[[0,0],[1,1]]")}}), ErrorKind::input),
                HasSubstr("nothing with an area is left"));
}

TEST(ReadZones, ImpossibleCoordinatesAreRefused) {
    EXPECT_THAT(refusal(geojson("huge.geojson", {{"{}", square(0)}, {"{}", polygon("[[0,0],[1e300,0],[1,1],[0,0]]")}}),
                        ErrorKind::input),
                AllOf(HasSubstr("feature 2"), HasSubstr("vertex 2")));
    EXPECT_THAT(
        refusal(geojson("infinite.geojson", {{"{}", polygon("[[0,0],[1,1e999],[1,1],[0,0]]")}}), ErrorKind::input),
        HasSubstr("no place on Earth"));
    EXPECT_THAT(
        refusal(geojson("metres.geojson",
                        {{"{}", polygon("[[474532,9160442],[485560,9160442],[485560,9168430],[474532,9160442]]")}}),
                ErrorKind::input),
        AllOf(HasSubstr("look like metres"), HasSubstr("EPSG:4326")));
}

TEST(ReadZones, WrongColumnNamesTheNearest) {
    const ZonesInput input = geojson("near.geojson", {{R"({"kode": "1", "nama": "a"})", square(0)}});
    EXPECT_THAT(refusal(with_columns(input, "kodee", ""), ErrorKind::usage),
                AllOf(StartsWith("study.toml:7:9: near.geojson"), HasSubstr("did you mean \"kode\"?"),
                      HasSubstr("kode, nama")));
}

TEST(ReadZones, LayersMustBeNamedWhereThereAreSeveral) {
    ZonesInput input;
    input.name = "layers.gpkg";
    input.path = test::temp_file(input.name);
    {
        const OgrDataset dataset = test::create_file(input.path, "GPKG");
        test::add_layer(dataset.get(), "desa", 4326, wkbPolygon, {}, {{unit_square, {}}});
        test::add_layer(dataset.get(), "kecamatan", 4326, wkbPolygon, {}, {{unit_square, {}}, {next_square, {}}});
        test::add_layer(dataset.get(), "tabel", 0, wkbNone, {{"a", OFTString}}, {{"", {"x"}}});
    }
    EXPECT_THAT(refusal(input, ErrorKind::usage),
                HasSubstr("2 layers; name one of them with zones.layer: desa, kecamatan"));
    input.layer = "kecamatan";
    EXPECT_EQ(read_degrees(input).layer.zones.size(), 2U);
    input.layer = "kecamatn";
    EXPECT_THAT(refusal(input, ErrorKind::usage), HasSubstr("did you mean \"kecamatan\"?"));
}

TEST(ReadZones, FilesThatAreNoZones) {
    ZonesInput input;
    input.name = "input";
    input.path = test::temp_file("absent.gpkg");
    EXPECT_THAT(refusal(input, ErrorKind::input), HasSubstr("no such file"));
    input.path = testing::TempDir();
    EXPECT_THAT(refusal(input, ErrorKind::input), HasSubstr("is not a file"));
    input.path = test::temp_file("table.csv");
    std::ofstream(input.path) << "WKT,a\n\"POLYGON ((0 0,1 0,1 1,0 0))\",1\n";
    EXPECT_THAT(refusal(input, ErrorKind::input), HasSubstr("cannot be read as GeoPackage, Shapefile"));
    input.path = test::temp_file("virtual.geojson");
    std::ofstream(input.path) << "<OGRVRTDataSource><OGRVRTLayer name=\"x\"/></OGRVRTDataSource>";
    EXPECT_THAT(refusal(input, ErrorKind::input), HasSubstr("cannot be read as"));
    EXPECT_THAT(refusal(vector_file("none.gpkg", "GPKG", 4326, wkbPolygon, {}, {}), ErrorKind::input),
                HasSubstr("has no features"));
    EXPECT_THAT(
        refusal(vector_file("nocrs.shp", "ESRI Shapefile", 0, wkbPolygon, {{"a", OFTString}}, {{unit_square, {}}}),
                ErrorKind::input),
        HasSubstr("no coordinate reference system"));
    EXPECT_THAT(refusal(vector_file("nocrs.gpkg", "GPKG", 0, wkbPolygon, {}, {{unit_square, {}}}), ErrorKind::input),
                HasSubstr("no coordinate reference system"));
}

TEST(ReadZones, ATruncatedFileIsRefused) {
    const ZonesInput input = vector_file("cut.shp", "ESRI Shapefile", 4326, wkbPolygon, {{"a", OFTString}},
                                         {{unit_square, {}}, {next_square, {}}});
    std::filesystem::resize_file(input.path, std::filesystem::file_size(input.path) - 60);
    EXPECT_THAT(refusal(input, ErrorKind::input), AllOf(HasSubstr("feature 2"), HasSubstr("cannot be read")));
}

TEST(ReadZones, TheFirstProblemInTheFileIsTheOneReported) {
    std::vector<std::pair<std::string, std::string>> features;
    for (int i = 0; i < 200; ++i) {
        features.emplace_back("{}", i < 100 ? square(i) : R"({"type": "Point", "coordinates": [0, 0]})");
    }
    const ZonesInput input = geojson("many.geojson", features);
    for (int repeat = 0; repeat < 20; ++repeat) {
        EXPECT_THAT(refusal(input, ErrorKind::input), HasSubstr("feature 101 "));
    }
}

}  // namespace
}  // namespace papar
