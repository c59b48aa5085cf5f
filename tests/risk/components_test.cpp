// The components of vulnerability and the forms of risk, by hand.
#include "engine/base/error.hpp"

#include "tests/risk/risk_study.hpp"
#include <gmock/gmock.h>

namespace papar {
namespace {

using test::flood_study;
using test::km_grid;
using test::none;
using test::RiskStudy;
using ::testing::ElementsAre;

const HazardRisk& flood_of(const RiskStudy::Outcome& outcome) {
    return outcome.risk.zones.front().by_hazard.front();
}

// Facilities of 50 and 70 rupiah in cells of 100 ha: 50 x 1 / 100 = 0.5 a hectare (class 3), 70 x 0.5 / 100 = 0.35
// (class 2). Hazard classes 3 and 2, social 3 and 3; capacity 0.5: class 2.
//   threat (hazard x social):   (3,3) = 3 and (2,3) = 2
//   loss (threat x loss):       (3,3) = 3 and (2,2) = 1
//   capacity (threat x capacity): (3,2) = 2 and (2,2) = 3
//   risk (loss x capacity):     (3,2) = 3 and (1,3) = 2; scores 1 and 2/3.
TEST(Components, RiskByMatrices) {
    RiskStudy study = flood_study();
    test::add_facilities(study);
    study.value_raster("physical.public", km_grid, {50, 70, 90, 90});
    study.choose("risk.form", "matrix");
    study.set("risk.matrix.threat", {1, 1, 1, 1, 1, 2, 1, 1, 3});
    study.set("risk.matrix.loss", {1, 2, 3, 3, 1, 2, 1, 2, 3});
    study.set("risk.matrix.capacity", {1, 1, 1, 1, 3, 1, 1, 2, 1});
    study.set("risk.matrix.risk", {1, 3, 2, 1, 1, 1, 1, 3, 1});
    const RiskStudy::Outcome outcome = study.run();
    EXPECT_THAT(outcome.classes.at("banjir_risiko_kelas"), ElementsAre(3, 2, 0, no_class));
    EXPECT_FLOAT_EQ(outcome.index.at("banjir_risiko")[0], 1.0F);
    EXPECT_FLOAT_EQ(outcome.index.at("banjir_risiko")[1], 2.0F / 3);
    EXPECT_NEAR(*flood_of(outcome).risk->mean(), (1 + 2.0 / 3) / 2, 1e-7);
}

// The matrices cross the loss in rupiah: without physical and economic component there is no risk, and it is said.
TEST(Components, MatricesNeedLoss) {
    RiskStudy study = flood_study();
    study.choose("risk.form", "matrix");
    for (const char* matrix : {"threat", "loss", "capacity", "risk"}) {
        study.set(std::string("risk.matrix.") + matrix, {1, 1, 1, 1, 2, 2, 2, 3, 3});
    }
    EXPECT_FALSE(flood_of(study.run()).risk);
    EXPECT_EQ(resolve_method(study.profile, study.question).findings.back().id, "risk.left_out");
}

// 4 x 4 cells of 1 ha; the two upper rows tinggi, the third sedang, the fourth without hazard. Columns 0 and 1 are
// bakau (code 1), 2 rawa (code 2), 3 neither. Loss shares 0, 0.5, 1.
//   bakau: 4 ha x 1 + 2 ha x 0.5 = 5 ha, at most 10: class 1, score 1/3
//   rawa:  2 ha x 1 + 1 ha x 0.5 = 2.5 ha, between 2 and 4: class 2, score 2/3
// Weights 0.25 each do not add up to 1: (0.25 x 1/3 + 0.25 x 2/3) / 0.5 = 0.5, sedang, in all of the zone.
// Lost: tinggi 4 + 2 = 6 ha, sedang 1 + 0.5 = 1.5 ha.
TEST(Components, EnvironmentalByZone) {
    const Grid grid{0, 400, 100, 100, 4, 4};
    RiskStudy study{
        test::SmallOverlay(test::one_zone(400, 400)), test::flood_question(test::thirds()), test::social_profile(), {}};
    study.overlay.population(grid, std::vector<double>(16, 1));
    study.overlay.hazard(grid, {0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.9, 0.5, 0.5, 0.5, 0.5, 0, 0, 0, 0});
    study.shares = {{0.25, 0.5}};
    study.capacity = {{0.5, 0.5}};
    study.cover_raster(grid, {1, 1, 2, 9, 1, 1, 2, 9, 1, 1, 2, 9, 1, 1, 2, 9}, {{1, "hutan_bakau"}, {2, "rawa"}});
    study.set("environmental.hutan_bakau.limits", {10, 30}).set("environmental.rawa.limits", {2, 4});
    study.set("environmental.loss", {0, 0.5, 1});
    study.set("environmental_weight.banjir.hutan_bakau", {0.25}).set("environmental_weight.banjir.rawa", {0.25});
    study.set("applies.banjir.environmental", {1}).set("weight.banjir.social", {0.5});
    study.set("weight.banjir.environmental", {0.5});
    ASSERT_TRUE(resolve_method(study.profile, study.question).method.needs_zone_sums());
    const RiskStudy::Outcome outcome = study.run(2);
    const HazardRisk& flood = flood_of(outcome);
    EXPECT_NEAR(*flood.component(Component::environmental)->mean(), 0.5, 1e-7);
    EXPECT_EQ(flood.component(Component::environmental)->single_class, 2);
    ASSERT_TRUE(flood.environmental_loss);
    EXPECT_NEAR((*flood.environmental_loss)[2].value(), 60000, 1e-6);
    EXPECT_NEAR((*flood.environmental_loss)[1].value(), 15000, 1e-6);
    EXPECT_EQ((*flood.environmental_loss)[0].value(), 0);
    EXPECT_NEAR(outcome.risk.zones.front().exposures.front().total.value(), 120000, 1e-6);  // 12 ha of listed classes
    EXPECT_FLOAT_EQ(outcome.index.at("banjir_lingkungan")[15 - 4], 0.5F);
}

// Over the whole zone: houses lose 1,200 / 5 x 3 = 720 rupiah in tinggi (half moderately, half heavily damaged at 2 and
// 4) and 600 / 5 x 0.5 = 60 in sedang: 780, between 700 and 800, score 2/3. Facilities 50 x 1 + 70 x 0.5 = 85, at most
// 100: 1/3. Half each: 0.5 in every cell.
TEST(Components, PhysicalOverTheWholeZone) {
    RiskStudy study = flood_study();
    test::add_facilities(study);
    study.value_raster("physical.public", km_grid, {50, 70, 90, 90});
    study.choose("physical.basis", "zone");
    study.set("physical.houses.weight", {0.5}).set("physical.public.weight", {0.5});
    study.set("physical.houses.limits", {700, 800}).set("physical.public.limits", {100, 200});
    study.set("houses.people_per_house", {5}).set("houses.price", {1, 2, 4});
    study.set("houses.damage.low", {0, 0, 0}).set("houses.damage.medium", {0.5, 0, 0});
    study.set("houses.damage.high", {0, 0.5, 0.5});
    const RiskStudy::Outcome outcome = study.run(2);
    EXPECT_FLOAT_EQ(outcome.index.at("banjir_fisik")[0], 0.5F);
    EXPECT_FLOAT_EQ(outcome.index.at("banjir_fisik")[1], 0.5F);
    EXPECT_NEAR(*flood_of(outcome).loss->mean(), 0.5, 1e-7);
    EXPECT_NEAR(total(*flood_of(outcome).physical_loss).value(), 780 + 85, 1e-6);
    ASSERT_TRUE(flood_of(outcome).houses);
    EXPECT_NEAR((*flood_of(outcome).houses)[2].value(), 240, 1e-6);  // 1,200 / 5
    EXPECT_NEAR((*flood_of(outcome).houses)[1].value(), 120, 1e-6);  // 600 / 5
    EXPECT_EQ((*flood_of(outcome).houses)[0].value(), 0);
}

// A weight that nobody knows is not 0: the index of loss needs both weights, and is left out.
TEST(Components, NoLossIndexWithoutAllItsWeights) {
    RiskStudy study = flood_study();
    test::add_facilities(study);
    study.value_raster("physical.public", km_grid, {50, 70, 90, 90});
    study.set("applies.banjir.economic", {1});
    EXPECT_FALSE(flood_of(study.run()).loss);
    EXPECT_FALSE(flood_of(study.run()).vulnerability);
    EXPECT_TRUE(flood_of(study.run()).component(Component::physical));
}

// Depths of 0.5, 0.75, 1.5 and 2 m by the spread of the Modul's text, 1.75: the reference's table (section 1.3) says
// 0.195, 0.330, 0.623 and 0.732. Classes are those of the depth: 0.75 m and 1.5 m are on their limits.
TEST(Components, DepthHasAFuzzyIndexAndTheClassOfItsDepth) {
    const HazardClasses depth{HazardKind::quantity, 0, {0.75, 1.5}, OnBreak::lower, {}, {"rendah", "sedang", "tinggi"}};
    RiskStudy study{test::SmallOverlay(test::one_zone()), test::flood_question(depth), test::social_profile(), {}};
    study.question.hazards.front().depth = true;
    study.set("hazard.banjir.fuzzy_midpoint", {1.125}).set("hazard.banjir.fuzzy_spread", {1.75});
    study.overlay.population(km_grid, {1, 1, 1, 1}).hazard(km_grid, {0.5, 0.75, 1.5, 2}, depth);
    study.shares = {{0.25, 0.5}};
    study.capacity = {{0.5, 0.5}};
    const RiskStudy::Outcome outcome = study.run();
    EXPECT_THAT(outcome.index.at("banjir_bahaya"),
                ElementsAre(::testing::FloatNear(0.195F, 0.0005F), ::testing::FloatNear(0.330F, 0.0005F),
                            ::testing::FloatNear(0.623F, 0.0005F), ::testing::FloatNear(0.732F, 0.0005F)));
    EXPECT_THAT(outcome.classes.at("banjir_bahaya_kelas"), ElementsAre(1, 1, 2, 3));
}

// Sangat rendah, rendah, sedang, sangat tinggi: 1, 1, 2, 3, with the scores of these classes.
TEST(Components, FiveClassesBecomeThree) {
    const HazardClasses five{HazardKind::classes, 0, {}, OnBreak::lower, {1, 2, 3, 4, 5}, {"sr", "r", "s", "t", "st"}};
    RiskStudy study{test::SmallOverlay(test::one_zone()), test::flood_question(five), test::social_profile(), {}};
    study.overlay.population(km_grid, {1, 1, 1, 1}).hazard(km_grid, {1, 2, 3, 5}, five);
    study.shares = {{0.25, 0.5}};
    study.capacity = {{0.5, 0.5}};
    const RiskStudy::Outcome outcome = study.run();
    EXPECT_THAT(outcome.classes.at("banjir_bahaya_kelas"), ElementsAre(1, 1, 2, 3));
    EXPECT_THAT(outcome.index.at("banjir_bahaya"), ElementsAre(1.0F / 3, 1.0F / 3, 2.0F / 3, 1.0F));
    EXPECT_EQ(flood_of(outcome).hazard->area[0].value(), 2e6);
    EXPECT_EQ(flood_of(outcome).hazard->single_class, 1);
}

// A raster of rupiah with a cell below zero is refused: it may be nodata that the file does not declare.
TEST(Components, NegativeRupiahAreRefused) {
    RiskStudy study = flood_study();
    test::add_facilities(study);
    study.value_raster("physical.public", km_grid, {50, -9999, 90, 90});
    EXPECT_THROW((void)study.run(), Error);
}

}  // namespace
}  // namespace papar
