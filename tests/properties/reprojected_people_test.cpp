// Laws of people brought from one coordinate system to another: nobody is lost, made twice or negative, and what a cell
// holds does not depend on the window it is read by.
#include "engine/io/cell_area_of_crs.hpp"
#include "engine/io/crs_operation.hpp"
#include "engine/io/equivalent_grid.hpp"
#include "engine/io/reprojected_population.hpp"

#include "tests/support/memory_raster.hpp"
#include "tests/support/random.hpp"
#include <gtest/gtest.h>

#include <bit>
#include <cmath>
#include <string>
#include <utility>

namespace papar {
namespace {

using test::Random;
using test::uniform;

constexpr double none = std::numeric_limits<double>::quiet_NaN();
constexpr double metres_in_a_degree = 111000;
constexpr Box indonesia{{95, -11}, {141, 6}};

std::int64_t whole(Random& random, std::int64_t low, std::int64_t high) {
    return low + static_cast<std::int64_t>(random() % static_cast<std::uint64_t>(high - low + 1));
}

// Cells of about so many metres, the first one at a place in degrees.
Grid grid_at(const std::string& crs, Vertex degrees, double metres, std::int64_t cols, std::int64_t rows) {
    const Vertex at = CrsOperation("EPSG:4326", crs, indonesia).forward(degrees).value();
    const double side = crs == "EPSG:4326" ? metres / metres_in_a_degree : metres;
    return {at.x, at.y, side, side * 1.1, cols, rows};
}

struct Brought {
    std::vector<double> cells;  // of the source
    Grid source_grid;
    PopulationUnit unit = PopulationUnit::count;
    std::shared_ptr<const ReprojectedPopulation> people;
};

// A raster of random people somewhere near 108 E, brought to the lattice of a random hazard of another coordinate
// system.
Brought random_population(const std::string& from, const std::string& to, Random& random) {
    const Vertex place{uniform(random, 105, 110), uniform(random, -8, 3)};
    const double metres = std::pow(10, uniform(random, 1.5, 3.7));
    const Grid source = grid_at(from, place, metres, whole(random, 3, 90), whole(random, 3, 90));
    const Grid base = grid_at(to, {place.x + uniform(random, -1, 1), place.y + uniform(random, -1, 1)},
                              metres * std::pow(10, uniform(random, -.6, 1)), 50, 50);
    Brought brought{{}, source, random() % 2 == 0 ? PopulationUnit::count : PopulationUnit::per_km2, nullptr};
    for (std::int64_t i = 0; i < source.cols * source.rows; ++i) {
        const double kind = uniform(random, 0, 1);
        brought.cells.push_back(kind < .2 ? none : kind < .3 ? 0 : std::pow(10, uniform(random, -3, 4)));
    }
    const CrsOperation operation(from, to,
                                 {{source.x0, source.y_of(static_cast<double>(source.rows))},
                                  {source.x_of(static_cast<double>(source.cols)), source.y0}});
    brought.people = std::make_shared<ReprojectedPopulation>(
        std::make_shared<test::MemoryRaster>("people", source, brought.cells, CellType::float64), brought.unit,
        cell_area_of_crs(from, source, AreaModel::ellipsoidal), operation,
        equivalent_people_grid(operation, "people", source, base));
    return brought;
}

CellBlock read(const RasterSource& raster, const Window& window) {
    CellBlock block;
    raster.reader()->read(window, block);
    return block;
}

double people_in_source(const Brought& brought, const std::string& crs) {
    const CellArea area = cell_area_of_crs(crs, brought.source_grid, AreaModel::ellipsoidal);
    double sum = 0;
    for (std::int64_t i = 0; i < std::ssize(brought.cells); ++i) {
        const double value = brought.cells[static_cast<std::size_t>(i)];
        if (value == value) {
            const std::int64_t cols = brought.source_grid.cols;
            sum += brought.unit == PopulationUnit::count ? value : value * area.mean_m2(i / cols, i % cols, 1) / 1e6;
        }
    }
    return sum;
}

using Pair = std::pair<std::string, std::string>;

class ReprojectedPeople : public ::testing::TestWithParam<Pair> {};

TEST_P(ReprojectedPeople, AreAllThereInAnyWindow) {
    const auto& [from, to] = GetParam();
    for (std::uint64_t seed = 1; seed <= 8; ++seed) {
        SCOPED_TRACE("seed " + std::to_string(seed));
        Random random(seed);
        const Brought brought = random_population(from, to, random);
        const Grid& grid = brought.people->grid();
        const CellBlock all = read(*brought.people, {0, 0, grid.cols, grid.rows});

        double sum = 0;
        for (std::int64_t row = 0; row < grid.rows; ++row) {
            for (std::int64_t col = 0; col < grid.cols; ++col) {
                if (const double here = all.at(col, row); here == here) {
                    ASSERT_GE(here, 0);
                    sum += here;
                }
            }
        }
        const double expected = people_in_source(brought, from);
        EXPECT_NEAR(sum, expected, 1e-9 * expected);

        for (int i = 0; i < 10; ++i) {
            const std::int64_t col = whole(random, 0, grid.cols - 1);
            const std::int64_t row = whole(random, 0, grid.rows - 1);
            const Window window{col, row, whole(random, 1, std::min<std::int64_t>(grid.cols - col, 70)),
                                whole(random, 1, std::min<std::int64_t>(grid.rows - row, 70))};
            const CellBlock part = read(*brought.people, window);
            for (std::int64_t y = 0; y < window.rows; ++y) {
                for (std::int64_t x = 0; x < window.cols; ++x) {
                    ASSERT_EQ(std::bit_cast<std::uint64_t>(part.at(x, y)),
                              std::bit_cast<std::uint64_t>(all.at(col + x, row + y)));
                }
            }
            double of_origins = 0;
            for (const CellOrigin& origin : brought.people->origins(col, row)) {
                const auto at = static_cast<std::size_t>(origin.row * brought.source_grid.cols + origin.col);
                if (const double value = brought.cells[at]; value == value) {
                    const CellArea area = cell_area_of_crs(from, brought.source_grid, AreaModel::ellipsoidal);
                    of_origins += origin.share * (brought.unit == PopulationUnit::count
                                                      ? value
                                                      : value * area.mean_m2(origin.row, origin.col, 1) / 1e6);
                }
            }
            const double here = all.at(col, row);
            EXPECT_NEAR(of_origins, here == here ? here : 0, 1e-12 * of_origins);
        }
    }
}

INSTANTIATE_TEST_SUITE_P(CoordinateSystems, ReprojectedPeople,
                         ::testing::Values(Pair{"EPSG:32748", "EPSG:4326"}, Pair{"EPSG:4326", "EPSG:32748"},
                                           Pair{"EPSG:32749", "EPSG:32748"}, Pair{"EPSG:32648", "EPSG:32748"},
                                           Pair{"EPSG:3395", "EPSG:4326"}, Pair{"EPSG:4326", "EPSG:3395"},
                                           Pair{"EPSG:32748", "EPSG:3395"}));

}  // namespace
}  // namespace papar
