// Defects of borders on shapes small enough to work out by hand. Metres in UTM, so that areas are planar.
#include "engine/io/inspect_borders.hpp"

#include "tests/io/zone_files.hpp"
#include "tests/support/random.hpp"
#include "tests/support/shapes.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cmath>

namespace papar {
namespace {

using test::layer_of;
using test::rectangle;
using test::shape_of;
using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

constexpr const char* utm_48s = "EPSG:32748";

ZonesRead read_of(std::vector<Shape> shapes) {
    ZonesRead read;
    read.layer = layer_of(std::move(shapes));
    read.layer.crs_wkt = utm_48s;
    read.extras.resize(read.layer.zones.size());
    return read;
}

BorderReport inspect(const ZonesRead& read) {
    const OpenEdges open = open_edges(read.layer);
    return inspect_borders(read, open, zone_overlaps(read.layer, open), {});
}

std::vector<BorderDefect> of_kind(const BorderReport& report, DefectKind kind) {
    std::vector<BorderDefect> found;
    for (const BorderDefect& defect : report.defects) {
        if (defect.kind == kind) {
            found.push_back(defect);
        }
    }
    return found;
}

TEST(InspectBorders, AnOverlapOfTwoSquares) {
    const BorderReport report =
        inspect(read_of({shape_of({{rectangle(0, 0, 1000, 1000)}}), shape_of({{rectangle(800, 0, 1800, 1000)}})}));
    ASSERT_THAT(report.defects, SizeIs(1));
    const BorderDefect& overlap = report.defects[0];
    EXPECT_EQ(overlap.kind, DefectKind::overlap);
    EXPECT_THAT(overlap.zones, ElementsAre(0, 1));
    EXPECT_DOUBLE_EQ(overlap.area_m2, 200.0 * 1000);
    EXPECT_DOUBLE_EQ(overlap.width_m, 2 * 200.0 * 1000 / 2400);  // 2 A / P = 166.7: no sliver
    EXPECT_FALSE(overlap.sliver);
    EXPECT_TRUE(overlap.place.x > 800 && overlap.place.x < 1000 && overlap.place.y > 0 && overlap.place.y < 1000);
}

TEST(InspectBorders, AThinOverlapIsASliver) {
    const BorderReport report =
        inspect(read_of({shape_of({{rectangle(0, 0, 1000, 1000)}}), shape_of({{rectangle(998, 0, 1800, 1000)}})}));
    ASSERT_THAT(report.defects, SizeIs(1));
    EXPECT_DOUBLE_EQ(report.defects[0].width_m, 2 * 2000.0 / 2004);
    EXPECT_TRUE(report.defects[0].sliver);
}

TEST(InspectBorders, NeighboursWithOtherVerticesAreClean) {
    // The second has a vertex in the middle of the shared side.
    const BorderReport report =
        inspect(read_of({shape_of({{rectangle(0, 0, 1000, 1000)}}),
                         shape_of({{{{1000, 0}, {2000, 0}, {2000, 1000}, {1000, 1000}, {1000, 500}}}})}));
    EXPECT_THAT(report.defects, IsEmpty());
}

TEST(InspectBorders, ASlitBetweenTwoZonesIsAGap) {
    // The same, but its vertex is 2 m to the east: a triangle of 1000 x 2 / 2 m2.
    const BorderReport report =
        inspect(read_of({shape_of({{rectangle(0, 0, 1000, 1000)}}),
                         shape_of({{{{1000, 0}, {2000, 0}, {2000, 1000}, {1000, 1000}, {1002, 500}}}})}));
    ASSERT_THAT(report.defects, SizeIs(1));
    const BorderDefect& gap = report.defects[0];
    EXPECT_EQ(gap.kind, DefectKind::gap);
    EXPECT_THAT(gap.zones, ElementsAre(0, 1));
    EXPECT_DOUBLE_EQ(gap.area_m2, 1000);
    EXPECT_NEAR(gap.width_m, 2 * 1000 / (1000 + 2 * std::hypot(500, 2)), 1e-12);
    EXPECT_TRUE(gap.sliver);
}

TEST(InspectBorders, ASlitOpenToTheOutsideIsNone) {
    const BorderReport report = inspect(read_of(
        {shape_of({{rectangle(0, 0, 1000, 1000)}}), shape_of({{{{1000, 0}, {2000, 0}, {2000, 1000}, {1002, 1000}}}})}));
    EXPECT_THAT(report.defects, IsEmpty());
}

TEST(InspectBorders, APlaceThatFourZonesEnclose) {
    const BorderReport report =
        inspect(read_of({shape_of({{rectangle(0, 0, 300, 100)}}), shape_of({{rectangle(0, 200, 300, 300)}}),
                         shape_of({{rectangle(0, 100, 100, 200)}}), shape_of({{rectangle(200, 100, 300, 200)}}),
                         shape_of({{rectangle(120, 120, 180, 180)}})}));  // an island in the gap
    ASSERT_THAT(report.defects, SizeIs(1));
    EXPECT_EQ(report.defects[0].kind, DefectKind::gap);
    EXPECT_THAT(report.defects[0].zones, ElementsAre(0, 1, 2, 3, 4));
    EXPECT_DOUBLE_EQ(report.defects[0].area_m2, 100.0 * 100 - 60.0 * 60);
}

TEST(InspectBorders, AHoleOfOneZoneIsAGapToo) {
    const BorderReport report =
        inspect(read_of({shape_of({{rectangle(0, 0, 300, 300), rectangle(100, 100, 200, 200)}})}));
    ASSERT_THAT(report.defects, SizeIs(1));
    EXPECT_THAT(report.defects[0].zones, ElementsAre(0));
    EXPECT_DOUBLE_EQ(report.defects[0].area_m2, 100.0 * 100);
}

// The innermost zone has no open edge and no box of an open edge meets its own: it is found through its neighbour.
TEST(InspectBorders, AnOverlapGoesOnAcrossSharedEdges) {
    const BorderReport report =
        inspect(read_of({shape_of({{rectangle(400, 400, 600, 600)}}),
                         shape_of({{rectangle(300, 300, 700, 700), rectangle(400, 400, 600, 600)}}),
                         shape_of({{rectangle(200, 200, 800, 800)}})}));
    const std::vector<BorderDefect> overlaps = of_kind(report, DefectKind::overlap);
    ASSERT_THAT(overlaps, SizeIs(2));
    EXPECT_THAT(overlaps[0].zones, ElementsAre(0, 2));
    EXPECT_DOUBLE_EQ(overlaps[0].area_m2, 200.0 * 200);
    EXPECT_THAT(overlaps[1].zones, ElementsAre(1, 2));
    EXPECT_DOUBLE_EQ(overlaps[1].area_m2, 400.0 * 400 - 200.0 * 200);
}

TEST(InspectBorders, ADuplicateIsAnOverlapToo) {
    const BorderReport report = inspect(
        read_of({shape_of({{rectangle(0, 0, 100, 100)}}),
                 shape_of({{{{100, 100}, {100, 0}, {0, 0}, {0, 100}}}})}));  // begins elsewhere, runs the other way
    ASSERT_THAT(report.defects, SizeIs(2));
    EXPECT_EQ(report.defects[0].kind, DefectKind::overlap);
    EXPECT_EQ(report.defects[1].kind, DefectKind::duplicate);
    EXPECT_THAT(report.defects[1].zones, ElementsAre(0, 1));
    EXPECT_DOUBLE_EQ(report.defects[1].area_m2, 100.0 * 100);
}

TEST(InspectBorders, AThinPartOfAZone) {
    const BorderReport report =
        inspect(read_of({shape_of({{rectangle(0, 0, 100, 100)}, {rectangle(200, 0, 204, 100)}})}));
    ASSERT_THAT(report.defects, SizeIs(1));
    EXPECT_EQ(report.defects[0].kind, DefectKind::thin_part);
    EXPECT_DOUBLE_EQ(report.defects[0].width_m, 2 * 400.0 / 208);
}

TEST(InspectBorders, ABowTieIsRepaired) {
    // Edges cross at (50, 50): two triangles of 100 x 50 / 2 m2; as drawn their signed areas cancel.
    const ZonesRead read =
        read_zones(test::vector_file("dasi_batas.gpkg", "GPKG", 32748, wkbPolygon, {{"kode", OFTString}},
                                     {{"POLYGON((0 0,100 100,100 0,0 100,0 0))", {"1"}}}),
                   utm_48s, Grid{0, 100, 1, 1, 100, 100});
    const BorderReport report = inspect(read);
    ASSERT_THAT(report.defects, SizeIs(1));
    const BorderDefect& bow_tie = report.defects[0];
    EXPECT_EQ(bow_tie.kind, DefectKind::repaired);
    EXPECT_EQ(bow_tie.place, (Vertex{50, 50}));
    EXPECT_EQ(bow_tie.reason, "Self-intersection");
    EXPECT_DOUBLE_EQ(bow_tie.area_m2, 5000);
    EXPECT_DOUBLE_EQ(bow_tie.area_change_m2, 5000);
}

TEST(InspectBorders, NestedShellsAreOneFaultOfTheWhole) {
    const ZonesRead read = read_zones(
        test::vector_file("sarang.gpkg", "GPKG", 32748, wkbMultiPolygon, {{"kode", OFTString}},
                          {{"MULTIPOLYGON(((0 0,100 0,100 100,0 100,0 0)),((10 10,20 10,20 20,10 20,10 10)))", {"1"}}}),
        utm_48s, Grid{0, 100, 1, 1, 100, 100});
    const BorderReport report = inspect(read);
    ASSERT_THAT(report.defects, SizeIs(1));
    EXPECT_EQ(report.defects[0].reason, "Nested shells");
    EXPECT_DOUBLE_EQ(report.defects[0].area_m2, 10000);
    EXPECT_DOUBLE_EQ(report.defects[0].area_change_m2, -100);  // the inner square was drawn twice
}

ZonesInput with_points(const std::string& file, const std::string& second) {
    ZonesInput input = test::geojson(file, {{R"({"lng": 0.5, "lat": 0.5})", test::square(0)},
                                            {second, test::square(1)},
                                            {R"({"lng": null, "lat": 0.5})", test::square(2)}});
    input.point_columns = {"lng", "lat"};
    return input;
}

TEST(InspectBorders, APointInTheNeighbour) {
    const BorderReport report =
        inspect(test::read_degrees(with_points("titik.geojson", R"({"lng": 2.25, "lat": 0.5})")));
    EXPECT_TRUE(report.has_points);
    ASSERT_THAT(report.defects, SizeIs(1));
    EXPECT_EQ(report.defects[0].kind, DefectKind::point_outside);
    EXPECT_THAT(report.defects[0].zones, ElementsAre(1, 2));  // whose point it is, then where it lies
    EXPECT_EQ(report.defects[0].place, (Vertex{2.25, 0.5}));
    EXPECT_FALSE(report.defects[0].sliver);
}

TEST(InspectBorders, WithoutPointsThereIsNoSuchCheck) {
    EXPECT_FALSE(inspect(read_of({shape_of({{rectangle(0, 0, 100, 100)}})})).has_points);
}

TEST(InspectBorders, PointsThatAreNoPlaceAreRefused) {
    EXPECT_THAT(test::refusal(with_points("titik_jauh.geojson", R"({"lng": 0.5, "lat": 106.8})"), ErrorKind::input),
                testing::HasSubstr("feature 2 (2): column \"lat\" holds 106.8, beyond 90 degrees"));
}

// Rectangles thrown at random: every overlap is the product of two shared sides.
std::vector<Shape> random_rectangles(int count) {
    test::Random random(42);
    std::vector<Shape> shapes;
    for (int i = 0; i < count; ++i) {
        const double x = std::floor(test::uniform(random, 0, 3000));
        const double y = std::floor(test::uniform(random, 0, 3000));
        shapes.push_back(shape_of({{rectangle(x, y, x + std::floor(test::uniform(random, 5, 300)),
                                              y + std::floor(test::uniform(random, 5, 300)))}}));
    }
    return shapes;
}

TEST(InspectBorders, EveryOverlapOfRandomRectangles) {
    const ZonesRead read = read_of(random_rectangles(300));
    std::vector<std::pair<std::vector<std::uint32_t>, double>> expected;
    for (std::uint32_t a = 0; a < read.layer.zones.size(); ++a) {
        for (std::uint32_t b = a + 1; b < read.layer.zones.size(); ++b) {
            const Vertex* p = read.layer.zones[a].shape.vertices.data();  // [0] south-west, [2] north-east
            const Vertex* q = read.layer.zones[b].shape.vertices.data();
            const double width = std::min(p[2].x, q[2].x) - std::max(p[0].x, q[0].x);
            const double height = std::min(p[2].y, q[2].y) - std::max(p[0].y, q[0].y);
            if (width > 0 && height > 0 && width * height > smallest_defect_m2) {
                expected.push_back({{a, b}, width * height});
            }
        }
    }
    const std::vector<BorderDefect> overlaps = of_kind(inspect(read), DefectKind::overlap);
    ASSERT_EQ(overlaps.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        EXPECT_EQ(overlaps[i].zones, expected[i].first);
        EXPECT_DOUBLE_EQ(overlaps[i].area_m2, expected[i].second);
    }
}

TEST(InspectBorders, TheSameForAnyNumberOfThreads) {
    const ZonesRead read = read_of(random_rectangles(300));
    const auto on = [&](int threads) { return tbb::task_arena(threads).execute([&] { return inspect(read); }); };
    const BorderReport one = on(1);
    const BorderReport four = on(4);
    ASSERT_EQ(one.defects.size(), four.defects.size());
    for (std::size_t i = 0; i < one.defects.size(); ++i) {
        EXPECT_EQ(one.defects[i].zones, four.defects[i].zones);
        EXPECT_EQ(one.defects[i].place, four.defects[i].place);
        EXPECT_EQ(one.defects[i].shape.vertices, four.defects[i].shape.vertices);
    }
}

}  // namespace
}  // namespace papar
