#include "engine/zones/upper_areas.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace papar {
namespace {

TEST(UpperAreas, AnAreaLiesWhereAllItsZonesLie) {
    // Seven zones. Area 0: both in 1. Area 1: in 0 and 1. Area 2: one in 0, one in none. The last zone is in no area.
    const ZoneLevel finer{"f", "", std::vector<ZoneArea>(3), {0, 1, 0, 1, 2, 2, std::nullopt}};
    const ZoneLevel coarser{"c", "", std::vector<ZoneArea>(2), {1, 0, 1, 1, 0, std::nullopt, 0}};
    EXPECT_THAT(upper_areas(finer, coarser), testing::ElementsAre(1, std::nullopt, std::nullopt));
}

}  // namespace
}  // namespace papar
