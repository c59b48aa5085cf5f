#include "engine/io/vector_hazard.hpp"

#include "engine/io/geodesic_circle.hpp"
#include "engine/io/polygon_area.hpp"

#include "tests/io/zone_files.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace papar {
namespace {

using test::geojson;
using test::square;
using ::testing::ElementsAre;
using ::testing::HasSubstr;

const Grid grid{-180, 90, 0.01, 0.01, 36000, 18000};

VectorHazardInput polygons(ZonesInput layer, std::vector<ClassOfText> classes = {}) {
    layer.section = "hazard.krb";
    layer.features = "features";
    layer.code_stands_for_name = false;
    if (!classes.empty()) {
        layer.name_column = "krb";
    }
    return {std::move(layer), std::move(classes), {}};
}

VectorHazardRead read(const VectorHazardInput& input, std::size_t classes) {
    return read_vector_hazard(input, "krb", classes, "EPSG:4326", grid);
}

std::string refused(const VectorHazardInput& input, std::size_t classes, ErrorKind kind) {
    try {
        (void)read(input, classes);
    } catch (const Error& problem) {
        EXPECT_EQ(problem.kind(), kind) << problem.what();
        return problem.what();
    }
    ADD_FAILURE() << "was read without an error";
    return {};
}

const std::vector<ClassOfText> three_krb{{"KRB I", 0}, {"KRB II", 1}, {"KRB III", 2}};

TEST(VectorHazardFile, TextsAreMatchedWholeAndTrimmed) {
    const VectorHazardRead hazard = read(polygons(geojson("prefix.geojson", {{R"({"krb": "KRB III"})", square(0)},
                                                                             {R"({"krb": " KRB I "})", square(1)},
                                                                             {R"({"krb": "KRB II"})", square(2)},
                                                                             {R"({"krb": "KRB I"})", square(3)}}),
                                                  three_krb),
                                         3);
    EXPECT_THAT(hazard.counts.by_class, ElementsAre(2, 1, 1));
    ASSERT_EQ(hazard.shapes.size(), 4U);
    EXPECT_EQ(hazard.shapes[0].class_index, 0U);
    EXPECT_EQ(hazard.shapes[0].shape.vertices[0].x, 1);
    EXPECT_EQ(hazard.shapes[3].class_index, 2U);
    EXPECT_EQ(hazard.shapes[3].shape.vertices[0].x, 0);
}

TEST(VectorHazardFile, UnknownTextIsRefusedWithItsFeatures) {
    const std::string sentence = refused(polygons(geojson("unknown.geojson", {{R"({"krb": "KRB"})", square(0)},
                                                                              {R"({"krb": "KRB I"})", square(1)},
                                                                              {R"({"krb": "KRB IV"})", square(2)},
                                                                              {R"({"krb": "KRB IV"})", square(3)}}),
                                                  three_krb),
                                         3, ErrorKind::input);
    EXPECT_THAT(sentence, HasSubstr(R"("KRB" in 1 feature, "KRB IV" in 2 features)"));
}

// NULL is not a class, and not the number of the feature either.
TEST(VectorHazardFile, NullIsATextOfItsOwn) {
    const ZonesInput file =
        geojson("null.geojson", {{R"({"krb": null})", square(0)}, {R"({"krb": "KRB I"})", square(1)}});
    EXPECT_THAT(refused(polygons(file, {{"KRB I", 0}, {"1", 1}}), 2, ErrorKind::input),
                HasSubstr("no text in 1 feature"));
    const VectorHazardRead hazard = read(polygons(file, {{"KRB I", 0}, {"", std::nullopt}}), 1);
    EXPECT_EQ(hazard.counts.no_hazard, 1U);
    EXPECT_EQ(hazard.shapes.size(), 1U);
}

TEST(VectorHazardFile, NumbersAreTextsToo) {
    const VectorHazardRead hazard =
        read(polygons(geojson("numbers.geojson", {{R"({"krb": 1})", square(0)}, {R"({"krb": 10})", square(1)}}),
                      {{"1", 0}, {"10", 1}}),
             2);
    EXPECT_THAT(hazard.counts.by_class, ElementsAre(1, 1));
}

TEST(VectorHazardFile, DuplicatesCountOnce) {
    const VectorHazardRead hazard = read(polygons(geojson("twice.geojson", {{R"({"krb": "KRB I"})", square(0)},
                                                                            {R"({"krb": "KRB I"})", square(0)},
                                                                            {R"({"krb": "KRB II"})", square(0)}}),
                                                  three_krb),
                                         3);
    EXPECT_EQ(hazard.shapes.size(), 2U);
    EXPECT_EQ(hazard.counts.duplicates, 1U);
    EXPECT_EQ(hazard.counts.features, 3U);
    ASSERT_EQ(hazard.findings.size(), 1U);
    EXPECT_EQ(hazard.findings[0].id, "hazard.duplicates");
}

TEST(VectorHazardFile, OrderOfFeaturesDoesNotMatter) {
    std::vector<std::pair<std::string, std::string>> features;
    for (int x = 0; x < 20; ++x) {
        features.emplace_back(x % 3 == 0 ? R"({"krb": "KRB I"})" : R"({"krb": "KRB II"})", square(7 * x % 20));
    }
    const VectorHazardRead forwards = read(polygons(geojson("forwards.geojson", features), three_krb), 3);
    std::reverse(features.begin(), features.end());
    const VectorHazardRead backwards = read(polygons(geojson("backwards.geojson", features), three_krb), 3);
    ASSERT_EQ(forwards.shapes.size(), backwards.shapes.size());
    for (std::size_t i = 0; i < forwards.shapes.size(); ++i) {
        EXPECT_EQ(forwards.shapes[i].class_index, backwards.shapes[i].class_index);
        EXPECT_EQ(forwards.shapes[i].shape.vertices, backwards.shapes[i].shape.vertices);
    }
}

TEST(VectorHazardFile, RepairsAreFindingsOfTheHazard) {
    const VectorHazardRead hazard =
        read(polygons(geojson("bow.geojson", {{"{}", test::polygon("[[0,0],[2,2],[2,0],[0,2],[0,0]]")}})), 1);
    ASSERT_EQ(hazard.findings.size(), 1U);
    EXPECT_EQ(hazard.findings[0].id, "hazard.repaired");
    EXPECT_EQ(hazard.findings[0].subject, "krb");
    EXPECT_THAT(hazard.findings[0].sentence, HasSubstr("1 of 1 features"));
}

// Area of a geodesic disc of radius r on a curved surface, Bertrand-Diguet-Puiseux: pi r^2 (1 - K r^2 / 12), K the
// Gaussian curvature at the centre, 1 / (M N) on an ellipsoid. The next term is of the order of (r / 6378 km)^4.
double disc_m2(double radius_m, double latitude) {
    constexpr double a = 6378137.0;
    constexpr double f = 1 / 298.257223563;
    constexpr double e2 = f * (2 - f);
    const double w2 = 1 - e2 * std::pow(std::sin(latitude * std::numbers::pi / 180), 2);
    const double prime_vertical = a / std::sqrt(w2);
    const double meridian = a * (1 - e2) / (w2 * std::sqrt(w2));
    return std::numbers::pi * radius_m * radius_m * (1 - radius_m * radius_m / (12 * meridian * prime_vertical));
}

TEST(GeodesicCircle, HasTheAreaOfTheDisc) {
    const PolygonArea area("EPSG:4326");
    for (const double latitude : {-7.54, 0.0, 45.0, 70.0}) {
        for (const double radius_m : {500.0, 10'000.0, 100'000.0}) {
            const Shape circle = geodesic_circle({}, {110.446, latitude}, radius_m, 720);
            EXPECT_NEAR(area.m2(circle) / disc_m2(radius_m, latitude), 1, 1e-6) << radius_m << " m at " << latitude;
        }
    }
}

// The chord's middle lies r (1 - cos(t / 2)) inside its corners; t = 2 pi / corners.
TEST(GeodesicCircle, StraysNoMoreThanAsked) {
    const int corners = circle_corners(10'000, 0.05);
    const double turn = 2 * std::numbers::pi / corners;
    const double height = 10'000 * (1 - std::cos(turn / 2));
    EXPECT_LE(height * 2 / 3, 0.05 * 1.0001);
    EXPECT_GT(height * 2 / 3, 0.045);
    EXPECT_EQ(circle_corners(1, 5), 64);
    EXPECT_EQ(circle_corners(1e6, 1e-3), 4096);
}

VectorHazardInput buffers(const std::string& name, const std::vector<std::string>& points, int epsg,
                          std::vector<double> radii_km) {
    std::vector<test::Row> rows;
    for (const std::string& point : points) {
        rows.push_back({point, {}});
    }
    VectorHazardInput input{test::vector_file(name, "GPKG", epsg, wkbUnknown, {}, rows), {}, std::move(radii_km)};
    input.layer.section = "hazard.krb";
    return input;
}

TEST(Buffers, SmallestRadiusIsTheHighestClass) {
    const VectorHazardRead hazard = read(buffers("radii.gpkg", {"POINT Z (110.446 -7.54 2930)"}, 4326, {2, 5, 10}), 3);
    const PolygonArea area("EPSG:4326");
    ASSERT_EQ(hazard.shapes.size(), 3U);
    for (std::size_t c = 0; c < 3; ++c) {
        EXPECT_EQ(hazard.shapes[c].class_index, c);
        const double radius_m = std::vector<double>{10'000, 5'000, 2'000}[c];
        EXPECT_NEAR(area.m2(hazard.shapes[c].shape) / disc_m2(radius_m, -7.54), 1, 1e-6);
    }
    EXPECT_THAT(hazard.counts.by_class, ElementsAre(1, 1, 1));
}

TEST(Buffers, EveryPointOfAMultipointHasItsCircle) {
    const VectorHazardRead hazard =
        read(buffers("multi.gpkg", {"MULTIPOINT ((110 -7), (111 -7))", "POINT (112 -7)", ""}, 4326, {1}), 1);
    EXPECT_EQ(hazard.shapes.size(), 3U);
    EXPECT_EQ(hazard.counts.features, 3U);
    ASSERT_EQ(hazard.findings.size(), 1U);
    EXPECT_EQ(hazard.findings[0].id, "hazard.empty");
}

// 500000 E on the equator of UTM 49S is 111 E; the radius is on the ellipsoid, not multiplied by the projection's
// 0.9996.
TEST(Buffers, PointsInMetresAreCirclesOnTheEllipsoid) {
    const VectorHazardRead hazard = read(buffers("utm.gpkg", {"POINT (500000 10000000)"}, 32749, {10}), 1);
    const PolygonArea area("EPSG:4326");
    ASSERT_EQ(hazard.shapes.size(), 1U);
    EXPECT_NEAR(area.m2(hazard.shapes[0].shape) / disc_m2(10'000, 0), 1, 1e-6);
    double west = 180;
    double east = -180;
    for (const Vertex& v : hazard.shapes[0].shape.vertices) {
        west = std::min(west, v.x);
        east = std::max(east, v.x);
    }
    // A degree of the equator is a pi / 180 = 111319.4908 m.
    EXPECT_NEAR((west + east) / 2, 111, 1e-9);
    EXPECT_NEAR((east - west) / 2, 10'000 / 111319.4908, 1e-5);
}

TEST(Buffers, RefuseWhatTheyCannotDraw) {
    EXPECT_THAT(refused(buffers("seam.gpkg", {"POINT (179.99 -16)"}, 4326, {10}), 1, ErrorKind::input),
                HasSubstr("180 degree meridian"));
    EXPECT_THAT(refused(buffers("pole.gpkg", {"POINT (10 89.99)"}, 4326, {10}), 1, ErrorKind::input),
                HasSubstr("over a pole"));
    EXPECT_THAT(refused(buffers("line.gpkg", {"LINESTRING (110 -7, 111 -7)"}, 4326, {10}), 1, ErrorKind::input),
                HasSubstr("feature 1: its geometry is a Line String; buffers are drawn round points"));
    EXPECT_THAT(refused(buffers("metres.gpkg", {"POINT (430000 9165000)"}, 4326, {10}), 1, ErrorKind::input),
                HasSubstr("cannot be degrees"));
    EXPECT_THAT(refused(buffers("empty.gpkg", {}, 4326, {10}), 1, ErrorKind::input), HasSubstr("no features"));
}

}  // namespace
}  // namespace papar
