#include "tests/support/coverage_matrix.hpp"
#include "tests/support/shapes.hpp"
#include <gtest/gtest.h>

namespace papar {
namespace {

using test::coverage_of;
using test::layer_of;
using test::rectangle;
using test::shape_of;

const Grid three_by_three{0, 3, 1, 1, 3, 3};  // x 0..3, y 0..3, row 0 in the north

// Fractions of the only zone, as a matrix that can be checked on paper.
std::vector<std::vector<double>> matrix(const Shape& shape, const Grid& grid = three_by_three) {
    const test::Coverage coverage = coverage_of(layer_of({shape}), grid, 2, 2);
    EXPECT_TRUE(coverage.bad.empty());
    std::vector<std::vector<double>> rows(static_cast<std::size_t>(grid.rows));
    for (std::size_t cell = 0; cell < coverage.zones[0].size(); ++cell) {
        rows[cell / static_cast<std::size_t>(grid.cols)].push_back(static_cast<double>(coverage.zones[0][cell]) /
                                                                   full_cell);
    }
    return rows;
}

using Matrix = std::vector<std::vector<double>>;

TEST(Coverage, SquareInTheMiddle) {
    EXPECT_EQ(matrix(shape_of({{rectangle(0.5, 0.5, 2.5, 2.5)}})),
              (Matrix{{.25, .5, .25}, {.5, 1, .5}, {.25, .5, .25}}));
}

TEST(Coverage, DirectionOfTheRingDoesNotMatter) {
    EXPECT_EQ(matrix(shape_of({{{{0.5, 0.5}, {0.5, 2.5}, {2.5, 2.5}, {2.5, 0.5}}}})),
              (Matrix{{.25, .5, .25}, {.5, 1, .5}, {.25, .5, .25}}));
}

TEST(Coverage, TriangleThroughCellCorners) {
    // Below the diagonal from (0, 0) to (3, 3): half of each diagonal cell.
    EXPECT_EQ(matrix(shape_of({{{{0, 0}, {3, 0}, {3, 3}}}})), (Matrix{{0, 0, .5}, {0, .5, 1}, {.5, 1, 1}}));
}

TEST(Coverage, EdgesAlongCellSides) {
    EXPECT_EQ(matrix(shape_of({{rectangle(1, 1, 3, 2)}})), (Matrix{{0, 0, 0}, {0, 1, 1}, {0, 0, 0}}));
}

TEST(Coverage, WhollyInsideOneCell) {
    // A triangle with base 0.5 and height 0.25: area 0.0625.
    EXPECT_EQ(matrix(shape_of({{{{1.25, 1.25}, {1.75, 1.25}, {1.5, 1.5}}}})),
              (Matrix{{0, 0, 0}, {0, .0625, 0}, {0, 0, 0}}));
}

TEST(Coverage, HoleInEitherDirection) {
    const test::RingPoints hole = rectangle(1.25, 1.25, 1.75, 1.75);  // 0.25 of the middle cell
    const Matrix expected{{1, 1, 1}, {1, .75, 1}, {1, 1, 1}};
    EXPECT_EQ(matrix(shape_of({{rectangle(0, 0, 3, 3), hole}})), expected);
    EXPECT_EQ(matrix(shape_of({{rectangle(0, 0, 3, 3), {hole.rbegin(), hole.rend()}}})), expected);
}

TEST(Coverage, LargerThanTheGrid) {
    EXPECT_EQ(matrix(shape_of({{rectangle(-100, -100, 100, 100)}})), (Matrix{{1, 1, 1}, {1, 1, 1}, {1, 1, 1}}));
}

TEST(Coverage, PartlyOutsideOnEverySide) {
    EXPECT_EQ(matrix(shape_of({{rectangle(-5, 1.5, 0.5, 9)}})), (Matrix{{.5, 0, 0}, {.25, 0, 0}, {0, 0, 0}}));
    EXPECT_EQ(matrix(shape_of({{rectangle(2.5, -9, 8, 1.5)}})), (Matrix{{0, 0, 0}, {0, 0, .25}, {0, 0, .5}}));
}

TEST(Coverage, WhollyOutsideIsNothing) {
    for (const auto& box :
         {rectangle(-5, 0, -1, 3), rectangle(4, 0, 9, 3), rectangle(0, 4, 3, 9), rectangle(0, -9, 3, -1)}) {
        EXPECT_EQ(matrix(shape_of({{box}})), (Matrix{{0, 0, 0}, {0, 0, 0}, {0, 0, 0}}));
    }
}

TEST(Coverage, HugeCoordinatesAreHeld) {
    EXPECT_EQ(matrix(shape_of({{rectangle(-1e15, -1e15, 1e15, 1e15)}})), (Matrix{{1, 1, 1}, {1, 1, 1}, {1, 1, 1}}));
}

TEST(Coverage, SlopingEdgeLeftOfTheGridStillCoversIt) {
    // The west side runs from (-1, 0) to (-1/2, 3), all left of the grid: every cell is inside.
    EXPECT_EQ(matrix(shape_of({{{{-1, 0}, {4, 0}, {4, 3}, {-0.5, 3}}}})), (Matrix{{1, 1, 1}, {1, 1, 1}, {1, 1, 1}}));
}

TEST(Coverage, EdgeThatEntersFromTheLeft) {
    // Above the line from (-1, 0) to (3, 4), i.e. y = x + 1, within the grid's top: the cell (0, 0) has the triangle
    // above y = x + 1 between y 2..3: x from 1..2; cell (0,0) is wholly above, (0,1) half; cell (1,0) half.
    EXPECT_EQ(matrix(shape_of({{{{-1, 0}, {3, 4}, {-1, 4}}}})), (Matrix{{1, .5, 0}, {.5, 0, 0}, {0, 0, 0}}));
}

TEST(Coverage, RingWithoutAreaIsSkipped) {
    EXPECT_EQ(matrix(shape_of({{{{0, 0}, {2, 2}, {1, 1}}}})), (Matrix{{0, 0, 0}, {0, 0, 0}, {0, 0, 0}}));
}

// An edge 2^-31 below a row line would leave one unit of cover in a whole run of cells: the run is snapped.
TEST(Coverage, RunOfOneUnitIsSnapped) {
    const Grid wide{0, 2, 1, 1, 50, 2};
    const double hair = 1.0 / 1073741824.0;
    const test::Coverage coverage = coverage_of(
        layer_of({shape_of({{rectangle(0, 1 - hair, 50, 2)}}), shape_of({{rectangle(0, 0, 50, 1 - hair)}})}), wide, 2,
        64);
    for (std::size_t col = 1; col < 49; ++col) {
        EXPECT_EQ(coverage.zones[0][col], full_cell);
        EXPECT_EQ(coverage.zones[0][50 + col], 0);
        EXPECT_EQ(coverage.zones[1][50 + col], full_cell);
    }
}

TEST(Coverage, BowTieIsSeen) {
    const Grid grid{0, 10, 1, 1, 10, 10};
    const test::Coverage coverage = coverage_of(layer_of({shape_of({{{{0, 0}, {10, 10}, {10, 0}, {0, 9}}}})}), grid);
    ASSERT_FALSE(coverage.bad.empty());
    EXPECT_EQ(coverage.bad[0].zone, 0U);
}

TEST(Coverage, OverlappingPartsAreSeen) {
    const Grid grid{0, 10, 1, 1, 10, 10};
    const test::Coverage coverage =
        coverage_of(layer_of({shape_of({{rectangle(0, 0, 6, 6)}, {rectangle(3, 3, 9, 9)}})}), grid);
    EXPECT_FALSE(coverage.bad.empty());
}

TEST(Coverage, GridAlignedZonesAreWhole) {
    // A fishnet on a one-arc-second grid: corners are computed the way a GIS writes them, origin + k * cell, and
    // every zone must be exactly its 7 x 7 cells.
    const double cell = 1.0 / 3600.0;
    const Grid grid{106.0, -4.5, cell, cell, 70, 70};
    std::vector<Shape> shapes;
    for (int j = 0; j < 10; ++j) {
        for (int i = 0; i < 10; ++i) {
            shapes.push_back(shape_of({{rectangle(106.0 + 7 * i * cell, -4.5 - 7 * (j + 1) * cell,
                                                  106.0 + 7 * (i + 1) * cell, -4.5 - 7 * j * cell)}}));
        }
    }
    const test::Coverage coverage = coverage_of(layer_of(std::move(shapes)), grid, 16, 16);
    for (std::size_t zone = 0; zone < 100; ++zone) {
        std::int64_t sum = 0;
        for (const std::int64_t fraction : coverage.zones[zone]) {
            sum += fraction;
        }
        // 1.5e-7 cell is what one unit at every one of the 14 + 14 border cells of a side could make.
        EXPECT_NEAR(static_cast<double>(sum) / full_cell, 49.0, 1.5e-7) << "zone " << zone;
    }
}

}  // namespace
}  // namespace papar
