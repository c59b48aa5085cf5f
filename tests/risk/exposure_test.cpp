// Exposure layers, drawn hazards, overlapping zones and people of a table, by hand.
#include "tests/risk/risk_study.hpp"
#include <gmock/gmock.h>

#include <cmath>

namespace papar {
namespace {

using test::flood_study;
using test::km_grid;
using test::none;
using test::RiskStudy;
using ::testing::ElementsAre;

double of_class(const ExposureFigures& figures, int hazard_class, std::size_t hazard = 0) {
    return figures.by_hazard[hazard][static_cast<std::size_t>(hazard_class - 1)].value();
}

// Schools in the cells of tinggi, of sedang, without hazard and without data, and one outside all zones. The second
// hazard has rendah in the third cell and no data in the first.
TEST(Exposure, PointsAreCountedAndListedWithTheClassOfEachHazard) {
    RiskStudy study = flood_study();
    study.overlay.hazard(km_grid, {none, 0, 0.1, none});
    study.question.hazards.push_back({"banjir2", "banjir", test::thirds(), false});
    ExposurePieces pieces;
    pieces.pieces = {{0, 0, 0, 0, 1, 0}, {0, 1, 0, 1, 1, 0}, {1, 0, 0, 2, 1, 0}, {1, 1, 0, 3, 1, 0}};
    pieces.features.resize(5);
    study.features(ExposureKind::points, pieces);
    const RiskStudy::Outcome outcome = study.run();
    const ExposureFigures& schools = outcome.risk.zones.front().exposures.front();
    EXPECT_EQ(schools.total.value(), 4);
    EXPECT_EQ(of_class(schools, 3), 1);
    EXPECT_EQ(of_class(schools, 2), 1);
    EXPECT_EQ(of_class(schools, 1), 0);
    EXPECT_EQ(of_class(schools, 1, 1), 1);
    using Classes = std::vector<std::optional<int>>;
    EXPECT_THAT(outcome.feature_classes.front(), ElementsAre(Classes{3, std::nullopt}, Classes{2, 0}, Classes{0, 1},
                                                             Classes{std::nullopt, std::nullopt}, Classes{}));
}

// A polygon of 300 m2 in the cell of tinggi and 200 m2 in that of sedang; a road of 40 m in tinggi and 50 m without
// hazard. Rupiah of the polygon's pieces are summed by cell; here the facilities lose 30 x 1 / 100 ha = 0.3 a hectare
// (class 2, score 2/3) and 20 x 0.5 / 100 = 0.1 (1/3).
TEST(Exposure, PiecesOfPolygonsAndLinesCountWhereTheyLie) {
    RiskStudy study = flood_study();
    test::add_facilities(study);
    ExposurePieces polygons;
    polygons.pieces = {{0, 0, 0, 0, 300, 30}, {0, 1, 0, 0, 200, 20}};
    polygons.features.resize(1);
    study.features(ExposureKind::polygons, polygons);
    study.question.exposures.back().parameter = "physical.public";
    study.question.exposures.back().rupiah = true;
    ExposurePieces lines;
    lines.pieces = {{0, 0, 0, 0, 40, 0}, {1, 0, 0, 0, 50, 0}};
    lines.features.resize(1);
    study.features(ExposureKind::lines, lines);
    const RiskStudy::Outcome outcome = study.run();
    const RiskFigures& zone = outcome.risk.zones.front();
    EXPECT_EQ(zone.exposures[0].total.value(), 500);
    EXPECT_EQ(of_class(zone.exposures[0], 3), 300);
    EXPECT_EQ(of_class(zone.exposures[0], 2), 200);
    EXPECT_EQ(zone.exposures[1].total.value(), 90);
    EXPECT_EQ(of_class(zone.exposures[1], 3), 40);
    // Lost are rupiah, not square metres: 30 x 1 and 20 x 0.5.
    const ByClass<Amount>& lost = *zone.by_hazard.front().physical_loss;
    EXPECT_EQ(lost[2].value(), 30);
    EXPECT_EQ(lost[1].value(), 10);
    EXPECT_EQ(lost[0].value(), 0);
    EXPECT_FLOAT_EQ(outcome.index.at("banjir_fisik")[0], 2.0F / 3);
    EXPECT_FLOAT_EQ(outcome.index.at("banjir_fisik")[1], 1.0F / 3);
}

// Half of the second row has no value: 1 km2, of the zone's 2 x 2 km.
TEST(Exposure, LandWithoutValueIsMeasured) {
    RiskStudy study = flood_study();
    study.value_raster("", km_grid, {50, 70, none, 10}).cover_raster(km_grid, {1, none, none, 7}, {{1, "sawah"}});
    study.layers.back().cover[1] = std::nullopt;
    const RiskStudy::Outcome outcome = study.run();
    EXPECT_EQ(outcome.risk.zones.front().exposures.front().total.value(), 130);
    EXPECT_EQ(outcome.totals.front().without_value[0].value(), 1e6);
    EXPECT_EQ(outcome.totals.front().without_value[1].value(), 2e6);
}

// Classes of land cover that no component asks for are hectares all the same.
TEST(Exposure, LandCoverCountsWithoutAnEnvironmentalComponent) {
    RiskStudy study = flood_study();
    study.cover_raster(km_grid, {1, 1, 1, 7}, {{1, "sawah"}});
    study.layers.back().cover[1] = std::nullopt;
    const RiskStudy::Outcome outcome = study.run();
    EXPECT_EQ(outcome.risk.zones.front().exposures.front().total.value(), 3e6);
    EXPECT_EQ(of_class(outcome.risk.zones.front().exposures.front(), 3), 1e6);
}

// Tinggi drawn over x 0 to 600, rendah from there to 1,400, over both rows. Land: tinggi 600 x 2,000, rendah 800 x
// 2,000 m2. The first column is 0.6 tinggi and 0.4 rendah: tinggi. The second is 0.4 rendah, less than half: no hazard.
TEST(Exposure, DrawnHazardHasExactLandAndTheClassOfMostOfACell) {
    RiskStudy study{test::SmallOverlay(test::one_zone()), {}, test::social_profile(), {}};
    study.overlay.population(km_grid, {1200, 600, 100, 100});
    study.overlay.drawn({{0, test::shape_of({{test::rectangle(600, 0, 1400, 2000)}})},
                         {2, test::shape_of({{test::rectangle(0, 0, 600, 2000)}})}},
                        {"rendah", "sedang", "tinggi"});
    study.question = test::flood_question(study.overlay.input().hazards.front().classes);
    study.shares = {{0.25, 0.5}};
    study.capacity = {{0.5, 0.5}};
    study.value_raster("", km_grid, {50, 70, 90, 10});
    const RiskStudy::Outcome outcome = study.run();
    const HazardRisk& flood = outcome.risk.zones.front().by_hazard.front();
    EXPECT_NEAR(flood.hazard->area[2].value(), 1.2e6, 0.01);
    EXPECT_NEAR(flood.hazard->area[0].value(), 1.6e6, 0.01);
    // (1 x 1.2 + 1/3 x 1.6) / 2.8
    EXPECT_NEAR(*flood.hazard->mean(), (1.2 + 1.6 / 3) / 2.8, 1e-6);
    EXPECT_NEAR(total(flood.risk->area).value(), 2.8e6, 0.01);
    EXPECT_THAT(outcome.classes.at("banjir_bahaya_kelas"), ElementsAre(3, 0, 3, 0));
    EXPECT_EQ(of_class(outcome.risk.zones.front().exposures.front(), 3), 140);
    EXPECT_EQ(outcome.risk.zones.front().exposures.front().total.value(), 220);
}

// A cell that rendah and tinggi halve has the higher.
TEST(Exposure, OfEqualPartsOfACellTheHigherClassHolds) {
    RiskStudy study{test::SmallOverlay(test::one_zone()), {}, test::social_profile(), {}};
    study.overlay.population(km_grid, {1, 1, 1, 1});
    study.overlay.drawn({{0, test::shape_of({{test::rectangle(0, 0, 250, 2000)}})},
                         {2, test::shape_of({{test::rectangle(250, 0, 500, 2000)}})}},
                        {"rendah", "sedang", "tinggi"});
    study.question = test::flood_question(study.overlay.input().hazards.front().classes);
    study.shares = {{0.25, 0.5}};
    study.capacity = {{0.5, 0.5}};
    EXPECT_THAT(study.run().classes.at("banjir_bahaya_kelas"), ElementsAre(3, 0, 3, 0));
}

// Two zones, the left and the right column, and a part that both own: here the lower left cell. With cells of 1 km2:
// the first zone has the upper left cell and half of the lower left one, the second the right column and the other
// half. A value of 90 and one point in the shared cell are halved too.
TEST(Exposure, OwnersOfAPartShareItEqually) {
    RiskStudy study = flood_study(test::layer_of({test::shape_of({{test::rectangle(0, 0, 1000, 2000)}}),
                                                  test::shape_of({{test::rectangle(0, 0, 2000, 2000)}})}));
    study.overlay.hazard(km_grid, {0.9, 0.5, 0.9, 0.5});
    study.question.hazards.push_back({"banjir2", "banjir", test::thirds(), false});
    study.parts = ZoneParts{test::layer_of({test::shape_of({{test::rectangle(0, 1000, 1000, 2000)}}),
                                            test::shape_of({{test::rectangle(1000, 0, 2000, 2000)}}),
                                            test::shape_of({{test::rectangle(0, 0, 1000, 1000)}})}),
                            {{0}, {1}, {0, 1}}};
    study.value_raster("", km_grid, {50, 70, 90, 90});
    ExposurePieces points;
    points.pieces = {{1, 0, 2, 0, 1, 0}};  // in part 2
    points.features.resize(1);
    study.features(ExposureKind::points, points);
    const RiskResult risk = study.run().risk;
    EXPECT_EQ(risk.zones[0].by_hazard[1].hazard->area[2].value(), 1.5e6);
    EXPECT_EQ(risk.zones[1].by_hazard[1].hazard->area[2].value(), 0.5e6);
    EXPECT_EQ(risk.zones[1].by_hazard[1].hazard->area[1].value(), 2e6);
    EXPECT_EQ(risk.zones[0].exposures[0].total.value(), 50 + 45);
    EXPECT_EQ(risk.zones[1].exposures[0].total.value(), 70 + 90 + 45);
    EXPECT_EQ(risk.zones[0].exposures[1].total.value(), 0.5);
    EXPECT_EQ(of_class(risk.zones[1].exposures[1], 3, 1), 0.5);
    EXPECT_EQ(risk.all.exposures[0].total.value(), 300);
    EXPECT_EQ(risk.all.exposures[1].total.value(), 1);
}

// Two zones part at x = 900, so that the first has 0.9 of the upper left cell. Its capacity is 0.5: risk 0.7489, tinggi
// (docs/method/risk.md). The second's is 0.9: (0.9 x 0.9333 x 0.1)^(1/3) = 0.084^(1/3) = 0.438, sedang, on its 0.1 of
// that cell, and (0.5 x 0.7333 x 0.1)^(1/3) = 0.332, rendah, on the upper right one. The raster shows the first's
// tinggi.
TEST(Exposure, HighestRiskOnABorderIsThatOfEachZone) {
    RiskStudy study = flood_study(test::layer_of({test::shape_of({{test::rectangle(0, 0, 900, 2000)}}),
                                                  test::shape_of({{test::rectangle(900, 0, 2000, 2000)}})}));
    study.capacity[1] = {0.9, 0.9};
    study.overlay.hazard(km_grid, {0.1, 0, 0, none});
    study.question.hazards.push_back({"banjir2", "banjir", test::thirds(), false});
    const RiskStudy::Outcome outcome = study.run();
    const auto land = [&](std::size_t zone, std::size_t risk_class) {
        return outcome.risk.zones[zone].multi.risk->area[risk_class - 1].value();
    };
    EXPECT_NEAR(land(0, 3), 0.9e6, 0.01);
    EXPECT_EQ(land(0, 2) + land(0, 1), 0);
    EXPECT_EQ(land(1, 3), 0);
    EXPECT_NEAR(land(1, 2), 0.1e6, 0.01);
    EXPECT_NEAR(land(1, 1), 1e6, 0.01);
    EXPECT_THAT(outcome.classes.at("multi_risiko_kelas"), ElementsAre(3, 1, 0, no_class));
}

// The raster says 2,000 people, the table 4,000: each cell has twice as many. Where the raster has nobody, or people
// are spread by area, 4,000 people over 4 km2 are 0.001 a square metre. Without a row nothing is known.
TEST(Exposure, PeopleOfATableAreThoseOfTheRasterTimesAFactorOrEven) {
    const RiskMethod method = resolve_method(test::social_profile(), test::flood_question(test::thirds())).method;
    std::vector<ZoneFigures> figures(3);
    for (ZoneFigures& zone : figures) {
        zone.people = People(4000);
        zone.area = AreaM2(4e6);
        zone.by_hazard.resize(1);
    }
    figures[2].people_known = false;
    const std::vector<GroupShares> shares(3, GroupShares{0.25, 0.5});
    std::vector<ZoneConditions> conditions = zone_conditions(method, shares, std::vector<ZoneCapacity>(3));
    add_zone_sums(method, figures, RasterPeople{{People(2000), People(), People(2000)}, {false, true, false}},
                  std::vector<RiskTotals>(3, RiskTotals(1, 0, 0)), conditions);
    EXPECT_EQ(conditions[0].people_factor, 2);
    EXPECT_EQ(conditions[0].people_per_m2, 0);
    EXPECT_EQ(conditions[1].people_factor, 0);
    EXPECT_EQ(conditions[1].people_per_m2, 0.001);
    EXPECT_FALSE(conditions[2].people_factor);
}

// Index values of 0.333 and 0.667 are within 0.001 of 1/3 and 2/3; 0.5 and no data are not.
TEST(Exposure, CellsNearALimitAreCounted) {
    RiskStudy study = flood_study();
    study.overlay = test::SmallOverlay(test::one_zone());
    study.overlay.population(km_grid, {1, 1, 1, 1}).hazard(km_grid, {0.333, 0.667, 0.5, none});
    EXPECT_THAT(study.run().risk.cells_near_limits, ElementsAre(2));
}

}  // namespace
}  // namespace papar
