// Exposure layers that cannot be read: one sentence each.
#include "tests/io/exposure_files.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <limits>

namespace papar {
namespace {

using test::gpkg;
using test::in_degrees;
using test::input_of;
using ::testing::AllOf;
using ::testing::HasSubstr;

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
