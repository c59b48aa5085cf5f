#include "engine/overlay/apportion.hpp"

#include <gtest/gtest.h>

#include <numeric>
#include <random>
#include <vector>

namespace papar {
namespace {

using Parts = std::vector<__int128>;

// 10 x 1/6, 2/6, 3/6 = 1 4/6, 3 2/6, 5: rounded down 1, 3, 5; the one that is left goes to the remainder of 4/6.
TEST(Apportion, LargestRemainderGetsTheRest) {
    EXPECT_TRUE(apportion(10, Parts{1, 2, 3}) == (Parts{2, 3, 5}));
}

// 2 x 1/3 each: remainders are equal, so the first two get one.
TEST(Apportion, FirstOfEquals) {
    EXPECT_TRUE(apportion(2, Parts{5, 5, 5}) == (Parts{1, 1, 0}));
}

TEST(Apportion, NoWeightGetsNothing) {
    EXPECT_TRUE(apportion(7, Parts{0, 3, 0}) == (Parts{0, 7, 0}));
    EXPECT_TRUE(apportion(0, Parts{2, 3}) == (Parts{0, 0}));
}

// What is its own sum stays as it is: bringing people to a total they have changes nothing.
TEST(Apportion, SameTotalChangesNothing) {
    const Parts weights{123456789012345, 0, 42, 999999999999};
    EXPECT_TRUE(apportion(std::accumulate(weights.begin(), weights.end(), __int128{0}), weights) == weights);
}

// 2^80 x 2^80 does not fit 128 bits: the shares of 1/4, 1/4, 1/2 are 2^78, 2^78, 2^79.
TEST(Apportion, ProductsBeyond128Bits) {
    const __int128 two_80 = __int128{1} << 80;
    EXPECT_TRUE(apportion(two_80, Parts{two_80, two_80, 2 * two_80}) == (Parts{two_80 / 4, two_80 / 4, two_80 / 2}));
}

// The law, on random totals and weights: parts add up, and each is within one unit of its exact share:
// |part x sum - total x weight| < sum.
TEST(Apportion, SumsExactlyAndRoundsByLessThanOne) {
    std::mt19937_64 random(20240517);
    for (int round = 0; round < 2000; ++round) {
        const __int128 total = static_cast<__int128>(random() >> (random() % 60));
        Parts weights(1 + random() % 12);
        for (__int128& weight : weights) {
            weight = random() % 4 == 0 ? 0 : static_cast<__int128>(random() >> (8 + random() % 50));
        }
        weights.front() += 1;
        const __int128 sum = std::accumulate(weights.begin(), weights.end(), __int128{0});
        const Parts parts = apportion(total, weights);
        ASSERT_TRUE(std::accumulate(parts.begin(), parts.end(), __int128{0}) == total);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            const __int128 difference = parts[i] * sum - total * weights[i];
            ASSERT_TRUE(difference < sum && -difference < sum);
        }
    }
}

}  // namespace
}  // namespace papar
