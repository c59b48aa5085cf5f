// Laws of hazards drawn as polygons: parts add up, and the same land drawn otherwise gives the same figures.
#include "tests/support/overlay_input.hpp"
#include "tests/support/random.hpp"
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace papar {
namespace {

using test::Random;
using test::rectangle;
using test::shape_of;
using test::SmallOverlay;
using test::uniform;

// New vertices on the borders of pieces are rounded to doubles, about 1e-14 of a cell here; a fraction is good to some
// 2^-29 (coverage_error_bound), and some hundred border cells of up to 100 people add up.
constexpr double tolerance = 1e-5;  // people, square metres

test::RingPoints star(Random& random, double x, double y, double radius) {
    test::RingPoints ring;
    for (int k = 0; k < 24; ++k) {
        const double angle = 2 * std::numbers::pi * k / 24;
        const double r = radius * uniform(random, .4, 1);
        ring.push_back({x + r * std::cos(angle), y + r * std::sin(angle)});
    }
    return ring;
}

void expect_near(const Figures& a, const Figures& b) {
    EXPECT_NEAR(a.people.value(), b.people.value(), tolerance);
    EXPECT_NEAR(a.area.value(), b.area.value(), tolerance);
}

void expect_near(const OverlayResult& a, const OverlayResult& b, std::size_t hazard_a = 0, std::size_t hazard_b = 0) {
    for (std::size_t zone = 0; zone < a.zones.size(); ++zone) {
        const HazardFigures& in_a = a.zones[zone].by_hazard[hazard_a];
        const HazardFigures& in_b = b.zones[zone].by_hazard[hazard_b];
        for (std::size_t c = 0; c < in_a.classes.size(); ++c) {
            expect_near(in_a.classes[c], in_b.classes[c]);
        }
        expect_near(in_a.no_hazard, in_b.no_hazard);
    }
}

class VectorHazardLaws : public ::testing::TestWithParam<std::uint64_t> {
protected:
    void SetUp() override {
        for (std::int64_t i = 0; i < grid.cols * grid.rows; ++i) {
            people.push_back(std::floor(uniform(random, 0, 100)));
        }
        zones = test::layer_of({shape_of({{star(random, 25, 35, 14)}}), shape_of({{star(random, 33, 24, 14)}})});
    }

    [[nodiscard]] SmallOverlay overlay() const { return SmallOverlay(zones).tiles(16).population(grid, people); }

    Random random{GetParam()};
    Grid grid{10, 50, 1, 1, 40, 40};
    std::vector<double> people;
    ZoneLayer zones;
};

TEST_P(VectorHazardLaws, PartsAddUpToTheUnit) {
    std::vector<HazardShape> shapes;
    for (std::size_t i = 0; i < 12; ++i) {
        shapes.push_back({i / 4, shape_of({{star(random, uniform(random, 12, 48), uniform(random, 12, 48), 9)}})});
    }
    const OverlayResult result = overlay().drawn(shapes, {"a", "b", "c"}).run();
    People sum = result.by_hazard[0].no_hazard;
    for (const People& in_class : result.by_hazard[0].classes) {
        sum += in_class;
    }
    EXPECT_EQ(sum, result.balance.in_zones);
    EXPECT_EQ(result.by_hazard[0].no_data, People());
    for (const ZoneFigures& zone : result.zones) {
        EXPECT_EQ(zone.people_any_hazard, zone.by_hazard[0].exposed().people);
    }
}

// Each quadrangle falls into two triangles at a diagonal.
TEST_P(VectorHazardLaws, SplittingAPolygonChangesNothing) {
    std::vector<HazardShape> whole;
    std::vector<HazardShape> split;
    for (int i = 0; i < 8; ++i) {
        const double x = uniform(random, 12, 40);
        const double y = uniform(random, 12, 40);
        const Vertex a{x, y};
        const Vertex b{x + uniform(random, 3, 9), y - uniform(random, 0, 1)};
        const Vertex c{x + uniform(random, 3, 9), y + uniform(random, 3, 9)};
        const Vertex d{x - uniform(random, 0, 1), y + uniform(random, 3, 9)};
        whole.push_back({0, shape_of({{{a, b, c, d}}})});
        split.push_back({0, shape_of({{{a, b, c}}})});
        split.push_back({0, shape_of({{{a, c, d}}})});
    }
    expect_near(overlay().drawn(whole, {"a"}).run(), overlay().drawn(split, {"a"}).run());
}

TEST_P(VectorHazardLaws, OrderOfPolygonsChangesNothing) {
    std::vector<HazardShape> shapes;
    for (int i = 0; i < 10; ++i) {
        shapes.push_back({0, shape_of({{star(random, uniform(random, 12, 48), uniform(random, 12, 48), 8)}})});
    }
    std::vector<HazardShape> reversed(shapes.rbegin(), shapes.rend());
    expect_near(overlay().drawn(shapes, {"a"}).run(), overlay().drawn(reversed, {"a"}).run());
}

// Whole cells drawn as squares are a raster drawn otherwise.
TEST_P(VectorHazardLaws, SquaresOfCellsAreARaster) {
    std::vector<HazardShape> low;
    std::vector<HazardShape> high;
    std::vector<double> codes;
    for (std::int64_t row = 0; row < grid.rows; ++row) {
        for (std::int64_t col = 0; col < grid.cols; ++col) {
            const double code = std::floor(uniform(random, 0, 3));
            codes.push_back(code);
            const auto x = static_cast<double>(10 + col);
            const auto y = static_cast<double>(49 - row);
            if (code > 0) {
                (code > 1 ? high : low).push_back({code > 1 ? 1U : 0U, shape_of({{rectangle(x, y, x + 1, y + 1)}})});
            }
        }
    }
    std::vector<HazardShape> shapes = low;
    shapes.insert(shapes.end(), high.begin(), high.end());
    const HazardClasses by_code{HazardKind::classes, 0, {}, OnBreak::lower, {1, 2}, {"a", "b"}};
    const OverlayResult drawn = overlay().drawn(shapes, {"a", "b"}).run();
    const OverlayResult raster = overlay().hazard(grid, codes, by_code).run();
    expect_near(drawn, raster);
    const OverlayResult both = overlay().drawn(shapes, {"a", "b"}).hazard(grid, codes, by_code).run();
    for (std::size_t zone = 0; zone < both.zones.size(); ++zone) {
        EXPECT_NEAR(drawn.zones[zone].people_any_hazard.value(), raster.zones[zone].people_any_hazard.value(),
                    tolerance);
        EXPECT_NEAR(both.zones[zone].people_any_hazard.value(), raster.zones[zone].people_any_hazard.value(),
                    tolerance);
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, VectorHazardLaws, ::testing::Range<std::uint64_t>(1, 5));

}  // namespace
}  // namespace papar
