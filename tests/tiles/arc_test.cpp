#include "engine/base/error.hpp"
#include "engine/tiles/arc_hot_points.hpp"
#include "engine/tiles/arc_rings.hpp"
#include "engine/tiles/arc_simplify.hpp"
#include "engine/tiles/arc_topology.hpp"

#include "tests/tiles/unit_shapes.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace papar {
namespace {

using test::rectangle;
using test::segments_of;
using testing::ElementsAre;
using testing::IsEmpty;

std::vector<FeatureEdge> edges_of_rings(const std::vector<GridRing>& rings) {
    std::vector<FeatureEdge> edges;
    for (const GridRing& ring : rings) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            edges.push_back({0, ring[j], ring[i]});
        }
    }
    return edges;
}

TEST(HotPoints, SegmentPassesThePixelsOnItsWay) {
    // From (0, 0) to (4, 2) the line has y = x / 2: (2, 1) lies on it; at x = 1 it is at y = 0.5, on the edge of the
    // pixel of (1, 1), which belongs to it, and of (1, 0), which ends before; (3, 1) is 0.5 below: its pixel ends at
    // y < 1.5 and begins at x = 2.5, where y = 1.25.
    const HotPoints hot({{0, 0}, {1, 0}, {1, 1}, {2, 1}, {3, 1}, {3, 0}, {4, 2}});
    std::vector<GridPoint> chain;
    hot.snap({0, 0}, {4, 2}, chain);
    // (1, 0): x from 0.5, y = 0.25 there, so it is passed, before (1, 1), which is met at x = 1.
    EXPECT_THAT(chain, ElementsAre(GridPoint{0, 0}, GridPoint{1, 0}, GridPoint{1, 1}, GridPoint{2, 1}, GridPoint{3, 1},
                                   GridPoint{4, 2}));
    chain.clear();
    hot.snap({4, 2}, {0, 0}, chain);
    EXPECT_THAT(chain, ElementsAre(GridPoint{4, 2}, GridPoint{3, 1}, GridPoint{2, 1}, GridPoint{1, 1}, GridPoint{1, 0},
                                   GridPoint{0, 0}));
}

TEST(HotPoints, AreASetInWhateverOrderTheyCome) {
    const HotPoints hot({{900, 5}, {0, 0}, {900, 5}, {-7, 300}, {0, 0}});
    EXPECT_THAT(hot.points(), testing::UnorderedElementsAre(GridPoint{0, 0}, GridPoint{-7, 300}, GridPoint{900, 5}));
    for (const GridPoint& p : hot.points()) {
        EXPECT_EQ(hot.points()[hot.index_of(p)], p);
    }
    EXPECT_THAT(HotPoints({}).points(), IsEmpty());
}

TEST(HotPoints, ASegmentBetweenPixelsSideBySidePassesNoOther) {
    // From (0.49, 0.49) to (1.49, -0.49): both are in the row y = 0, though (0, 1), (1, -1) and (2, -1) are near.
    const HotPoints hot({{0, 0}, {1, 0}, {0, 1}, {1, -1}, {2, -1}});
    std::vector<GridPoint> chain;
    hot.snap({0.49, 0.49}, {1.49, -0.49}, chain);
    EXPECT_THAT(chain, ElementsAre(GridPoint{0, 0}, GridPoint{1, 0}));
}

TEST(ArcTopology, SharedBorderIsOneArc) {
    // Two squares side by side: their common side, and what is left of each.
    const ArcTopology t = arc_topology(segments_of({{{rectangle(0, 0, 10, 10)}}, {{rectangle(10, 0, 20, 10)}}}, 4), 4);
    ASSERT_EQ(t.arcs.size(), 3U);
    std::size_t shared = 0;
    for (const Arc& arc : t.arcs) {
        const auto points = t.points_of(arc);
        EXPECT_EQ(points.front().x, 10);  // the nodes are (10, 0) and (10, 10)
        EXPECT_EQ(points.back().x, 10);
        shared += t.sides_of(arc).size() == 2 ? 1 : 0;
    }
    EXPECT_EQ(shared, 1U);
    EXPECT_EQ(t.collapsed_rings, 0U);
}

TEST(ArcTopology, SlightlyDifferentBordersMeet) {
    // The right square has a vertex more on the common side and stands 0.3 units away: on the grid nothing of that is
    // left. Rings in both directions.
    const ArcTopology t = arc_topology(
        segments_of({{{rectangle(0, 0, 10, 10)}}, {{{{10.3, 10}, {20, 10}, {20, 0}, {10.3, 0}, {10.2, 4}}}}}, 4), 4);
    EXPECT_EQ(t.arcs.size(), 3U);
    std::int64_t left = 0, right = 0;
    for (const FeatureEdge& e : feature_edges(t)) {
        (e.feature == 0 ? left : right) += cross({0, 0}, e.from, e.to);
    }
    EXPECT_EQ(left, 200);  // twice 10 x 10
    EXPECT_EQ(right, 200);
}

