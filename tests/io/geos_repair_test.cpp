#include "engine/io/geos_repair.hpp"

#include <gtest/gtest.h>

namespace papar {
namespace {

// Polygons of closed rings, the shell first.
Shape shape_of(const std::vector<std::vector<std::vector<Vertex>>>& polygons) {
    Shape shape;
    for (const auto& rings : polygons) {
        shape.polygons.push_back({shape.rings.size(), rings.size()});
        for (const auto& ring : rings) {
            shape.rings.push_back({shape.vertices.size(), ring.size(), &ring != &rings.front()});
            shape.vertices.insert(shape.vertices.end(), ring.begin(), ring.end());
        }
    }
    return shape;
}

std::vector<Vertex> square(double x, double y, double side) {
    return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}};
}

double area(const Shape& shape) {
    double sum = 0;
    for (const Ring& ring : shape.rings) {
        double twice = 0;
        for (std::size_t i = ring.first; i + 1 < ring.first + ring.count; ++i) {
            twice += shape.vertices[i].x * shape.vertices[i + 1].y - shape.vertices[i + 1].x * shape.vertices[i].y;
        }
        sum += (ring.hole ? -1 : 1) * std::abs(twice) / 2;
    }
    return sum;
}

TEST(RepairedIfInvalid, ValidShapesAreLeftAlone) {
    EXPECT_FALSE(repaired_if_invalid(Shape{}).has_value());
    EXPECT_FALSE(repaired_if_invalid(shape_of({{square(0, 0, 4), square(1, 1, 1)}, {square(4, 4, 1)}})).has_value());
}

TEST(RepairedIfInvalid, ByStructure) {
    // Two squares of 16 that share 2 x 2: their union is 28.
    const auto overlapping = repaired_if_invalid(shape_of({{square(0, 0, 4)}, {square(2, 2, 4)}}));
    ASSERT_TRUE(overlapping.has_value());
    EXPECT_EQ(overlapping->polygons.size(), 1U);
    EXPECT_DOUBLE_EQ(area(*overlapping), 28);

    // A shell within a shell adds nothing.
    const auto nested = repaired_if_invalid(shape_of({{square(0, 0, 9)}, {square(3, 3, 2)}}));
    ASSERT_TRUE(nested.has_value());
    EXPECT_EQ(nested->rings.size(), 1U);
    EXPECT_DOUBLE_EQ(area(*nested), 81);

    // A hole half outside takes away what it covers: 16 - 1 x 1.
    const auto hole = repaired_if_invalid(shape_of({{square(0, 0, 4), square(3, 3, 4)}}));
    ASSERT_TRUE(hole.has_value());
    EXPECT_DOUBLE_EQ(area(*hole), 15);
}

TEST(RepairedIfInvalid, RingsTooShortAreLeftOut) {
    const auto shell = repaired_if_invalid(shape_of({{square(0, 0, 4), {{1, 1}, {2, 2}, {1, 1}}}}));
    ASSERT_TRUE(shell.has_value());
    EXPECT_EQ(shell->rings.size(), 1U);
    // Without its shell a polygon goes, its holes with it.
    const auto none = repaired_if_invalid(shape_of({{{{0, 0}, {0, 0}}, square(1, 1, 1)}}));
    ASSERT_TRUE(none.has_value());
    EXPECT_TRUE(none->empty());
}

TEST(RepairedIfInvalid, NothingIsLeftOfALine) {
    const auto line = repaired_if_invalid(shape_of({{{{0, 0}, {1, 1}, {2, 2}, {0, 0}}}}));
    ASSERT_TRUE(line.has_value());
    EXPECT_TRUE(line->empty());
}

}  // namespace
}  // namespace papar
