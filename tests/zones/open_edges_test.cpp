#include "engine/zones/open_edges.hpp"

#include "engine/zones/boxes.hpp"
#include "engine/zones/point_in_shape.hpp"
#include "engine/zones/same_shapes.hpp"

#include "tests/support/random.hpp"
#include "tests/support/shapes.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace papar {
namespace {

using test::layer_of;
using test::rectangle;
using test::shape_of;
using testing::ElementsAre;

std::size_t open_count(const OpenEdges& open, std::uint32_t zone) {
    std::size_t edges = 0;
    for (const OpenChain& chain : open.chains) {
        edges += chain.zone == zone ? chain.edges : 0;
    }
    return edges;
}

TEST(OpenEdges, NeighboursShareTheEdgeBetweenThem) {
    const OpenEdges open =
        open_edges(layer_of({shape_of({{rectangle(0, 0, 1, 1)}}), shape_of({{rectangle(1, 0, 2, 1)}}), shape_of({})}));
    EXPECT_EQ(open_count(open, 0), 3U);  // all but the one at x = 1
    EXPECT_EQ(open_count(open, 1), 3U);
    EXPECT_THAT(open.neighbours, ElementsAre(ElementsAre(1), ElementsAre(0), ElementsAre()));
}

TEST(OpenEdges, ADirectionInTheFileDoesNotMatter) {
    test::RingPoints clockwise = rectangle(1, 0, 2, 1);
    std::reverse(clockwise.begin(), clockwise.end());
    const OpenEdges open = open_edges(layer_of({shape_of({{rectangle(0, 0, 1, 1)}}), shape_of({{clockwise}})}));
    EXPECT_EQ(open_count(open, 1), 3U);
}

TEST(OpenEdges, AHoleAndWhatFillsItAreShared) {
    const OpenEdges open = open_edges(
        layer_of({shape_of({{rectangle(0, 0, 3, 3), rectangle(1, 1, 2, 2)}}), shape_of({{rectangle(1, 1, 2, 2)}})}));
    EXPECT_EQ(open_count(open, 0), 4U);  // the shell
    EXPECT_EQ(open_count(open, 1), 0U);
}

TEST(OpenEdges, InsidesOnTheSameSideAreNoNeighbours) {
    // The second lies on top of the first: the edges at y = 0 are the same, but so are their insides.
    const OpenEdges open =
        open_edges(layer_of({shape_of({{rectangle(0, 0, 1, 1)}}), shape_of({{rectangle(0, 0, 1, 2)}})}));
    EXPECT_EQ(open_count(open, 0), 4U);
    EXPECT_EQ(open_count(open, 1), 4U);
}

TEST(OpenEdges, AnEdgeOfThreeZonesIsOpen) {
    const OpenEdges open =
        open_edges(layer_of({shape_of({{rectangle(0, 0, 1, 1)}}), shape_of({{rectangle(1, 0, 2, 1)}}),
                             shape_of({{rectangle(1, 0, 3, 1)}})}));
    EXPECT_EQ(open_count(open, 0), 4U);
}

TEST(SameShapes, WhereverARingBeginsAndWhicheverWayItRuns) {
    const test::RingPoints shell = rectangle(0, 0, 9, 9);
    const test::RingPoints first = rectangle(1, 1, 2, 2);
    const test::RingPoints second = rectangle(3, 3, 4, 4);
    test::RingPoints turned = shell;
    std::rotate(turned.begin(), turned.begin() + 3, turned.end());
    std::reverse(turned.begin(), turned.end());
    const auto groups = same_shapes(layer_of({
        shape_of({{shell, first, second}, {rectangle(20, 0, 21, 1)}}),
        shape_of({{shell, first}, {rectangle(20, 0, 21, 1)}}),           // a hole less
        shape_of({{rectangle(20, 0, 21, 1)}, {turned, second, first}}),  // all of the first, in another order
        shape_of({{shell, first, rectangle(3, 3, 4, 5)}, {rectangle(20, 0, 21, 1)}}),  // one vertex differs
        shape_of({}),
        shape_of({}),
    }));
    EXPECT_THAT(groups, ElementsAre(ElementsAre(0, 2)));
}

TEST(Contains, ShellsLessHoles) {
    const Shape shape = shape_of({{rectangle(0, 0, 4, 4), rectangle(1, 1, 3, 3)}, {rectangle(6, 0, 7, 1)}});
    EXPECT_TRUE(contains(shape, {0.5, 2}));
    EXPECT_FALSE(contains(shape, {2, 2}));  // in the hole
    EXPECT_TRUE(contains(shape, {6.5, 0.5}));
    EXPECT_FALSE(contains(shape, {5, 0.5}));
    EXPECT_FALSE(contains(shape, {-1, 2}));
}

TEST(BoxTree, FindsWhatABruteForceFinds) {
    test::Random random(20261125);
    std::vector<Box> boxes;
    for (int i = 0; i < 1000; ++i) {
        const Vertex low{test::uniform(random, 0, 100), test::uniform(random, 0, 100)};
        boxes.push_back({low, {low.x + test::uniform(random, 0, 5), low.y + test::uniform(random, 0, 5)}});
    }
    const BoxTree tree(boxes);
    for (const Box& box : boxes) {
        std::vector<std::size_t> found;
        tree.for_each(box, [&](std::size_t i) { found.push_back(i); });
        std::sort(found.begin(), found.end());
        std::vector<std::size_t> expected;
        for (std::size_t i = 0; i < boxes.size(); ++i) {
            if (meet(boxes[i], box)) {
                expected.push_back(i);
            }
        }
        ASSERT_EQ(found, expected);
    }
}

TEST(BoxTree, OfNothing) {
    BoxTree({}).for_each({{0, 0}, {1, 1}}, [](std::size_t) { FAIL(); });
}

}  // namespace
}  // namespace papar
