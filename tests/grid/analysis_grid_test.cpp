#include "engine/grid/analysis_grid.hpp"

#include "engine/base/error.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace papar {
namespace {

using ::testing::HasSubstr;

AnalysisGrid merge(const Grid& a, const Grid& b) {
    return merge_grids(std::vector<NamedGrid>{{"a.tif", a}, {"b.tif", b}});
}

std::string refusal(const Grid& a, const Grid& b) {
    try {
        (void)merge(a, b);
    } catch (const Error& refused) {
        EXPECT_EQ(refused.kind(), ErrorKind::input);
        return refused.what();
    }
    return "not refused";
}

TEST(AnalysisGrid, SameGridIsItself) {
    const Grid grid{106, -4.5, 1.0 / 3600, 1.0 / 3600, 100, 50};
    const AnalysisGrid merged = merge(grid, grid);
    EXPECT_EQ(merged.grid, grid);
    EXPECT_EQ(merged.placements[1].window(), (Window{0, 0, 100, 50}));
}

TEST(AnalysisGrid, NoiseOfABillionthOfACellIsTheSameGrid) {
    const Grid grid{106, -4.5, 1.0 / 3600, 1.0 / 3600, 10000, 10000};
    Grid noisy = grid;
    noisy.x0 += 1e-9 / 3600;
    noisy.dx *= 1 + 1e-11;  // 1e-7 of a cell after 10,000 cells
    EXPECT_EQ(merge(grid, noisy).placements[1].window(), (Window{0, 0, 10000, 10000}));
}

TEST(AnalysisGrid, CoarserRasterNests) {
    // b has cells of 3 x 3 and begins one fine column west and two fine rows north of a.
    const AnalysisGrid merged = merge({0, 9, 1, 1, 9, 9}, {-1, 11, 3, 3, 4, 4});
    EXPECT_EQ(merged.grid, (Grid{-1, 11, 1, 1, 12, 12}));
    EXPECT_EQ(merged.placements[0].window(), (Window{1, 2, 9, 9}));
    EXPECT_EQ(merged.placements[1].window(), (Window{0, 0, 12, 12}));
    EXPECT_EQ(merged.placements[1].x.ratio, 3);
}

TEST(AnalysisGrid, FinestAxesMayComeFromDifferentRasters) {
    const AnalysisGrid merged = merge({0, 4, 1, 4, 4, 1}, {0, 4, 2, 1, 2, 4});
    EXPECT_EQ(merged.grid, (Grid{0, 4, 1, 1, 4, 4}));
}

TEST(AnalysisGrid, AShiftedRasterAddsItsLines) {
    // a: lines at 0, 1, 2; b: at 0.25, 1.25, 2.25. Together 0, 0.25, 1, 1.25, 2, 2.25.
    const AnalysisGrid merged = merge({0, 1, 1, 1, 2, 1}, {0.25, 1, 1, 1, 2, 1});
    ASSERT_TRUE(merged.grid.uneven());
    EXPECT_EQ(*merged.grid.col_lines, GridLines({0, 0.25, 1, 1.25, 2, 2.25}));
    EXPECT_EQ(*merged.grid.row_lines, GridLines({0, 1}));
    EXPECT_EQ(merged.placements[0].window(), (Window{0, 0, 4, 1}));
    EXPECT_EQ(merged.placements[1].window(), (Window{1, 0, 4, 1}));
    // a's second cell, [1, 2), is the analysis cells 2 and 3, a quarter and three quarters of it.
    const AxisPlacement& x = merged.placements[0].x;
    EXPECT_EQ(x.start(1), 2);
    EXPECT_EQ(x.cell_at(2), 1);
    EXPECT_EQ(x.cell_at(3), 1);
    EXPECT_DOUBLE_EQ(x.share(2), 0.25);
    EXPECT_DOUBLE_EQ(x.share(3), 0.75);
}

TEST(AnalysisGrid, ARatioThatIsNoWholeNumberAddsItsLines) {
    // b: lines at 0, 2.7, 5.4 over a's 0 to 6.
    const AnalysisGrid merged = merge({0, 6, 1, 1, 6, 6}, {0, 6, 2.7, 2.7, 2, 2});
    ASSERT_TRUE(merged.grid.uneven());
    EXPECT_EQ(merged.grid.cols, 8);
    EXPECT_EQ(merged.placements[1].window(), (Window{0, 0, 7, 7}));  // 0 1 2 2.7 3 4 5 5.4
    EXPECT_DOUBLE_EQ(merged.placements[1].x.share(2), 0.7 / 2.7);
}

TEST(AnalysisGrid, LinesCloserThanAMillionthAreOne) {
    const AnalysisGrid merged = merge({0, 1, 1, 1, 3, 1}, {5e-7, 1, 1.5, 1, 2, 1});
    ASSERT_TRUE(merged.grid.uneven());
    EXPECT_EQ(*merged.grid.col_lines, GridLines({0, 1, 1.5 + 5e-7, 2, 3}));
}

TEST(AnalysisGrid, ACutKeepsThePlaces) {
    const AnalysisGrid merged = merge({0, 1, 1, 1, 2, 1}, {0.25, 1, 1, 1, 2, 1});
    const AnalysisGrid cut = cut_to(merged, {2, 0, 2, 1});  // [1, 2)
    EXPECT_DOUBLE_EQ(cut.grid.x0, 1);
    EXPECT_EQ(*cut.grid.col_lines, GridLines({0, 0.25, 1}));
    EXPECT_EQ(cut.placements[0].x.cell_at(0), 1);
    EXPECT_EQ(cut.placements[1].x.cell_at(0), 0);  // [0.25, 1.25) holds [1, 1.25)
    EXPECT_DOUBLE_EQ(cut.placements[1].x.share(0), 0.25);
}

TEST(AnalysisGrid, RastersThatDoNotOverlapAreRefused) {
    EXPECT_THAT(refusal({0, 9, 1, 1, 9, 9}, {500, 9, 1, 1, 9, 9}),
                HasSubstr("b.tif: it does not overlap a.tif anywhere"));
    EXPECT_THAT(refusal({0, 9, 1, 1, 9, 9}, {500.5, 9, 1, 1, 9, 9}),
                HasSubstr("b.tif: it does not overlap a.tif anywhere"));
}

}  // namespace
}  // namespace papar
