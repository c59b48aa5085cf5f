#include "engine/risk/risk_pass.hpp"

#include "engine/risk/risk_figures.hpp"

#include "tests/risk/risk_fixture.hpp"
#include "tests/support/overlay_input.hpp"
#include <gmock/gmock.h>

#include <cmath>
#include <map>
#include <mutex>

namespace papar {
namespace {

using test::none;

// 2 x 2 cells of 1 km x 1 km; one square metre per square unit.
const Grid grid{0, 2000, 1000, 1000, 2, 2};

class MemorySink : public RasterSink {
public:
    void write_index(std::size_t layer, const Window& window, std::span<const float> cells) override {
        const std::lock_guard lock(lock_);
        EXPECT_EQ(cells.size(), static_cast<std::size_t>(window.cells()));
        index[layer].assign(cells.begin(), cells.end());
    }
    void write_classes(std::size_t layer, const Window& window, std::span<const std::uint8_t> cells) override {
        const std::lock_guard lock(lock_);
        EXPECT_EQ(cells.size(), static_cast<std::size_t>(window.cells()));
        classes[layer].assign(cells.begin(), cells.end());
    }

    std::map<std::size_t, std::vector<float>> index;
    std::map<std::size_t, std::vector<std::uint8_t>> classes;

private:
    std::mutex lock_;
};

ZoneLayer one_zone() {
    return test::layer_of({test::shape_of({{test::rectangle(0, 0, 2000, 2000)}})});
}

// Flood index 0.9, 0.5, 0 (no hazard) and nodata; 1,200, 600, 100 and 100 people in cells of 1 km2. A quarter of them
// poor, half of them old or young: scores 2/3 (20-40 %) and 1 (> 40 %). IKD = IKM = 0.5.
struct Flood {
    test::SmallOverlay overlay{one_zone()};
    RiskQuestion question = test::flood_question(test::thirds());
    ResolvedMethod resolved = resolve_method(test::social_profile(), question);
    RasterPlan plan = raster_plan(resolved.method, question);
    std::vector<GroupShares> shares{{0.25, 0.5}};
    std::vector<ZoneCapacity> capacity{{0.5, 0.5}};

