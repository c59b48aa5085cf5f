#include "engine/overlay/roll_up.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace papar {
namespace {

HazardFigures hazard(double low, double high, double nothing, double value_sum, double cells, double max) {
    HazardFigures figures;
    figures.classes = {{People(low), AreaM2(low * 10)}, {People(high), AreaM2(high * 10)}};
    figures.no_hazard = {People(nothing), AreaM2(nothing * 10)};
    figures.cells = static_cast<std::int64_t>(cells);
    figures.value_sum = ValueSum(value_sum);
    figures.fraction_sum = ValueSum(cells);
    if (cells > 0) {
        figures.max = max;
    }
    return figures;
}

ZoneFigures zone(double people, double any, std::vector<HazardFigures> hazards) {
    ZoneFigures figures;
    figures.people = People(people);
    figures.area = AreaM2(people * 10);
    figures.people_any_hazard = People(any);
    figures.by_hazard = std::move(hazards);
    return figures;
}

// Four desa: A and B in kecamatan K, C in L, D in none. Hazard 1 is everywhere but in D, hazard 2 only in B.
OverlayResult four_desa() {
    const HazardFigures absent = hazard(0, 0, 0, 0, 0, 0);
    OverlayResult result;
    result.zones = {
        zone(10, 7, {hazard(5, 2, 3, 8, 4, 3.5), hazard(0, 0, 10, 0, 4, 0)}),
        zone(20, 16, {hazard(4, 4, 12, 6, 10, 1.5), hazard(16, 0, 4, 5, 10, 0.5)}),
        zone(0.25, 0.125, {hazard(0.125, 0, 0.125, 2, 1, 2), hazard(0, 0, 0.25, 0, 1, 0)}),
        zone(3, 0, {absent, absent}),
    };
    return result;
}

ZoneLayer kecamatan() {
    ZoneLayer layer;
    layer.zones.resize(4);
    layer.levels = {{"kecamatan", "Kecamatan", {{"K", "Kota"}, {"L", "Laut"}}, {0, 0, 1, std::nullopt}}};
    return layer;
}

TEST(RollUp, AnAreaIsTheSumOfItsZones) {
    OverlayResult result = four_desa();
    roll_up(kecamatan(), result);
    ASSERT_EQ(result.levels.size(), 1U);
    ASSERT_EQ(result.levels[0].size(), 2U);
    const ZoneFigures& k = result.levels[0][0];
    EXPECT_TRUE(k.people == People(30));  // 10 + 20
    EXPECT_TRUE(k.area == AreaM2(300));
    EXPECT_TRUE(k.people_any_hazard == People(23));              // 7 + 16
    EXPECT_TRUE(k.by_hazard[0].classes[0].people == People(9));  // 5 + 4
    EXPECT_TRUE(k.by_hazard[0].classes[1].area == AreaM2(60));   // 20 + 40
    EXPECT_TRUE(k.by_hazard[0].no_hazard.people == People(15));  // 3 + 12
    EXPECT_TRUE(result.levels[0][1].people == People(0.25));
}

TEST(RollUp, TheMeanIsWeightedByCellsAndTheHighestIsTheHighest) {
    OverlayResult result = four_desa();
    roll_up(kecamatan(), result);
    const HazardFigures& k = result.levels[0][0].by_hazard[0];
    EXPECT_EQ(k.mean(), 1.0);  // (8 + 6) / (4 + 10); the mean of the means would be (2 + 0.6) / 2
    EXPECT_EQ(k.max, 3.5);
}

// 2 of A's 10 and 5 of B's 20 belong to the group; by class as the test says.
void add_group(OverlayResult& result) {
    const HazardBalance nobody{{People(), People()}, People(), People()};
    const auto group = [](double low, double nothing) {
        return HazardBalance{{People(low), People()}, People(nothing), People()};
    };
    result.zones[0].by_group = {{People(2), {group(1.25, 0.75), group(0, 2)}}};
    result.zones[1].by_group = {{People(5), {group(2, 3), group(4, 1)}}};
    result.zones[2].by_group = {{People(), {nobody, nobody}}};
    result.zones[3].by_group = {{std::nullopt, {}}};
}

TEST(RollUp, GroupsAreSummedByClass) {
    OverlayResult result = four_desa();
    add_group(result);
    roll_up(kecamatan(), result);
    const GroupFigures& k = result.levels[0][0].by_group.at(0);
    EXPECT_TRUE(k.total == People(7));                             // 2 + 5
    EXPECT_TRUE(k.by_hazard.at(0).classes.at(0) == People(3.25));  // 1.25 + 2
    EXPECT_TRUE(k.by_hazard.at(1).no_hazard == People(3));         // 2 + 1
    EXPECT_TRUE(result.levels[0][1].by_group.at(0).total == People());
}

TEST(RollUp, WhatIsNotKnownOfAZoneIsNotKnownOfItsArea) {
    OverlayResult result = four_desa();
    add_group(result);
    result.zones[0].people_known = false;
    result.zones[0].factor = 1.5;
    result.zones[1].by_group[0] = {std::nullopt, {}};
    roll_up(kecamatan(), result);
    EXPECT_FALSE(result.levels[0][0].people_known);
    EXPECT_FALSE(result.levels[0][0].factor);
    EXPECT_FALSE(result.levels[0][0].by_group.at(0).total);
    EXPECT_TRUE(result.levels[0][0].by_group.at(0).by_hazard.empty());
    EXPECT_TRUE(result.levels[0][1].people_known);
    EXPECT_TRUE(result.levels[0][1].by_group.at(0).total);
}

TEST(RollUp, HazardsAreCountedAnew) {
    OverlayResult result = four_desa();
    roll_up(kecamatan(), result);
    EXPECT_EQ(result.levels[0][0].hazards, 2);  // the second only in B
    EXPECT_EQ(result.levels[0][1].hazards, 1);
}

TEST(RollUp, PeopleInNoAreaAreReported) {
    OverlayResult result = four_desa();
    roll_up(kecamatan(), result);
    ASSERT_EQ(result.findings.size(), 1U);
    EXPECT_EQ(result.findings[0].id, "level.people_in_no_area");
    EXPECT_THAT(result.findings[0].numbers,
                testing::ElementsAre(testing::Pair("zones", 1.0), testing::Pair("people", 3.0)));
}

TEST(RollUp, AllZonesTogetherHoldThoseInNoAreaToo) {
    const ZoneFigures all = all_zones(four_desa());
    EXPECT_TRUE(all.people == People(33.25));                          // 10 + 20 + 0.25 + 3
    EXPECT_TRUE(all.by_hazard[0].exposed().people == People(15.125));  // 5 + 2 + 4 + 4 + 0.125
    EXPECT_EQ(all.hazards, 2);
}

TEST(RollUp, WithoutLevelsNothingIsAdded) {
    OverlayResult result = four_desa();
    ZoneLayer layer;
    layer.zones.resize(4);
    roll_up(layer, result);
    EXPECT_TRUE(result.levels.empty());
    EXPECT_TRUE(result.findings.empty());
}

}  // namespace
}  // namespace papar
