// Rasters of another coordinate system on a grid of the study's.
#include "engine/io/equivalent_grid.hpp"
#include "engine/io/nearest_raster.hpp"
#include "engine/io/reprojected_population.hpp"

#include "tests/support/memory_raster.hpp"
#include "tests/support/random.hpp"
#include <gtest/gtest.h>
#include <ogr_spatialref.h>

#include <cmath>

namespace papar {
namespace {

std::string wkt(int epsg) {
    OGRSpatialReference crs;
    crs.importFromEPSG(epsg);
    char* text = nullptr;
    crs.exportToWkt(&text);
    std::string copy = text;
    CPLFree(text);
    return copy;
}

// 60 x 40 cells of 100 m in UTM 48S, and cells of 0.001 degree over them.
const Grid utm{690000, 9320000, 100, 100, 60, 40};
const Grid degrees{106.7, -6.1, .001, .001, 80, 80};

CrsOperation utm_to_degrees() {
    return {wkt(32748), wkt(4326), {{690000, 9316000}, {696000, 9320000}}};
}

std::shared_ptr<test::MemoryRaster> numbered(const Grid& grid) {
    std::vector<double> cells;
    for (std::int64_t i = 0; i < grid.cols * grid.rows; ++i) {
        cells.push_back(static_cast<double>(i));
    }
    return std::make_shared<test::MemoryRaster>("nomor.tif", grid, std::move(cells));
}

TEST(GridTransform, IsWithinAThousandthOfPROJ) {
    const CrsOperation operation = utm_to_degrees();
    const Grid large{400000, 9500000, 30, 30, 12000, 9000};  // 360 x 270 km
    const GridTransform transform(operation, Direction::forward, large, degrees);
    test::Random random(7);
    for (int i = 0; i < 2000; ++i) {
        const double col = test::uniform(random, 0, 12000);
        const double row = test::uniform(random, 0, 9000);
        const std::optional<Vertex> there = operation.forward({large.x_of(col), large.y_of(row)});
        const CellPosition position = transform(col, row);
        ASSERT_NEAR(position.col, degrees.col_of(there->x), 2e-3);
        ASSERT_NEAR(position.row, degrees.row_of(there->y), 2e-3);
    }
}

TEST(NearestRaster, TakesTheCellThatHoldsTheCentre) {
    const CrsOperation operation = utm_to_degrees();
    const NearestRaster raster(numbered(utm), operation, degrees);
    CellBlock block;
    raster.reader()->read({0, 0, degrees.cols, degrees.rows}, block);
    int inside = 0;
    for (std::int64_t row = 0; row < degrees.rows; ++row) {
        for (std::int64_t col = 0; col < degrees.cols; ++col) {
            const std::optional<Vertex> there = operation.backward(
                {degrees.x_of(static_cast<double>(col) + .5), degrees.y_of(static_cast<double>(row) + .5)});
            const double x = utm.col_of(there->x);
            const double y = utm.row_of(there->y);
            if (x < 0 || y < 0 || x >= 60 || y >= 40) {
                ASSERT_TRUE(std::isnan(block.at(col, row)));
            } else if (std::abs(x - std::round(x)) > 2e-3 && std::abs(y - std::round(y)) > 2e-3) {
                // Nearer to a line than the lattice is exact, either cell is right.
                ++inside;
                ASSERT_EQ(block.at(col, row), std::floor(y) * 60 + std::floor(x));
            }
        }
    }
    EXPECT_GT(inside, 1000);
    // A centre is at most half a diagonal from the centre of its cell.
    EXPECT_LE(raster.shift().most, std::sqrt(.5));
    EXPECT_GT(raster.shift().mean, 0);
}

TEST(EquivalentGrid, NestsInTheFinestAndCoversTheImage) {
    const CrsOperation operation = utm_to_degrees();
    // 100 m is about 0.0009 degree: one cell for a hazard, 1/10 for people (1/9 would be larger than a ninth of 100 m).
    const Grid hazard = equivalent_grid(operation, "h.tif", utm, degrees);
    EXPECT_DOUBLE_EQ(hazard.dx, .001);
    const Grid people = equivalent_people_grid(operation, "p.tif", utm, degrees);
    EXPECT_DOUBLE_EQ(people.dx, .001 / 10);
    for (const Grid& grid : {hazard, people}) {
        const double first = grid.dx == .001 ? degrees.col_of(grid.x0) : 10 * degrees.col_of(grid.x0);
        EXPECT_NEAR(first, std::round(first), 1e-6);
        for (const Vertex corner : {Vertex{690000, 9316000}, {696000, 9316000}, {690000, 9320000}, {696000, 9320000}}) {
            const std::optional<Vertex> there = operation.forward(corner);
            EXPECT_GE(grid.col_of(there->x), 0);
            EXPECT_LE(grid.col_of(there->x), static_cast<double>(grid.cols));
            EXPECT_GE(grid.row_of(there->y), 0);
            EXPECT_LE(grid.row_of(there->y), static_cast<double>(grid.rows));
        }
    }
}

TEST(ReprojectedPopulation, APersonStaysAPersonAndOriginsAddUp) {
    const CrsOperation operation = utm_to_degrees();
    const Grid grid = equivalent_people_grid(operation, "p.tif", utm, degrees);
    const ReprojectedPopulation people(numbered(utm), PopulationUnit::count, CellArea::planar(utm, 1), operation, grid);
    CellBlock block;
    people.reader()->read({0, 0, grid.cols, grid.rows}, block);
    double all = 0;
    for (std::int64_t row = 0; row < grid.rows; ++row) {
        for (std::int64_t col = 0; col < grid.cols; ++col) {
            const double cell = block.at(col, row);
            all += std::isnan(cell) ? 0 : cell;
            double from_origins = 0;
            for (const CellOrigin& origin : people.origins(col, row)) {
                from_origins += origin.share * static_cast<double>(origin.row * utm.cols + origin.col);
            }
            ASSERT_NEAR(std::isnan(cell) ? 0 : cell, from_origins, 1e-9);
        }
    }
    EXPECT_NEAR(all, 2399.0 * 2400 / 2, 1e-6);  // 0 + 1 + ... + 2399
    EXPECT_EQ(people.measure().all, People(2399.0 * 2400 / 2));
    EXPECT_EQ(people.measure().residual(), 0);
}

}  // namespace
}  // namespace papar
