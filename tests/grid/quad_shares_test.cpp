#include "engine/grid/quad_shares.hpp"

#include "tests/support/random.hpp"
#include <gtest/gtest.h>

namespace papar {
namespace {

constexpr Window everything{-100, -100, 200, 200};

double share_at(const std::vector<CellShare>& shares, std::int64_t col, std::int64_t row) {
    for (const CellShare& share : shares) {
        if (share.col == col && share.row == row) {
            return share.share;
        }
    }
    return 0;
}

TEST(QuadShares, ASquareOverFourCells) {
    // [0.25, 1.25) x [0.5, 1.5): 3/4 and 1/4 across, 1/2 and 1/2 down.
    std::vector<CellShare> shares;
    share_out({{{.25, .5}, {1.25, .5}, {1.25, 1.5}, {.25, 1.5}}}, everything, shares);
    ASSERT_EQ(shares.size(), 4U);
    EXPECT_DOUBLE_EQ(share_at(shares, 0, 0), .375);
    EXPECT_DOUBLE_EQ(share_at(shares, 1, 0), .125);
    EXPECT_DOUBLE_EQ(share_at(shares, 0, 1), .375);
    EXPECT_DOUBLE_EQ(share_at(shares, 1, 1), .125);
}

TEST(QuadShares, ADiamondEitherWayRound) {
    // Corners (1, 0), (2, 1), (1, 2), (0, 1): a quarter in each of four cells.
    for (const Quad& quad : {Quad{{{1, 0}, {2, 1}, {1, 2}, {0, 1}}}, Quad{{{1, 0}, {0, 1}, {1, 2}, {2, 1}}}}) {
        std::vector<CellShare> shares;
        share_out(quad, everything, shares);
        ASSERT_EQ(shares.size(), 4U);
        for (const CellShare& share : shares) {
            EXPECT_DOUBLE_EQ(share.share, .25);
        }
    }
}

TEST(QuadShares, OneWithoutAreaGivesNothing) {
    std::vector<CellShare> shares;
    share_out({{{0, 0}, {1, 1}, {2, 2}, {3, 3}}}, everything, shares);
    EXPECT_TRUE(shares.empty());
}

TEST(QuadShares, SumToOneWhateverTheWindows) {
    test::Random random(1);
    for (int i = 0; i < 2000; ++i) {
        const double x = test::uniform(random, -20, 20);
        const double y = test::uniform(random, -20, 20);
        const double size = test::uniform(random, .05, 8);
        const auto near = [&](double dx, double dy) {
            return CellPosition{x + size * (dx + test::uniform(random, -.2, .2)),
                                y + size * (dy + test::uniform(random, -.2, .2))};
        };
        const Quad quad{{near(0, 0), near(1, 0), near(1, 1), near(0, 1)}};
        std::vector<CellShare> all;
        share_out(quad, everything, all);
        double sum = 0;
        for (const CellShare& share : all) {
            sum += share.share;
        }
        ASSERT_NEAR(sum, 1, 1e-12);
        std::vector<CellShare> east;  // of column 3 on
        share_out(quad, {3, -100, 97, 200}, east);
        for (const CellShare& share : east) {
            ASSERT_EQ(share.share, share_at(all, share.col, share.row));
        }
    }
}

}  // namespace
}  // namespace papar
