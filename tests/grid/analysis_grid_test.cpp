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
    EXPECT_EQ(merged.placements[1].ratio_x, 3);
}

TEST(AnalysisGrid, FinestAxesMayComeFromDifferentRasters) {
    const AnalysisGrid merged = merge({0, 4, 1, 4, 4, 1}, {0, 4, 2, 1, 2, 4});
    EXPECT_EQ(merged.grid, (Grid{0, 4, 1, 1, 4, 4}));
}

TEST(AnalysisGrid, RefusalsSayWhatDiffers) {
    EXPECT_THAT(refusal({0, 9, 1, 1, 9, 9}, {0, 9, 2.7, 2.7, 3, 3}),
                HasSubstr("b.tif: its cells are 2.7 times as wide as those of a.tif"));
    EXPECT_THAT(refusal({0, 9, 1, 1, 9, 9}, {0.25, 9, 1, 1, 9, 9}),
                HasSubstr("b.tif: its grid is shifted against that of a.tif by 0.25 of a cell"));
    EXPECT_THAT(refusal({0, 9, 1, 1, 9, 9}, {0, 8.5, 1, 1, 9, 9}), HasSubstr("of a cell (cell high)"));
    EXPECT_THAT(refusal({0, 9, 1, 1, 9, 9}, {500, 9, 1, 1, 9, 9}),
                HasSubstr("b.tif: it does not overlap a.tif anywhere"));
}

}  // namespace
}  // namespace papar
