#include "engine/overlay/zone_totals.hpp"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <random>

namespace papar {
namespace {

// Parts of blocks with figures of very different size: in floating point their sum would depend on the order.
std::vector<HazardTally> parts() {
    std::mt19937_64 random(7);
    std::vector<HazardTally> all(500);
    for (HazardTally& part : all) {
        const double scale = std::pow(10.0, static_cast<double>(random() % 12) - 6);
        for (std::size_t i = 0; i < 5; ++i) {
            part.people[i] = scale * static_cast<double>(random() % 1000) / 7;
            part.area[i] = scale * static_cast<double>(random() % 1000) / 3;
        }
        part.value_sum = part.people[0];
        part.fraction_sum = 1 + part.area[0];
        part.max = scale;
        part.cells = 1;
        part.anybody = true;
        part.bins[random() % (3 * bins_per_class)] = part.people[1];
    }
    return all;
}

TEST(ZoneTotals, OrderOfBlocksChangesNoBit) {
    std::vector<HazardTally> blocks = parts();
    std::mt19937_64 random(11);
    const auto total = [&] {
        ZoneTotals totals(1, {3});
        for (const HazardTally& block : blocks) {
            totals.add_hazard(0, 0, block);
        }
        return totals.zone_figures()[0].by_hazard[0];
    };
    const HazardFigures first = total();
    for (int shuffle = 0; shuffle < 20; ++shuffle) {
        std::shuffle(blocks.begin(), blocks.end(), random);
        const HazardFigures again = total();
        for (std::size_t c = 0; c < 3; ++c) {
            EXPECT_TRUE(again.classes[c].people == first.classes[c].people);
            EXPECT_TRUE(again.classes[c].area == first.classes[c].area);
        }
        EXPECT_TRUE(again.histogram == first.histogram);
        EXPECT_EQ(again.mean(), first.mean());
        EXPECT_EQ(again.max, first.max);
    }
}

TEST(ZoneTotals, RoundingBelowZeroIsZero) {
    HazardTally part;
    part.people[0] = -3e-9;
    ZoneTotals totals(1, {3});
    totals.add_hazard(0, 0, part);
    EXPECT_TRUE(totals.zone_figures()[0].by_hazard[0].classes[0].people == People());
}

}  // namespace
}  // namespace papar
