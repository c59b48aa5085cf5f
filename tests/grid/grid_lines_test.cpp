#include "engine/grid/grid_lines.hpp"

#include <gtest/gtest.h>

namespace papar {
namespace {

// Cells: [0, 1), [1, 1.25), [1.25, 3).
const GridLines lines({0, 1, 1.25, 3});

TEST(GridLines, ACellHoldsItsWestLine) {
    EXPECT_EQ(lines.cells(), 3);
    EXPECT_EQ(lines.cell_at(0), 0);
    EXPECT_EQ(lines.cell_at(1), 1);
    EXPECT_EQ(lines.cell_at(1.2), 1);
    EXPECT_EQ(lines.cell_at(1.25), 2);
    EXPECT_EQ(lines.cell_at(2.999), 2);
    EXPECT_EQ(lines.cell_at(3), 3);
}

TEST(GridLines, PositionsAreLinearInsideACell) {
    EXPECT_DOUBLE_EQ(lines.cells_of(1.125), 1.5);  // half of [1, 1.25)
    EXPECT_DOUBLE_EQ(lines.cells_of(2.125), 2.5);  // half of [1.25, 3)
    EXPECT_DOUBLE_EQ(lines.steps_of(2.5), 1.25 + 1.75 / 2);
    EXPECT_DOUBLE_EQ(lines.steps_of(3), 3);
}

TEST(GridLines, BeyondTheEndsOneStepIsOneCell) {
    EXPECT_DOUBLE_EQ(lines.cells_of(-0.5), -0.5);
    EXPECT_DOUBLE_EQ(lines.cells_of(4.5), 4.5);  // 3 cells end at 3 steps
    EXPECT_DOUBLE_EQ(lines.steps_of(-2), -2);
    EXPECT_DOUBLE_EQ(lines.steps_of(4), 4);
}

TEST(GridLines, ACutBeginsAtZero) {
    EXPECT_EQ(lines.cut(1, 2), GridLines({0, 0.25, 2}));
}

}  // namespace
}  // namespace papar
