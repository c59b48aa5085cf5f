#include "engine/zones/cell_walk.hpp"

#include "tests/support/uneven_grid.hpp"
#include <gtest/gtest.h>

#include <cmath>

namespace papar {
namespace {

const Grid grid{0, 3, 1, 1, 4, 3};  // x 0 to 4, y 3 to 0

void expect(const std::vector<CellStretch>& found, const std::vector<CellStretch>& wanted) {
    ASSERT_EQ(found.size(), wanted.size());
    for (std::size_t i = 0; i < found.size(); ++i) {
        EXPECT_EQ(found[i].cell, wanted[i].cell) << i;
        EXPECT_NEAR(found[i].from, wanted[i].from, 1e-15) << i;
        EXPECT_NEAR(found[i].to, wanted[i].to, 1e-15) << i;
    }
}

TEST(CellHolding, LinesBelongToTheEastAndSouth) {
    EXPECT_EQ(cell_holding(grid, {1, 2}), (Cell{1, 1}));
    EXPECT_EQ(cell_holding(grid, {0, 3}), (Cell{0, 0}));
    EXPECT_EQ(cell_holding(grid, {4, 0}), (Cell{2, 3}));  // the grid's own corner
    EXPECT_FALSE(cell_holding(grid, {4.001, 1}));
    EXPECT_FALSE(cell_holding(grid, {1, 3.001}));
    EXPECT_FALSE(cell_holding(grid, {std::nan(""), 1}));
}

// From x 0.5 to 2.5 at y 2.5: half a cell, a cell, half a cell of two.
TEST(CellsAlong, ShareASegment) {
    expect(cells_along(grid, {0.5, 2.5}, {2.5, 2.5}, 0, 1),
           {{{0, 0}, 0, 0.25}, {{0, 1}, 0.25, 0.75}, {{0, 2}, 0.75, 1}});
    expect(cells_along(grid, {2.5, 2.5}, {0.5, 2.5}, 0.5, 1), {{{0, 1}, 0.5, 0.75}, {{0, 0}, 0.75, 1}});
}

// The diagonal passes the corner (1, 2) of four cells and meets two of them.
TEST(CellsAlong, ThroughACorner) {
    expect(cells_along(grid, {0, 3}, {2, 1}, 0, 1), {{{0, 0}, 0, 0.5}, {{1, 1}, 0.5, 1}});
}

// From x -2 to 6: a quarter before the grid, half in it.
TEST(CellsAlong, OutsideDoesNotCount) {
    expect(cells_along(grid, {-2, 0.5}, {6, 0.5}, 0, 1),
           {{{2, 0}, 2 / 8., 3 / 8.}, {{2, 1}, 3 / 8., 4 / 8.}, {{2, 2}, 4 / 8., 5 / 8.}, {{2, 3}, 5 / 8., 6 / 8.}});
    EXPECT_TRUE(cells_along(grid, {-2, 5}, {6, 5}, 0, 1).empty());
}

TEST(CellsAlong, OnALineBetweenCells) {
    expect(cells_along(grid, {0.5, 2}, {1.5, 2}, 0, 1), {{{1, 0}, 0, 0.5}, {{1, 1}, 0.5, 1}});
    expect(cells_along(grid, {0.5, 0}, {0.75, 0}, 0, 1), {{{2, 0}, 0, 1}});  // the grid's south edge
}

// Columns 0.5, 2 and 1.5 steps wide, one row: from 0.25 to 3.25 that is 0.25, 2 and 0.75 of 3.
TEST(CellsAlong, UnevenColumns) {
    Grid uneven{0, 1, 1, 1, 3, 1};
    uneven.col_lines = std::make_shared<const GridLines>(std::vector<double>{0, 0.5, 2.5, 4});
    uneven.row_lines = std::make_shared<const GridLines>(std::vector<double>{0, 1});
    expect(cells_along(uneven, {0.25, 0.5}, {3.25, 0.5}, 0, 1),
           {{{0, 0}, 0, 0.25 / 3}, {{0, 1}, 0.25 / 3, 0.75}, {{0, 2}, 0.75, 1}});
}

// Each stretch begins where the one before ends, and its middle is in its cell.
TEST(CellsAlong, LeaveNoGapsOnRandomGrids) {
    test::Random random(20240611);
    for (int round = 0; round < 200; ++round) {
        const Grid any =
            round % 2 == 0 ? Grid{3, 7, 0.3, 0.2, 9, 11} : test::made_uneven({3, 7, 0.3, 0.2, 9, 11}, random);
        const auto place = [&] {
            return Vertex{any.x_of(test::uniform(random, 0, 9)), any.y_of(test::uniform(random, 0, 11))};
        };
        const Vertex a = place();
        const Vertex b = place();
        double at = 0;
        for (const CellStretch& stretch : cells_along(any, a, b, 0, 1)) {
            EXPECT_EQ(stretch.from, at) << round;
            const double middle = (stretch.from + stretch.to) / 2;
            EXPECT_EQ(static_cast<std::int32_t>(any.col_of(a.x + (b.x - a.x) * middle)), stretch.cell.col) << round;
            EXPECT_EQ(static_cast<std::int32_t>(any.row_of(a.y + (b.y - a.y) * middle)), stretch.cell.row) << round;
            at = stretch.to;
        }
        EXPECT_EQ(at, 1) << round;
    }
}

}  // namespace
}  // namespace papar
