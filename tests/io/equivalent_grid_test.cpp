#include "engine/io/equivalent_grid.hpp"

#include "engine/io/cell_area_of_crs.hpp"
#include "engine/io/reprojected_population.hpp"

#include "tests/support/memory_raster.hpp"
#include <gtest/gtest.h>

namespace papar {
namespace {

// The northern side of a raster across the middle of UTM zone 48 bulges in degrees; at its top it must not leave the
// lattice, wherever the lattice's lines lie. Positions on the coarse base are right within 10^-3 of its cells of 10 km:
// 10 m, which are 3 % of a lattice cell.
TEST(EquivalentPeopleGrid, HoldsASideThatBulges) {
    const Grid source{420000, 9120000, 1000, 1000, 128, 2};
    const CrsOperation operation("EPSG:32748", "EPSG:4326", {{420000, 9118000}, {548000, 9120000}});
    const auto people = std::make_shared<test::MemoryRaster>("people", source, std::vector<double>(128 * 2, 1.0));
    for (int i = 0; i < 200; ++i) {
        const Grid base{104, -7 - i * 1e-5, .09, .09, 10, 10};
        const ReprojectedPopulation brought(people, PopulationUnit::count,
                                            cell_area_of_crs("EPSG:32748", source, AreaModel::ellipsoidal), operation,
                                            equivalent_people_grid(operation, "people", source, base));
        CellBlock all;
        brought.reader()->read({0, 0, brought.grid().cols, brought.grid().rows}, all);
        double sum = 0;
        for (std::int64_t row = 0; row < all.rows; ++row) {
            for (std::int64_t col = 0; col < all.cols; ++col) {
                const double here = all.at(col, row);
                sum += here == here ? here : 0;
            }
        }
        ASSERT_NEAR(sum, 128 * 2, 1e-9 * 128 * 2) << "base begins at " << base.y0;
    }
}

}  // namespace
}  // namespace papar
