#include "engine/io/cut_overlaps.hpp"

#include "engine/io/polygon_area.hpp"

#include "tests/support/shapes.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace papar {
namespace {

using test::layer_of;
using test::rectangle;
using test::shape_of;
using testing::ElementsAre;

constexpr const char* utm_48s = "EPSG:32748";

// x:  0    10   15   20   25   30      all of them y 0 .. 10, and a fourth far away
// A   |---------------|
// B        |--------------------|
// C             |----------|
ZoneLayer three_and_one() {
    ZoneLayer layer = layer_of({shape_of({{rectangle(0, 0, 20, 10)}}), shape_of({{rectangle(10, 0, 30, 10)}}),
                                shape_of({{rectangle(15, 0, 25, 10)}}), shape_of({{rectangle(50, 0, 60, 10)}})});
    layer.crs_wkt = utm_48s;
    return layer;
}

std::vector<double> areas(const ZoneParts& parts) {
    const PolygonArea area(utm_48s);
    std::vector<double> all;
    for (const Zone& zone : parts.layer.zones) {
        all.push_back(area.m2(zone.shape));
    }
    return all;
}

ZoneParts cut(const ZoneLayer& layer, OverlapPolicy policy) {
    return cut_overlaps(layer, zone_overlaps(layer, open_edges(layer)), policy);
}

TEST(CutOverlaps, FirstTakesAll) {
    const ZoneParts parts = cut(three_and_one(), OverlapPolicy::first);
    // B keeps 20 .. 30; all of C lies in A or B.
    EXPECT_THAT(areas(parts), ElementsAre(200, 100, 0, 100));
    EXPECT_THAT(parts.owners, ElementsAre(ElementsAre(0), ElementsAre(1), ElementsAre(2), ElementsAre(3)));
}

TEST(CutOverlaps, LastTakesAll) {
    // A keeps 0 .. 10, B 10 .. 15 and 25 .. 30, C all.
    EXPECT_THAT(areas(cut(three_and_one(), OverlapPolicy::last)), ElementsAre(100, 100, 100, 100));
}

TEST(CutOverlaps, SplitMakesAFaceForEverySetOfOwners) {
    const ZoneParts parts = cut(three_and_one(), OverlapPolicy::split);
    // A alone 0 .. 10, B alone 25 .. 30, C never alone; A + B 10 .. 15, A + B + C 15 .. 20, B + C 20 .. 25.
    EXPECT_THAT(areas(parts), ElementsAre(100, 50, 0, 100, 50, 50, 50));
    EXPECT_THAT(parts.owners, ElementsAre(ElementsAre(0), ElementsAre(1), ElementsAre(2), ElementsAre(3),
                                          ElementsAre(0, 1), ElementsAre(0, 1, 2), ElementsAre(1, 2)));
    EXPECT_EQ(parts.layer.zones[5].code, "1 + 2 + 3");
}

TEST(CutOverlaps, ZonesWithoutOverlapStayAsTheyAre) {
    const ZoneLayer layer = three_and_one();
    for (const OverlapPolicy policy : {OverlapPolicy::first, OverlapPolicy::last, OverlapPolicy::split}) {
        EXPECT_EQ(cut(layer, policy).layer.zones[3].shape.vertices, layer.zones[3].shape.vertices);
    }
}

TEST(CutOverlaps, DuplicatesGoToOneOrAreShared) {
    ZoneLayer layer = layer_of({shape_of({{rectangle(0, 0, 10, 10)}}), shape_of({{rectangle(0, 0, 10, 10)}})});
    layer.crs_wkt = utm_48s;
    EXPECT_THAT(areas(cut(layer, OverlapPolicy::first)), ElementsAre(100, 0));
    EXPECT_THAT(areas(cut(layer, OverlapPolicy::last)), ElementsAre(0, 100));
    EXPECT_THAT(areas(cut(layer, OverlapPolicy::split)), ElementsAre(0, 0, 100));
}

}  // namespace
}  // namespace papar
