#include "engine/overlay/people_model.hpp"

#include "tests/support/overlay_input.hpp"
#include "tests/support/random.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace papar {
namespace {

using test::layer_of;
using test::none;
using test::rectangle;
using test::shape_of;
using test::SmallOverlay;
using ::testing::HasSubstr;

const Grid five_by_five{0, 5, 1, 1, 5, 5};  // cells of 1 m2

// By column: no hazard, rendah, sedang, tinggi, no data; the same in all five rows.
const std::vector<double>& hazard_columns() {
    static const std::vector<double> cells = [] {
        std::vector<double> all;
        for (int row = 0; row < 5; ++row) {
            all.insert(all.end(), {0, 0.2, 0.5, 0.9, none});
        }
        return all;
    }();
    return cells;
}

// Zone 1: columns 0, 1 and half of 2; zone 2: the rest.
ZoneLayer halves() {
    return layer_of({shape_of({{rectangle(0, 0, 2.5, 5)}}), shape_of({{rectangle(2.5, 0, 5, 5)}})});
}

SmallOverlay with_weights(ZoneLayer zones, std::vector<double> weights, PopulationUnit unit = PopulationUnit::count) {
    SmallOverlay small{std::move(zones)};
    small.population(five_by_five, std::move(weights), CellType::float32, unit).hazard(five_by_five, hazard_columns());
    return small;
}

OfficialPeople official_of(std::vector<std::optional<People>> people, People rows_without_zone = People()) {
    OfficialPeople official;
    official.table.subject = "resmi.csv";
    official.people = std::move(people);
    official.groups.resize(official.people.size());
    official.rows_without_zone = rows_without_zone;
    official.total = rows_without_zone;
    for (const std::optional<People>& each : official.people) {
        official.total += each.value_or(People());
    }
    return official;
}

PopulationInput model(PopulationModel kind, Spread spread = Spread::raster) {
    PopulationInput settings;
    settings.model = kind;
    settings.spread.kind = spread;
    return settings;
}

OverlayResult run(const SmallOverlay& small, const PopulationInput& settings,
                  const std::optional<OfficialPeople>& official) {
    OverlayInput input = small.input();
    input.population.weights = settings.model != PopulationModel::raster;
    OverlayResult result = overlay(input, {});
    apply_people_model(settings, official, input, result, {});
    return result;
}

// Classes, no hazard, no data.
std::vector<double> parts_of(const HazardFigures& hazard) {
    std::vector<double> parts;
    for (const Figures& figures : hazard.classes) {
        parts.push_back(figures.people.value());
    }
    parts.push_back(hazard.no_hazard.people.value());
    parts.push_back(hazard.no_data.people.value());
    return parts;
}

std::string finding(const OverlayResult& result, const std::string& id) {
    const auto found = std::ranges::find(result.findings, id, &Finding::id);
    return found == result.findings.end() ? "" : found->sentence;
}

void expect_closed(const OverlayResult& result) {
    EXPECT_TRUE(result.balance.in_raster ==
                result.balance.in_zones + result.balance.outside_zones - result.balance.counted_twice);
    for (const ZoneFigures& zone : result.zones) {
        People largest;
        for (const HazardFigures& hazard : zone.by_hazard) {
            EXPECT_TRUE(zone.people == hazard.exposed().people + hazard.no_hazard.people + hazard.no_data.people);
            largest = std::max(largest, hazard.exposed().people);
            for (std::size_t c = 0; !hazard.histogram.empty() && c < hazard.classes.size(); ++c) {
                People bins;
                for (std::size_t bin = 0; bin < bins_per_class; ++bin) {
                    bins += hazard.histogram[c * bins_per_class + bin];
                }
                EXPECT_TRUE(bins == hazard.classes[c].people);
            }
        }
        EXPECT_FALSE(zone.people_any_hazard < largest);
        EXPECT_FALSE(zone.people < zone.people_any_hazard);
    }
}

// Zone 1 has 12.5 m2: 5 without hazard, 5 rendah, 2.5 sedang; 125 people are 10 a m2.
// Zone 2: 2.5 sedang, 5 tinggi, 5 without data; 25 people are 2 a m2.
TEST(PeopleModel, EvenlySpread) {
    const OverlayResult result =
        run(with_weights(halves(), std::vector<double>(25, 1), PopulationUnit::per_km2),
            model(PopulationModel::table, Spread::even), official_of({People(125), People(25)}));
    EXPECT_EQ(parts_of(result.zones[0].by_hazard[0]), (std::vector<double>{50, 25, 0, 50, 0}));
    EXPECT_EQ(parts_of(result.zones[1].by_hazard[0]), (std::vector<double>{0, 5, 10, 0, 10}));
    EXPECT_EQ(result.zones[0].people_any_hazard.value(), 75);
    EXPECT_EQ(result.balance.in_raster.value(), 150);
    EXPECT_TRUE(result.balance.official);
    EXPECT_TRUE(result.findings.empty());
    expect_closed(result);
}

// A zone from 2.5 to 7.5 has half of its 25 m2 beyond the grid: of 100 people, 4 a m2, 10 are sedang, 20 tinggi; 20 are
// on column 4 and 50 beyond the rasters, where no hazard is known.
TEST(PeopleModel, EvenlySpreadBeyondTheRasters) {
    const OverlayResult result = run(with_weights(layer_of({shape_of({{rectangle(2.5, 0, 7.5, 5)}})}),
                                                  std::vector<double>(25, 1), PopulationUnit::per_km2),
                                     model(PopulationModel::table, Spread::even), official_of({People(100)}));
    EXPECT_EQ(parts_of(result.zones[0].by_hazard[0]), (std::vector<double>{0, 10, 20, 0, 70}));
    expect_closed(result);
}

// Settlement only in the first row: 1 in column 0, 3 in column 1: 8 people are 2 and 6. Nothing is settled in zone 2:
// its 25 people are spread by area, as above.
TEST(PeopleModel, SettlementAndAZoneWithout) {
    std::vector<double> weights(25, 0);
    weights[0] = 1;
    weights[1] = 3;
    const OverlayResult result = run(with_weights(halves(), weights), model(PopulationModel::table, Spread::settlement),
                                     official_of({People(8), People(25)}));
    EXPECT_EQ(parts_of(result.zones[0].by_hazard[0]), (std::vector<double>{6, 0, 0, 2, 0}));
    EXPECT_EQ(parts_of(result.zones[1].by_hazard[0]), (std::vector<double>{0, 5, 10, 0, 10}));
    EXPECT_THAT(finding(result, "population.spread_evenly"),
                HasSubstr("nothing is settled in 1 zone with official people; these 25.00 people are spread evenly"));
    expect_closed(result);
}

// 2 people in each cell are 25 in each zone; 50 and 10 official ones are factors of 2 and 0.4.
TEST(PeopleModel, Calibrated) {
    const OverlayResult result = run(with_weights(halves(), std::vector<double>(25, 2)),
                                     model(PopulationModel::calibrated), official_of({People(50), People(10)}));
    EXPECT_EQ(result.zones[0].factor, 2.0);
    EXPECT_EQ(result.zones[1].factor, 0.4);
    EXPECT_EQ(parts_of(result.zones[0].by_hazard[0]), (std::vector<double>{20, 10, 0, 20, 0}));
    EXPECT_EQ(parts_of(result.zones[1].by_hazard[0]), (std::vector<double>{0, 2, 4, 0, 4}));
    EXPECT_EQ(result.balance.measured->value(), 50);
    EXPECT_THAT(finding(result, "population.factors"), HasSubstr("by 0.4 to 2, 1.2 in the median, in 2 zones"));
    EXPECT_THAT(finding(result, "population.implausible_factors"), HasSubstr("2 Zone 2 (0.4)"));
    expect_closed(result);
}

// No row for zone 2, and a row of 7 people without zone: 107 in the table, 100 in zones.
TEST(PeopleModel, UnknownZoneAndRowWithoutZone) {
    const OverlayResult result =
        run(with_weights(halves(), std::vector<double>(25, 2)), model(PopulationModel::calibrated),
            official_of({People(100), std::nullopt}, People(7)));
    EXPECT_FALSE(result.zones[1].people_known);
    EXPECT_EQ(parts_of(result.zones[1].by_hazard[0]), (std::vector<double>{0, 0, 0, 0, 0}));
    EXPECT_FALSE(result.zones[1].factor);
    EXPECT_EQ(result.balance.in_raster.value(), 107);
    EXPECT_EQ(result.balance.in_zones.value(), 100);
    EXPECT_EQ(result.balance.outside_zones.value(), 7);
    expect_closed(result);
}

// Both zones are the whole grid: each has its own total, and nobody is counted twice.
TEST(PeopleModel, OverlappingZonesHaveTheirOwnTotals) {
    const Shape all = shape_of({{rectangle(0, 0, 5, 5)}});
    const OverlayResult result = run(with_weights(layer_of({all, all}), std::vector<double>(25, 1)),
                                     model(PopulationModel::calibrated), official_of({People(50), People(100)}));
    EXPECT_EQ(result.zones[0].people.value(), 50);
    EXPECT_EQ(result.zones[1].people.value(), 100);
    EXPECT_EQ(result.balance.counted_twice.value(), 0);
    expect_closed(result);
}

// 10 people of a group in zone 1 (50 rendah, 25 sedang, 50 without, of 125): 4, 2, 4. A tenth of 25 people in zone 2
// (5 sedang, 10 tinggi, 10 no data): 0.5, 1, 1.
TEST(PeopleModel, Groups) {
    PopulationInput settings = model(PopulationModel::table, Spread::even);
    settings.groups.resize(2);
    settings.groups[0].id = "miskin";
    settings.groups[0].column.name = "miskin";
    settings.groups[1].id = "lansia";
    settings.groups[1].share = 0.1;
    OfficialPeople official = official_of({People(125), People(25)});
    official.groups[0] = {{People(10), {}}, {}};
    official.groups[1] = {{}, {}};  // the table leaves it empty
    const OverlayResult result =
        run(with_weights(halves(), std::vector<double>(25, 1), PopulationUnit::per_km2), settings, official);
    const GroupFigures& poor = result.zones[0].by_group[0];
    EXPECT_EQ(poor.by_hazard[0].classes[0].value(), 4);
    EXPECT_EQ(poor.by_hazard[0].classes[1].value(), 2);
    EXPECT_EQ(poor.by_hazard[0].no_hazard.value(), 4);
    EXPECT_FALSE(result.zones[1].by_group[0].total);
    EXPECT_TRUE(result.zones[1].by_group[0].by_hazard.empty());
    const GroupFigures& old = result.zones[1].by_group[1];
    EXPECT_EQ(old.total->value(), 2.5);
    EXPECT_EQ(old.by_hazard[0].classes[1].value(), 0.5);
    EXPECT_EQ(old.by_hazard[0].classes[2].value(), 1);
    EXPECT_EQ(old.by_hazard[0].no_data.value(), 1);
}

// 30 poor of 25 people: said, and kept.
TEST(PeopleModel, GroupLargerThanItsZone) {
    PopulationInput settings = model(PopulationModel::calibrated);
    settings.groups.resize(1);
    settings.groups[0].id = "miskin";
    settings.groups[0].column.name = "miskin";
    OfficialPeople official = official_of({People(25), People(25)});
    official.groups = {{{People(30), {}}}, {{People(5), {}}}};
    const OverlayResult result = run(with_weights(halves(), std::vector<double>(25, 1)), settings, official);
    EXPECT_EQ(result.zones[0].by_group[0].total->value(), 30);
    EXPECT_THAT(finding(result, "population.group_exceeds_people"), HasSubstr("1 Zone 1 (30.00 of 25.00)"));
}

// The laws on random weights, hazards and totals: every sum closes to the unit, and no part is off its exact share by a
// unit or more.
TEST(PeopleModel, SumsCloseOnRandomInput) {
    test::Random random(7);
    for (int round = 0; round < 30; ++round) {
        std::vector<double> weights(25);
        std::vector<double> other(25);
        for (std::size_t i = 0; i < 25; ++i) {
            weights[i] = test::uniform(random, 0, 1) < 0.3 ? 0 : test::uniform(random, 0, 1e4);
            other[i] = std::max(0.0, test::uniform(random, -0.3, 1));
        }
        SmallOverlay small = with_weights(halves(), weights);
        small.hazard(five_by_five, other);
        const std::vector<std::optional<People>> people{People(test::uniform(random, 0, 1e6)),
                                                        People::from_units(static_cast<int>(random() % 5))};
        const OverlayResult before = small.run();
        const OverlayResult after = run(small, model(PopulationModel::calibrated), official_of(people));
        expect_closed(after);
        for (std::size_t zone = 0; zone < 2; ++zone) {
            for (std::size_t hazard = 0; hazard < 2; ++hazard) {
                const HazardFigures& from = before.zones[zone].by_hazard[hazard];
                const People sum = from.exposed().people + from.no_hazard.people + from.no_data.people;
                for (std::size_t c = 0; c < from.classes.size(); ++c) {
                    const __int128 difference =
                        after.zones[zone].by_hazard[hazard].classes[c].people.units() * sum.units() -
                        people[zone]->units() * from.classes[c].people.units();
                    EXPECT_TRUE(difference < sum.units() && -difference < sum.units());
                }
            }
        }
    }
}

}  // namespace
}  // namespace papar