TEST(ArcTopology, CountsWhatCollapses) {
    // A strip 0.2 units wide is a line on the grid; the square keeps its shell, but not its hole.
    const ArcTopology t = arc_topology(
        segments_of({{{rectangle(0, 0, 10, 10), rectangle(5, 5, 5.1, 8)}}, {{rectangle(20, 0, 20.2, 10)}}}, 4), 4);
    EXPECT_EQ(t.collapsed_rings, 2U);
    EXPECT_THAT(t.collapsed_features, ElementsAre(1));
}

TEST(ArcTopology, RefusesZooms) {
    EXPECT_THROW(arc_topology(SharedSegments{}, 17), Error);
    EXPECT_THROW(arc_topology(SharedSegments{}, -1), Error);
}

TEST(ArcSimplify, TakesOutSmallTrianglesFirst) {
    // The common side has a bump: the triangle (10, 0) (11, 5) (10, 10) has the area 10 * 1 / 2 = 5, less than 3^2.
    const std::vector<test::MultiPolygonPoints> features{{{{{0, 0}, {10, 0}, {11, 5}, {10, 10}, {0, 10}}}},
                                                         {{{{10, 0}, {30, 0}, {30, 10}, {10, 10}, {11, 5}}}}};
    ArcTopology t = arc_topology(segments_of(features, 4), 4);
    EXPECT_EQ(simplify(t, 3), 1U);
    t = arc_topology(segments_of(features, 4), 4);
    EXPECT_EQ(simplify(t, 2), 0U);  // 5 > 2^2
}

TEST(ArcSimplify, NothingVanishesHoweverLargeTheTolerance) {
    // A lens between two squares: three arcs join (10, 0) and (10, 20); only one of them may become a line. And an
    // island, which keeps a triangle.
    const std::vector<test::MultiPolygonPoints> features{{{{{0, 0}, {10, 0}, {9, 10}, {10, 20}, {0, 20}}}},
                                                         {{{{10, 0}, {11, 10}, {10, 20}, {9, 10}}}},
                                                         {{{{10, 0}, {30, 0}, {30, 20}, {10, 20}, {11, 10}}}},
                                                         {{rectangle(50, 50, 51, 52)}}};
    ArcTopology t = arc_topology(segments_of(features, 4), 4);
    simplify(t, 1000);
    std::vector<std::int64_t> area(4);
    for (const FeatureEdge& e : feature_edges(t)) {
        area[e.feature] += cross({0, 0}, e.from, e.to);
    }
    EXPECT_EQ(area[1], 20);  // twice a triangle of width 1 and height 20
    EXPECT_EQ(area[3], 2);   // twice half of 1 x 2
    EXPECT_GT(area[0], 0);
    EXPECT_GT(area[2], 0);
}

TEST(ArcRings, PolygonsThatTouchAreApart) {
    // Two squares with the corner (2, 2) in common.
    const GridPolygons p =
        rings_of(edges_of_rings({{{0, 0}, {2, 0}, {2, 2}, {0, 2}}, {{2, 2}, {4, 2}, {4, 4}, {2, 4}}}));
    ASSERT_EQ(p.rings.size(), 2U);
    EXPECT_EQ(twice_area(p.rings[0]), 8);
    EXPECT_EQ(twice_area(p.rings[1]), 8);
}

TEST(ArcRings, HolesFollowTheirExterior) {
    // A 10 x 10 square with two holes that touch each other in (4, 4), the first touching the shell in (0, 2); in a
    // second polygon's place an island inside the second hole.
    const GridPolygons p = rings_of(edges_of_rings({{{0, 0}, {10, 0}, {10, 10}, {0, 10}, {0, 2}},
                                                    {{0, 2}, {4, 4}, {4, 1}},
                                                    {{4, 4}, {4, 8}, {8, 8}, {8, 4}},
                                                    {{5, 5}, {6, 5}, {6, 6}, {5, 6}}}));
    ASSERT_EQ(p.rings.size(), 4U);
    EXPECT_EQ(p.stray_holes, 0U);
    EXPECT_EQ(twice_area(p.rings[0]), 200);
    EXPECT_EQ(twice_area(p.rings[1]) + twice_area(p.rings[2]), -(12 + 32));  // 3 x 4 / 2, 4 x 4
    EXPECT_EQ(twice_area(p.rings[3]), 2);
}

TEST(ArcRings, EdgesToAndFroCancel) {
    // A square with a spike, and a bridge back over its own side.
    const GridPolygons p = rings_of(edges_of_rings({{{0, 0}, {4, 0}, {7, 0}, {4, 0}, {4, 4}, {0, 4}}}));
    ASSERT_EQ(p.rings.size(), 1U);
    EXPECT_EQ(twice_area(p.rings[0]), 32);
    EXPECT_EQ(p.rings[0].size(), 4U);
    EXPECT_THAT(rings_of(edges_of_rings({{{0, 0}, {5, 5}}})).rings, IsEmpty());
}

}  // namespace
}  // namespace papar
