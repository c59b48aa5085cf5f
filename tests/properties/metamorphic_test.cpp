// Laws that relate one overlay to another: what must not change, and what must add up.
#include "tests/support/overlay_input.hpp"
#include "tests/support/random.hpp"
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>

namespace papar {
namespace {

constexpr double tolerance = 1e-9;  // relative

using test::Random;
using test::uniform;

test::RingPoints star(Random& random, double x, double y, double radius) {
    test::RingPoints ring;
    for (int k = 0; k < 30; ++k) {
        const double angle = 2 * std::numbers::pi * k / 30;
        const double r = radius * uniform(random, .4, 1);
        ring.push_back({x + r * std::cos(angle), y + r * std::sin(angle)});
    }
    return ring;
}

std::vector<double> random_cells(Random& random, const Grid& grid, double empty) {
    std::vector<double> cells;
    for (std::int64_t i = 0; i < grid.cols * grid.rows; ++i) {
        cells.push_back(uniform(random, 0, 1) < empty ? test::none
                                                      : static_cast<double>(static_cast<float>(uniform(random, 0, 1))));
    }
    return cells;
}

// Every cell cut into `times` x `times`; a count is shared out, a value repeated.
std::vector<double> refined(const std::vector<double>& cells, const Grid& grid, std::int64_t times, bool share) {
    std::vector<double> fine;
    for (std::int64_t row = 0; row < grid.rows * times; ++row) {
        for (std::int64_t col = 0; col < grid.cols * times; ++col) {
            const double value = cells[static_cast<std::size_t>(row / times * grid.cols + col / times)];
            fine.push_back(share ? value / static_cast<double>(times * times) : value);
        }
    }
    return fine;
}

void expect_same(const ZoneFigures& a, const ZoneFigures& b) {
    const auto near = [](double x, double y) { EXPECT_NEAR(x, y, tolerance * std::max(1.0, std::abs(y))); };
    near(a.people.value(), b.people.value());
    near(a.area.value(), b.area.value());
    near(a.people_any_hazard.value(), b.people_any_hazard.value());
    for (std::size_t c = 0; c < 3; ++c) {
        near(a.by_hazard[0].classes[c].people.value(), b.by_hazard[0].classes[c].people.value());
        near(a.by_hazard[0].classes[c].area.value(), b.by_hazard[0].classes[c].area.value());
    }
    near(a.by_hazard[0].no_data.people.value(), b.by_hazard[0].no_data.people.value());
    near(a.by_hazard[0].mean().value_or(0), b.by_hazard[0].mean().value_or(0));
    EXPECT_EQ(a.by_hazard[0].max, b.by_hazard[0].max);
}

class Metamorphic : public ::testing::TestWithParam<std::uint64_t> {
protected:
    Random random{GetParam()};
    Grid grid{10, 50, 1, 1, 40, 40};
    std::vector<double> people = random_cells(random, grid, .1);
    std::vector<double> hazard = random_cells(random, grid, .4);
    test::RingPoints zone = star(random, 30, 30, 17);

