// The single class of zones and areas by each rule, and capacity of areas.
#include "tests/risk/risk_study.hpp"
#include <gmock/gmock.h>

namespace papar {
namespace {

using test::flood_study;
using test::km_grid;
using test::RiskStudy;

// Two zones, the columns of the grid, in one area. Left: 0.9 and 0.1, right: 0.5 and 0.1, cells of equal size.
//   left   area 1, 0, 1 km2 (rendah, sedang, tinggi), mean 0.5
//   right  area 1, 1, 0 km2, mean 0.3
//   both   area 2, 1, 1 km2, mean 0.4
RiskStudy two_zones(const std::string& zone_rule, const std::string& level_rule) {
    ZoneLayer zones = test::layer_of({test::shape_of({{test::rectangle(0, 0, 1000, 2000)}}),
                                      test::shape_of({{test::rectangle(1000, 0, 2000, 2000)}})});
    ZoneLevel level;
    level.id = "kecamatan";
    level.areas.resize(1);
    level.area_of_zone = {0, 0};
    zones.levels.push_back(level);
    RiskStudy study = flood_study(std::move(zones));
    study.overlay = test::SmallOverlay(study.overlay.input().zones);
    study.overlay.population(km_grid, {1, 1, 1, 1}).hazard(km_grid, {0.9, 0.5, 0.1, 0.1});
    study.choose("rollup.zone", zone_rule).choose("rollup.level", level_rule);
    return study;
}

struct Classes {
    std::optional<int> left, right, area;
    bool operator==(const Classes&) const = default;
};

template <typename IndexOf>
Classes classes_of(const RiskResult& risk, IndexOf index_of) {
    EXPECT_EQ(index_of(risk.all).single_class, index_of(risk.levels[0][0]).single_class);
    return {index_of(risk.zones[0]).single_class, index_of(risk.zones[1]).single_class,
            index_of(risk.levels[0][0]).single_class};
}

const IndexFigures& hazard_of(const RiskFigures& figures) {
    return *figures.by_hazard[0].hazard;
}

const IndexFigures& highest_of(const RiskFigures& figures) {
    return figures.multi.highest;
}

TEST(RollUpRules, DominantIsTheLargestAreaTheHigherOfEquals) {
    EXPECT_EQ(classes_of(two_zones("dominant", "dominant").run().risk, hazard_of), (Classes{3, 2, 1}));
}

TEST(RollUpRules, MaxIsTheHighestPresentAndOfAreasTheHighestOfTheZones) {
    EXPECT_EQ(classes_of(two_zones("max", "max").run().risk, hazard_of), (Classes{3, 2, 3}));
    EXPECT_EQ(classes_of(two_zones("mean_index", "max").run().risk, hazard_of), (Classes{2, 1, 2}));
}

TEST(RollUpRules, MeanIndexIsTheClassOfTheMean) {
    EXPECT_EQ(classes_of(two_zones("mean_index", "mean_index").run().risk, hazard_of), (Classes{2, 1, 2}));
}

// The highest class of several hazards is land by class only: it has no mean, and no class rendah made of nothing.
TEST(RollUpRules, HighestClassesHaveNoMean) {
    EXPECT_EQ(classes_of(two_zones("mean_index", "mean_index").run().risk, highest_of), (Classes{}));
    EXPECT_EQ(classes_of(two_zones("dominant", "dominant").run().risk, highest_of), (Classes{3, 2, 1}));
}

// A zone without hazard has no class, and does not lower its area's.
TEST(RollUpRules, ZoneWithoutHazardHasNoClass) {
    RiskStudy study = two_zones("dominant", "max");
    study.overlay = test::SmallOverlay(study.overlay.input().zones);
    study.overlay.population(km_grid, {1, 1, 1, 1}).hazard(km_grid, {0.9, 0, 0.9, 0});
    EXPECT_EQ(classes_of(study.run().risk, hazard_of), (Classes{3, std::nullopt, 3}));
}

// IKD 0.4 and 0.6, IKM 0.2 and 0.8: means 0.5 and 0.5, index 0.4 x 0.5 + 0.6 x 0.5. By zone 0.4 x 0.4 + 0.6 x 0.2 =
// 0.28, rendah, and 0.4 x 0.6 + 0.6 x 0.8 = 0.72, tinggi.
TEST(RollUpRules, CapacityOfAnAreaIsTheMeanOfItsZones) {
    RiskStudy study = two_zones("dominant", "max");
    study.capacity = {{0.4, 0.2}, {0.6, 0.8}};
    const RiskResult risk = study.run().risk;
    EXPECT_NEAR(*risk.zones[0].capacity.index, 0.28, 1e-15);
    EXPECT_EQ(risk.zones[0].capacity.single_class, 1);
    EXPECT_NEAR(*risk.zones[1].capacity.index, 0.72, 1e-15);
    EXPECT_EQ(risk.zones[1].capacity.single_class, 3);
    EXPECT_NEAR(*risk.levels[0][0].capacity.ikd, 0.5, 1e-15);
    EXPECT_NEAR(*risk.levels[0][0].capacity.index, 0.5, 1e-15);
    EXPECT_EQ(risk.levels[0][0].capacity.single_class, 2);
}

// One zone's IKM is not known: neither is the area's, nor its risk. What is known of the other zone stays.
TEST(RollUpRules, UnknownCapacityOfAZoneIsUnknownOfTheArea) {
    RiskStudy study = two_zones("dominant", "max");
    study.capacity = {{0.4, 0.2}, {0.6, std::nullopt}};
    const RiskResult risk = study.run().risk;
    EXPECT_TRUE(risk.zones[0].by_hazard[0].risk);
    EXPECT_FALSE(risk.zones[1].by_hazard[0].risk);
    EXPECT_FALSE(risk.levels[0][0].by_hazard[0].risk);
    EXPECT_TRUE(risk.levels[0][0].by_hazard[0].vulnerability);
    EXPECT_EQ(risk.levels[0][0].capacity.ikd, 0.5);
    EXPECT_FALSE(risk.levels[0][0].capacity.ikm);
    EXPECT_FALSE(risk.levels[0][0].capacity.index);
}

}  // namespace
}  // namespace papar