    Flood() {
        overlay.population(grid, {1200, 600, 100, 100});
        overlay.hazard(grid, {0.9, 0.5, 0, none});
    }
};

// Groups: 0.2 x 2/3 + 0.2 x 1 = 1/3. Density 1,200 people/km2: score 1, 0.6 x 1; 600: 2/3, 0.6 x 2/3 = 0.4.
// V = 0.6 + 1/3 = 0.933333 and 0.4 + 1/3 = 0.733333; both above 2/3: tinggi.
// R = (0.9 x 0.933333 x 0.5)^(1/3) = 0.42^(1/3) = 0.748887; (0.5 x 0.733333 x 0.5)^(1/3) = 0.183333^(1/3) = 0.568087.
TEST(RiskPass, SocialVulnerabilityAndRiskByHand) {
    Flood flood;
    const OverlayInput input = flood.overlay.input();
    const std::vector<ZoneConditions> conditions = zone_conditions(flood.resolved.method, flood.shares, flood.capacity);
    MemorySink sink;
    RiskPass pass(input, flood.resolved.method, {}, {true, true}, conditions, flood.plan, &sink);
    const OverlayResult overlaid = overlay(input, {}, &pass);
    RiskResult result;
    make_risk_figures(flood.resolved.method, input.zones, overlaid, pass.zone_totals(), flood.capacity, result);

    const HazardRisk& risk = result.zones.front().by_hazard.front();
    EXPECT_NEAR(*risk.hazard->mean(), 0.7, 1e-7);  // (0.9 + 0.5) / 2
    EXPECT_EQ(risk.hazard->area[2].value(), 1e6);
    EXPECT_EQ(risk.hazard->area[1].value(), 1e6);
    EXPECT_EQ(risk.hazard->area[0].value(), 0);
    EXPECT_EQ(risk.hazard->single_class, 3);  // dominant; the higher of equals
    const auto& social = risk.component(Component::social);
    EXPECT_NEAR(*social->mean(), (0.6 + 0.4) / 2 + 1.0 / 3, 1e-7);
    EXPECT_NEAR(*risk.vulnerability->mean(), (0.6 + 0.4) / 2 + 1.0 / 3, 1e-7);
    EXPECT_EQ(risk.vulnerability->area[2].value(), 2e6);
    EXPECT_NEAR(*risk.risk->mean(), (std::cbrt(0.42) + std::cbrt(0.55 / 3)) / 2, 1e-6);
    EXPECT_EQ(risk.risk->area[2].value(), 1e6);  // 0.7489 > 2/3
    EXPECT_EQ(risk.risk->area[1].value(), 1e6);  // 0.5681
    EXPECT_FALSE(risk.physical_loss);
    EXPECT_FALSE(risk.component(Component::physical));
    EXPECT_EQ(result.zones.front().capacity.single_class, 2);       // 0.5
    EXPECT_EQ(result.all.by_hazard.front().risk->single_class, 3);  // max of its zones
}

TEST(RiskPass, RastersHoldTheIndicesAndClassesOfTheCells) {
    Flood flood;
    const OverlayInput input = flood.overlay.input();
    const std::vector<ZoneConditions> conditions = zone_conditions(flood.resolved.method, flood.shares, flood.capacity);
    MemorySink sink;
    RiskPass pass(input, flood.resolved.method, {}, {true, true}, conditions, flood.plan, &sink);
    (void)overlay(input, {}, &pass);

    const HazardRasters& rasters = flood.plan.hazards.front();
    EXPECT_THAT(sink.classes[*rasters.classes[at(IndexKind::hazard)]], ::testing::ElementsAre(3, 2, 0, no_class));
    EXPECT_THAT(sink.classes[*rasters.classes[at(IndexKind::risk)]], ::testing::ElementsAre(3, 2, 0, no_class));
    const std::vector<float>& index = sink.index[*rasters.index[at(IndexKind::vulnerability)]];
    EXPECT_FLOAT_EQ(index[0], 0.6F + 1.0F / 3);
    EXPECT_FLOAT_EQ(index[1], 0.4F + 1.0F / 3);
    EXPECT_TRUE(std::isnan(index[2]));
    EXPECT_TRUE(std::isnan(index[3]));
    EXPECT_THAT(sink.index[*flood.plan.capacity], ::testing::Each(0.5F));
    EXPECT_FALSE(flood.plan.multi_classes);  // one hazard
}

// Where the capacity of a zone is not known, neither is its risk; its vulnerability is.
TEST(RiskPass, UnknownCapacityMakesRiskUnknown) {
    Flood flood;
    flood.capacity = {{0.5, std::nullopt}};
    const OverlayInput input = flood.overlay.input();
    const std::vector<ZoneConditions> conditions = zone_conditions(flood.resolved.method, flood.shares, flood.capacity);
    RiskPass pass(input, flood.resolved.method, {}, {true, true}, conditions, flood.plan, nullptr);
    const OverlayResult overlaid = overlay(input, {}, &pass);
    RiskResult result;
    make_risk_figures(flood.resolved.method, input.zones, overlaid, pass.zone_totals(), flood.capacity, result);
    EXPECT_TRUE(result.zones.front().by_hazard.front().vulnerability);
    EXPECT_FALSE(result.zones.front().by_hazard.front().risk);
    EXPECT_EQ(result.zones.front().capacity.ikd, 0.5);
    EXPECT_FALSE(result.zones.front().capacity.index);
}

// Houses: 5 people each (1,200 / 5 = 240 in the first cell, 120 in the second). Tinggi: half of them moderately, half
// heavily damaged at 2 and 4 rupiah: 3 a house, 720. Sedang: half lightly at 1 rupiah: 0.5 a house, 60. A value raster
// of 50, 70, 90, 90 rupiah feeds public facilities, all of it lost in tinggi, half in sedang: 50 + 35. Together
// tinggi 770, sedang 95.
TEST(RiskPass, LossInRupiahByHazardClass) {
    Flood flood;
    Profile profile = test::social_profile();
    const auto set = [&](const std::string& path, std::vector<double> value) {
        profile.entries[path] = test::entry(std::move(value));
    };
    profile.entries["physical.basis"] = test::choice("hectare");
    set("physical.houses.weight", {0.5});
    set("physical.houses.limits", {1, 2});
    set("physical.public.weight", {0.5});
    set("physical.public.limits", {0.2, 0.4});
    set("physical.public.loss", {0, 0.5, 1});
    set("physical.critical.weight", {0});
    set("houses.people_per_house", {5});
    set("houses.price", {1, 2, 4});
    set("houses.damage.low", {0, 0, 0});
    set("houses.damage.medium", {0.5, 0, 0});
    set("houses.damage.high", {0, 0.5, 0.5});
    set("applies.banjir.physical", {1});
    set("weight.banjir.social", {0.5});
    set("weight.banjir.physical", {0.5});
    flood.question.exposures = {{"sekolah", "physical.public", true, {}}};
    const ResolvedMethod resolved = resolve_method(profile, flood.question);
    const RasterPlan plan = raster_plan(resolved.method, flood.question);
    const OverlayInput input = flood.overlay.input();
    ExposureLayer layer;
    layer.raster = std::make_shared<test::MemoryRaster>("nilai.tif", grid, std::vector<double>{50, 70, 90, 90});
    layer.placement = input.hazards.front().placement;
    const std::vector<ExposureLayer> layers{layer};
    const std::vector<ZoneConditions> conditions = zone_conditions(resolved.method, flood.shares, flood.capacity);
    RiskPass pass(input, resolved.method, layers, {true, true}, conditions, plan, nullptr);
    const OverlayResult overlaid = overlay(input, {}, &pass);
    RiskResult result;
    result.exposures.resize(1);
    make_risk_figures(resolved.method, input.zones, overlaid, pass.zone_totals(), flood.capacity, result);

    const HazardRisk& risk = result.zones.front().by_hazard.front();
    ASSERT_TRUE(risk.physical_loss);
    EXPECT_NEAR((*risk.physical_loss)[2].value(), 770, 1e-6);
    EXPECT_NEAR((*risk.physical_loss)[1].value(), 95, 1e-6);
    EXPECT_EQ((*risk.physical_loss)[0].value(), 0);
    EXPECT_EQ(result.zones.front().exposures.front().total.value(), 300);
    EXPECT_EQ(result.zones.front().exposures.front().by_hazard.front()[2].value(), 50);
    // Per hectare (100 ha a cell): houses 7.2 (score 1) and 0.6 (1/3); facilities 0.5 (1) and 0.35 (2/3).
    // Physical: 0.5 + 0.5 = 1 and 1/6 + 1/3 = 0.5.
    EXPECT_NEAR(*risk.component(Component::physical)->mean(), 0.75, 1e-7);
    EXPECT_NEAR(*risk.loss->mean(), 0.75, 1e-7);
    // V = half of social (0.933333, 0.733333) and half of that: 0.966667, 0.616667.
    EXPECT_NEAR(*risk.vulnerability->mean(), (0.966666667 + 0.616666667) / 2, 1e-7);
}

// Two hazards of 1 km2 cells: first tinggi, sedang, none, nodata; second rendah in the first cell and tinggi in the
// third. Highest class: 3, 2, 3 and no data; number of hazards 2, 1, 1.
TEST(RiskPass, SeveralHazardsTogether) {
    Flood flood;
    flood.overlay.hazard(grid, {0.1, 0, 0.8, none});
    flood.question.hazards.push_back({"banjir2", "banjir", test::thirds(), false});
    Profile profile = test::social_profile();
    const ResolvedMethod resolved = resolve_method(profile, flood.question);
    const RasterPlan plan = raster_plan(resolved.method, flood.question);
    const OverlayInput input = flood.overlay.input();
    const std::vector<ZoneConditions> conditions = zone_conditions(resolved.method, flood.shares, flood.capacity);
    MemorySink sink;
    RiskPass pass(input, resolved.method, {}, {true, true}, conditions, plan, &sink);
    const OverlayResult overlaid = overlay(input, {}, &pass);
    RiskResult result;
    make_risk_figures(resolved.method, input.zones, overlaid, pass.zone_totals(), flood.capacity, result);
    const MultiHazardFigures& multi = result.zones.front().multi;
    EXPECT_EQ(multi.highest.area[2].value(), 2e6);
    EXPECT_EQ(multi.highest.area[1].value(), 1e6);
    EXPECT_EQ(multi.by_number[0][2].value(), 1e6);
    EXPECT_EQ(multi.by_number[0][1].value(), 1e6);
    EXPECT_EQ(multi.by_number[1][2].value(), 1e6);
    EXPECT_FALSE(multi.weighted);
    ASSERT_TRUE(multi.risk);
    EXPECT_THAT(sink.classes[*plan.multi_classes], ::testing::ElementsAre(3, 2, 3, no_class));
    EXPECT_THAT(sink.classes[*plan.multi_number], ::testing::ElementsAre(2, 1, 1, no_class));
}

}  // namespace
}  // namespace papar
