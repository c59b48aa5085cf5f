#include "engine/zones/simple_rings.hpp"

#include "engine/io/geos_repair.hpp"

#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <random>

namespace papar {
namespace {

using Points = std::vector<Vertex>;

// Rings are given open; polygons as lists of rings, the shell first.
Shape shape_of(const std::vector<std::vector<Points>>& polygons) {
    Shape shape;
    for (const std::vector<Points>& rings : polygons) {
        shape.polygons.push_back({shape.rings.size(), rings.size()});
        for (const Points& ring : rings) {
            shape.rings.push_back({shape.vertices.size(), ring.size() + 1, &ring != &rings.front()});
            shape.vertices.insert(shape.vertices.end(), ring.begin(), ring.end());
            shape.vertices.push_back(ring.front());
        }
    }
    return shape;
}

Points square(double x, double y, double side) {
    return {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}};
}

TEST(RingsSurelyValid, PlainShapes) {
    EXPECT_TRUE(rings_surely_valid(Shape{}));
    EXPECT_TRUE(rings_surely_valid(shape_of({{{{0, 0}, {1, 0}, {0, 1}}}})));
    EXPECT_TRUE(rings_surely_valid(shape_of({{square(0, 0, 4)}})));
    EXPECT_TRUE(rings_surely_valid(shape_of({{{{0, 0}, {2, 0}, {4, 0}, {4, 4}, {0, 4}}}})))
        << "vertex on a straight side";
    EXPECT_TRUE(rings_surely_valid(shape_of({{square(0, 0, 9), square(1, 1, 2), square(5, 5, 2)}}))) << "two holes";
    EXPECT_TRUE(rings_surely_valid(shape_of({{square(0, 0, 9), square(1, 1, 7)}, {square(3, 3, 2)}})))
        << "an island in a lake";
    EXPECT_TRUE(rings_surely_valid(shape_of({{square(3, 3, 2)}, {square(0, 0, 9), square(1, 1, 7)}})))
        << "the same, island first";
    EXPECT_TRUE(rings_surely_valid(shape_of({{square(0, 0, 2)}, {square(5, 0, 2)}, {square(0, 5, 2)}})));
}

TEST(RingsSurelyValid, NeverSureOfInvalidShapes) {
    const std::vector<std::pair<const char*, Shape>> invalid{
        {"bow-tie", shape_of({{{{0, 0}, {2, 2}, {2, 0}, {0, 2}}}})},
        {"spike", shape_of({{{{0, 0}, {4, 0}, {4, 4}, {6, 4}, {4, 4}, {0, 4}}}})},
        {"ring without area", shape_of({{{{0, 0}, {1, 1}, {2, 2}}}})},
        {"there and back", shape_of({{{{0, 0}, {4, 0}, {2, 0}, {2, 3}}}})},
        {"hole outside", shape_of({{square(0, 0, 4), square(6, 6, 1)}})},
        {"hole in a hole", shape_of({{square(0, 0, 9), square(1, 1, 7), square(3, 3, 2)}})},
        {"hole across the shell", shape_of({{square(0, 0, 4), square(3, 3, 4)}})},
        {"hole round the shell", shape_of({{square(2, 2, 2), square(0, 0, 9)}})},
        {"parts overlap", shape_of({{square(0, 0, 4)}, {square(2, 2, 4)}})},
        {"part in a part", shape_of({{square(0, 0, 9)}, {square(3, 3, 2)}})},
        {"the same part twice", shape_of({{square(0, 0, 9)}, {square(0, 0, 9)}})},
        {"parts share a side", shape_of({{square(0, 0, 4)}, {square(4, 0, 4)}})},
        {"part in the hole of a hole's island",
         shape_of({{square(0, 0, 9), square(1, 1, 7)}, {square(2, 2, 5)}, {square(3, 3, 2)}})},
    };
    for (const auto& [name, shape] : invalid) {
        EXPECT_FALSE(rings_surely_valid(shape)) << name;
        EXPECT_TRUE(repaired_if_invalid(shape).has_value()) << name << ": GEOS agrees";
    }
}

TEST(RingsSurelyValid, DoubtIsNotAVerdict) {
    const std::vector<std::pair<const char*, Shape>> doubtful{
        {"repeated vertex", shape_of({{{{0, 0}, {4, 0}, {4, 0}, {4, 4}, {0, 4}}}})},
        {"hole touches shell", shape_of({{square(0, 0, 4), {{0, 0}, {2, 1}, {1, 2}}}})},
        {"parts touch in a point", shape_of({{square(0, 0, 4)}, {square(4, 4, 4)}})},
    };
    for (const auto& [name, shape] : doubtful) {
        EXPECT_FALSE(rings_surely_valid(shape)) << name;
        EXPECT_FALSE(repaired_if_invalid(shape).has_value()) << name << ": GEOS finds it valid";
    }
    Shape open = shape_of({{square(0, 0, 4)}});
    open.vertices.back() = {0, 1};
    EXPECT_FALSE(rings_surely_valid(open));
}

// A ring that winds round (cx, cy) once at a random distance: simple, unless `disorder` moves vertices past each other.
Points star(std::mt19937_64& random, double cx, double cy, double radius, int count, double disorder) {
    std::uniform_real_distribution<double> unit(-1, 1);
    Points ring;
    for (int i = 0; i < count; ++i) {
        const double angle = 2 * std::numbers::pi * (i + 0.4 * unit(random) + disorder * unit(random)) / count;
        const double r = radius * (0.7 + 0.3 * unit(random));
        ring.push_back({cx + r * std::cos(angle), cy + r * std::sin(angle)});
    }
    return ring;
}

TEST(RingsSurelyValid, RandomShapesAgainstGeos) {
    std::mt19937_64 random(20240213);
    std::uniform_real_distribution<double> unit(0, 1);
    int sure = 0;
    int valid = 0;
    int invalid = 0;
    for (int i = 0; i < 6000; ++i) {
        const double disorder = i % 3 == 0 ? 0.0 : unit(random) * 2 / (1 + i % 7);
        const int count = 3 + static_cast<int>(unit(random) * (i % 10 == 0 ? 400 : 40));
        std::vector<std::vector<Points>> polygons{{star(random, 106, -6, 1, count, disorder)}};
        for (int hole = 0; hole < i % 3; ++hole) {
            polygons[0].push_back(star(random, 106 + unit(random) - 0.5, -6 + unit(random) - 0.5, 0.2, 12, disorder));
        }
        for (int part = 0; part < i % 4; ++part) {
            polygons.push_back(
                {star(random, 106 + 4 * unit(random) - 2, -6 + 4 * unit(random) - 2, 0.4, 20, disorder)});
        }
        const Shape shape = shape_of(polygons);
        const bool geos_valid = !repaired_if_invalid(shape).has_value();
        const bool surely = rings_surely_valid(shape);
        ASSERT_TRUE(geos_valid || !surely) << "shape " << i;
        sure += surely ? 1 : 0;
        valid += geos_valid ? 1 : 0;
        invalid += geos_valid ? 0 : 1;
    }
    EXPECT_GT(valid, 1500);
    EXPECT_GT(invalid, 1500) << "both kinds must occur";
    EXPECT_GT(sure, valid * 99 / 100) << "shapes in general position are seldom in doubt";
}

// On a coarse lattice vertices meet, edges overlap and rings touch all the time.
TEST(RingsSurelyValid, RandomLatticeShapesAgainstGeos) {
    std::mt19937_64 random(7);
    std::uniform_int_distribution<int> coordinate(0, 6);
    int sure = 0;
    for (int i = 0; i < 20000; ++i) {
        std::vector<std::vector<Points>> polygons(1 + static_cast<std::size_t>(i % 2));
        for (std::vector<Points>& rings : polygons) {
            rings.resize(1 + static_cast<std::size_t>(i % 5 == 0));
            for (Points& ring : rings) {
                for (int v = 0; v < 3 + i % 4; ++v) {
                    ring.push_back({coordinate(random) * 0.1, coordinate(random) * 0.1});
                }
            }
        }
        const Shape shape = shape_of(polygons);
        const bool surely = rings_surely_valid(shape);
        ASSERT_TRUE(!surely || !repaired_if_invalid(shape).has_value()) << "shape " << i;
        sure += surely ? 1 : 0;
    }
    EXPECT_GT(sure, 2000);
}

TEST(RingsSurelyValid, UnevenShapesEndInDoubtNotInTime) {
    // 20,000 vertices crowded in one corner of the box and an island far away.
    std::mt19937_64 random(3);
    const Shape crowded = shape_of({{star(random, 0, 0, 1e-6, 20000, 0)}, {square(1e3, 1e3, 1)}});
    (void)rings_surely_valid(crowded);
    EXPECT_FALSE(repaired_if_invalid(crowded).has_value());
    // No area at all to lay a grid over.
    EXPECT_FALSE(rings_surely_valid(shape_of({{{{0, 0}, {1, 0}, {2, 0}}}})));
    EXPECT_FALSE(rings_surely_valid(shape_of({{{{0, 0}, {5e-324, 0}, {0, 5e-324}}}})));
}

}  // namespace
}  // namespace papar