    [[nodiscard]] ZoneFigures figures(const Grid& people_grid, const std::vector<double>& people_cells,
                                      const Grid& hazard_grid, const std::vector<double>& hazard_cells,
                                      const test::RingPoints& ring, std::int64_t tile = 64) const {
        return test::SmallOverlay(test::layer_of({test::shape_of({{ring}})}))
            .tiles(tile)
            .population(people_grid, people_cells, CellType::float64)
            .hazard(hazard_grid, hazard_cells, test::thirds(), CellType::float64)
            .run()
            .zones[0];
    }
    [[nodiscard]] ZoneFigures plain() const { return figures(grid, people, grid, hazard, zone); }
};

TEST_P(Metamorphic, CuttingIntoOtherBlocksChangesNothing) {
    for (const std::int64_t tile : {7, 16, 1000}) {
        expect_same(figures(grid, people, grid, hazard, zone, tile), plain());
    }
}

TEST_P(Metamorphic, RefiningEitherGridChangesNothing) {
    const Grid half{10, 50, .5, .5, 80, 80};
    const Grid third{10, 50, 1.0 / 3, 1.0 / 3, 120, 120};
    expect_same(figures(half, refined(people, grid, 2, true), grid, hazard, zone), plain());
    expect_same(figures(grid, people, half, refined(hazard, grid, 2, false), zone), plain());
    expect_same(figures(grid, people, third, refined(hazard, grid, 3, false), zone), plain());
}

TEST_P(Metamorphic, GridsThatDoNotNestGiveWhatACommonRefinementGives) {
    // People in cells of 0.7 to 4 that begin anywhere on a lattice of 0.1; cut into cells of 0.1, all grids nest.
    for (int i = 0; i < 5; ++i) {
        const auto times = static_cast<std::int64_t>(uniform(random, 7, 41));
        const double step = static_cast<double>(times) / 10;
        const double west = 10 + std::floor(uniform(random, -30, 30)) / 10;
        const double north = 50 + std::floor(uniform(random, -30, 30)) / 10;
        const auto cells = static_cast<std::int64_t>(38 / step);
        const Grid odd{west, north, step, step, cells, cells};
        const Grid odd_lattice{west, north, .1, .1, cells * times, cells * times};
        const std::vector<double> odd_people = random_cells(random, odd, .1);
        const Grid lattice{10, 50, .1, .1, 400, 400};
        expect_same(figures(odd, odd_people, grid, hazard, zone),
                    figures(odd_lattice, refined(odd_people, odd, times, true), lattice,
                            refined(hazard, grid, 10, false), zone));
    }
}

TEST_P(Metamorphic, OneGridMayBeTwentyOrNinetyTimesCoarserThanTheOther) {
    const Grid blocks{10, 50, 20, 20, 2, 2};  // of the hazard: 20 cells of the population a side
    const std::vector<double> coarse = random_cells(random, blocks, 0);
    expect_same(figures(grid, people, blocks, coarse, zone),
                figures(grid, people, grid, refined(coarse, blocks, 20, false), zone));

    const Grid fine{10, 50, 1.0 / 3, 1.0 / 3, 120, 120};
    const Grid large{4, 56, 30, 30, 2, 2};  // of the population: 90 cells of the hazard a side
    const Grid large_cut{4, 56, 1.0 / 3, 1.0 / 3, 180, 180};
    const std::vector<double> fine_hazard = random_cells(random, fine, .4);
    const std::vector<double> few = random_cells(random, large, 0);
    expect_same(figures(large, few, fine, fine_hazard, zone),
                figures(large_cut, refined(few, large, 90, true), fine, fine_hazard, zone));
    Grid shifted = large;
    shifted.x0 += 1.0 / 6;  // half a cell of the hazard
    const Grid sixths{10, 50, 1.0 / 6, 1.0 / 6, 240, 240};
    const Grid shifted_cut{shifted.x0, 56, 1.0 / 6, 1.0 / 6, 360, 360};
    expect_same(
        figures(shifted, few, fine, fine_hazard, zone),
        figures(shifted_cut, refined(few, large, 180, true), sixths, refined(fine_hazard, fine, 2, false), zone));
}

TEST_P(Metamorphic, NobodyIsLostBetweenGridsThatDoNotNest) {
    const auto cells = static_cast<std::int64_t>(uniform(random, 5, 60));
    const double step = uniform(random, .3, 8);
    const Grid odd{uniform(random, 0, 30), uniform(random, 30, 60), step, step * uniform(random, .5, 2), cells, cells};
    const std::vector<double> odd_people = random_cells(random, odd, .1);
    double all = 0;
    for (const double cell : odd_people) {
        all += cell == cell ? cell : 0;
    }
    const OverlayResult result = test::SmallOverlay(test::layer_of({test::shape_of({{zone}})}))
                                     .population(odd, odd_people)
                                     .hazard(grid, hazard)
                                     .run();
    EXPECT_NEAR(result.balance.in_raster.value(), all, tolerance * all);
    EXPECT_LE(result.balance.residual(), balance_tolerance);
}

TEST_P(Metamorphic, ShiftingEverythingByWholeCellsChangesNothing) {
    Grid moved = grid;
    moved.x0 += 64;
    moved.y0 -= 32;
    test::RingPoints ring = zone;
    for (Vertex& v : ring) {
        v = {v.x + 64, v.y - 32};
    }
    expect_same(figures(moved, people, moved, hazard, ring), plain());
}

TEST_P(Metamorphic, PartsOfASplitZoneAddUp) {
    // The zone cut by a vertical line through a column's middle, as a left and a right part with the cut in common.
    const double cut = 29.5;
    const auto half = [&](bool left) {  // Sutherland-Hodgman against x = cut
        test::RingPoints part;
        for (std::size_t i = 0; i < zone.size(); ++i) {
            const Vertex& a = zone[i];
            const Vertex& b = zone[(i + 1) % zone.size()];
            const bool a_in = left ? a.x <= cut : a.x >= cut;
            const bool b_in = left ? b.x <= cut : b.x >= cut;
            if (a_in) {
                part.push_back(a);
            }
            if (a_in != b_in) {
                part.push_back({cut, a.y + (cut - a.x) / (b.x - a.x) * (b.y - a.y)});
            }
        }
        return part;
    };
    const ZoneFigures left = figures(grid, people, grid, hazard, half(true));
    const ZoneFigures right = figures(grid, people, grid, hazard, half(false));
    const ZoneFigures whole = plain();
    // The cut's new vertices are rounded on the edges they lie on: 1e-7 is far above that and far below a cell.
    EXPECT_NEAR((left.people + right.people).value(), whole.people.value(), 1e-7);
    EXPECT_NEAR((left.area + right.area).value(), whole.area.value(), 1e-6);
    for (std::size_t c = 0; c < 3; ++c) {
        EXPECT_NEAR((left.by_hazard[0].classes[c].people + right.by_hazard[0].classes[c].people).value(),
                    whole.by_hazard[0].classes[c].people.value(), 1e-7);
    }
}

TEST_P(Metamorphic, TwiceThePeopleAreTwiceThePeople) {
    std::vector<double> doubled = people;
    for (double& cell : doubled) {
        cell *= 2;
    }
    const ZoneFigures twice = figures(grid, doubled, grid, hazard, zone);
    const ZoneFigures once = plain();
    EXPECT_NEAR(twice.people.value(), 2 * once.people.value(), 1e-8);
    EXPECT_EQ(twice.area, once.area);
}

INSTANTIATE_TEST_SUITE_P(Seeds, Metamorphic, ::testing::Range<std::uint64_t>(1, 21));

}  // namespace
}  // namespace papar
