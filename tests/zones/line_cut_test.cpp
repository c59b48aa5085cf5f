#include "engine/zones/line_cut.hpp"

#include "tests/support/shapes.hpp"
#include <gtest/gtest.h>

namespace papar {
namespace {

using test::rectangle;
using test::shape_of;

void expect(const std::vector<LinePart>& found, const std::vector<LinePart>& wanted) {
    ASSERT_EQ(found.size(), wanted.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_DOUBLE_EQ(found[i].from, wanted[i].from) << i;
        EXPECT_DOUBLE_EQ(found[i].to, wanted[i].to) << i;
    }
}

const ShapeEdges square(shape_of({{rectangle(0, 0, 4, 4)}}));
const ShapeEdges ring(shape_of({{rectangle(0, 0, 4, 4), rectangle(1, 1, 3, 3)}}));

TEST(LineCut, InsideAndOutside) {
    expect(parts_inside(square, std::vector<Vertex>{{1, 1}, {2, 3}, {3, 1}}), {{0, 2}});
    expect(parts_inside(square, std::vector<Vertex>{{5, 1}, {6, 3}}), {});
}

// From x -1 to 7: in at 1/8, out at 5/8; with a hole from 1 to 3 two parts.
TEST(LineCut, ThroughBorders) {
    expect(parts_inside(square, std::vector<Vertex>{{-1, 2}, {7, 2}}), {{1 / 8., 5 / 8.}});
    expect(parts_inside(ring, std::vector<Vertex>{{-1, 2}, {7, 2}}), {{1 / 8., 2 / 8.}, {4 / 8., 5 / 8.}});
    // Leaves by its second segment and comes back by its third.
    expect(parts_inside(square, std::vector<Vertex>{{1, 1}, {3, 1}, {5, 1}, {5, 3}, {3, 3}}), {{0, 1.5}, {3.5, 4}});
}

TEST(LineCut, TheBorderIsInside) {
    expect(parts_inside(square, std::vector<Vertex>{{-2, 4}, {6, 4}}), {{2 / 8., 6 / 8.}});
    expect(parts_inside(square, std::vector<Vertex>{{4, 1}, {4, 3}}), {{0, 1}});
    expect(parts_inside(ring, std::vector<Vertex>{{1, 0.5}, {1, 3.5}}), {{0, 1}});  // along the hole
    // Along a border that is parallel to no axis, by its own vertices.
    const ShapeEdges triangle(shape_of({{{{0.1, 0.2}, {3.3, 0.7}, {1.9, 2.3}}}}));
    expect(parts_inside(triangle, std::vector<Vertex>{{3.3, 0.7}, {1.9, 2.3}}), {{0, 1}});
}

TEST(LineCut, LineThatCrossesAndRepeatsItself) {
    expect(parts_inside(square, std::vector<Vertex>{{2, 2}, {6, 2}, {2, 2}, {6, 2}}), {{0, 0.5}, {1.5, 2.5}});
    expect(parts_inside(square, std::vector<Vertex>{{2, 2}, {2, 2}, {6, 2}}), {{0, 1.5}});
}

TEST(FirstZoneWins, WhatIsLeftGoesToTheNext) {
    const std::vector<ZonePart> won = first_zone_wins(std::vector<ZonePart>{{0, {1, 2}}, {1, {0, 3}}, {2, {2.5, 4}}});
    ASSERT_EQ(won.size(), 4U);
    const std::vector<ZonePart> wanted{{0, {1, 2}}, {1, {0, 1}}, {1, {2, 3}}, {2, {3, 4}}};
    for (std::size_t i = 0; i < won.size(); ++i) {
        EXPECT_EQ(won[i].zone, wanted[i].zone);
        EXPECT_EQ(won[i].part.from, wanted[i].part.from);
        EXPECT_EQ(won[i].part.to, wanted[i].part.to);
    }
}

}  // namespace
}  // namespace papar
