// Laws of the risk stage on random small studies: bounds, classes, monotonicity, sums; one pass and two, threads,
// blocks.
#include "tests/risk/risk_study.hpp"
#include "tests/support/mesh.hpp"
#include "tests/support/random.hpp"
#include <gtest/gtest.h>
#include <tbb/global_control.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <cmath>

namespace papar {
namespace {

using test::none;
using test::Random;
using test::RiskStudy;
using test::uniform;

constexpr std::int64_t side = 12;
const Grid grid{0, side * 100, 100, 100, side, side};  // cells of 1 ha

// Sums of a block are rounded to 1e-6 m2, rupiah or index x m2; a fraction of a cell is good to some 2^-29 of it
// (coverage_error_bound), of 10,000 m2 here.
constexpr double tolerance = 1e-2;

using Cells = std::vector<double>;

struct Inputs {
    Cells people, flood, slide, rupiah, cover;
    std::vector<ZoneCapacity> capacity;
};

// A quarter of the cells without hazard or data, some on the limits to the bit of a Float32, the others anywhere.
double random_index(Random& random) {
    switch (random() % 8) {
        case 0:
            return none;
        case 1:
            return 0;
        case 2:
            return random() % 2 == 0 ? 1.0 / 3 : 2.0 / 3;
        case 3:
            return 1;
        default:
            return uniform(random, 0.001, 1);
    }
}

class RiskLaws : public ::testing::TestWithParam<std::uint64_t> {
protected:
    void SetUp() override {
        const test::Mesh mesh(grid, 2, random);
        std::vector<Shape> shapes;
        for (int j = 0; j < 2; ++j) {
            for (int i = 0; i < 2; ++i) {
                shapes.push_back(mesh.quad(i, j, false));
            }
        }
        zones = test::layer_of(std::move(shapes));
        zones.levels = {{"kecamatan", "", {{"a", ""}, {"b", ""}}, {0, 0, 1, 1}}};
        for (std::int64_t cell = 0; cell < side * side; ++cell) {
            inputs.people.push_back(std::floor(uniform(random, 0, 15)));  // 0 to 1,400 people/km2
            inputs.flood.push_back(random_index(random));
            inputs.slide.push_back(random_index(random));
            inputs.rupiah.push_back(std::floor(uniform(random, 0, 100)));
            inputs.cover.push_back(static_cast<double>(random() % 3));
        }
        for (std::size_t zone = 0; zone < zones.zones.size(); ++zone) {
            inputs.capacity.push_back({uniform(random, 0, 1), uniform(random, 0, 1)});
            shares.push_back({uniform(random, 0, 1), uniform(random, 0, 1)});
        }
    }

    // Flood with social, physical and, where wanted, environmental vulnerability; slides with social alone.
    [[nodiscard]] RiskStudy study(const Inputs& of, bool matrix = false, bool environment = false,
                                  std::int64_t tile = 64) const {
        RiskStudy made{test::SmallOverlay(zones), test::flood_question(test::thirds()), test::social_profile(), {}};
        made.question.hazards.push_back({"longsor", "tanah_longsor", test::thirds(), false});
        made.overlay.tiles(tile).population(grid, of.people).hazard(grid, of.flood).hazard(grid, of.slide);
        made.shares = shares;
        made.capacity = of.capacity;
        test::add_facilities(made);
        made.set("physical.public.limits", {20, 50});
        made.value_raster("physical.public", grid, of.rupiah);
        made.set("multi_weight.banjir", {0.25}).set("multi_weight.tanah_longsor", {0.75});
        made.set("applies.tanah_longsor.social", {1}).set("weight.tanah_longsor.social", {1});
        for (const char* component : {"physical", "economic", "environmental"}) {
            made.set(std::string("applies.tanah_longsor.") + component, {0});
        }
        if (environment) {
            made.cover_raster(grid, of.cover, {{1, "hutan_bakau"}, {2, "rawa"}});
            made.set("environmental.hutan_bakau.limits", {2, 5}).set("environmental.rawa.limits", {3, 6});
            made.set("environmental.loss", {0, 0.5, 1});
            made.set("environmental_weight.banjir.hutan_bakau", {0.4}).set("environmental_weight.banjir.rawa", {0.6});
            made.set("applies.banjir.environmental", {1}).set("weight.banjir.environmental", {0.2});
            made.set("weight.banjir.social", {0.4}).set("weight.banjir.physical", {0.4});
        }
        if (matrix) {
            made.choose("risk.form", "matrix");
            // Rise with the first class and the second; those with capacity fall with it.
            made.set("risk.matrix.threat", {1, 1, 2, 1, 2, 3, 2, 3, 3});
            made.set("risk.matrix.loss", {1, 1, 2, 1, 2, 3, 2, 3, 3});
            made.set("risk.matrix.capacity", {2, 1, 1, 3, 2, 1, 3, 3, 2});
            made.set("risk.matrix.risk", {1, 1, 2, 1, 2, 3, 2, 3, 3});
        }
        return made;
    }

    Random random{GetParam()};
    ZoneLayer zones;
    Inputs inputs;
    std::vector<GroupShares> shares;
};

// Every index in [0, 1]; the class raster beside it says what class_of says of the index as it is stored, 0 and no data
// where there is none.
TEST_P(RiskLaws, IndicesLieInBoundsAndClassesAgree) {
    const RiskStudy::Outcome outcome = study(inputs, false, true).run(2);
    const std::vector<double> breaks{1.0 / 3, 2.0 / 3};
    std::size_t compared = 0;
    for (const auto& [name, cells] : outcome.index) {
        for (const float index : cells) {
            EXPECT_TRUE(std::isnan(index) || (index >= 0 && index <= 1)) << name << " " << index;
        }
        const auto classes = outcome.classes.find(name + "_kelas");
        for (std::size_t i = 0; classes != outcome.classes.end() && name != "multi_bahaya" && i < cells.size(); ++i) {
            const std::uint8_t of_cell = classes->second[i];
            if (std::isnan(cells[i])) {
                EXPECT_TRUE(of_cell == 0 || of_cell == no_class) << name;
                continue;
            }
            EXPECT_EQ(of_cell, class_of(static_cast<double>(cells[i]), breaks)) << name << " " << cells[i];
            ++compared;
        }
    }
    EXPECT_GT(compared, 200U);
}

void expect_not_less(const std::vector<float>& more, const std::vector<float>& less, const std::string& what) {
    std::size_t both = 0;
    for (std::size_t i = 0; i < more.size(); ++i) {
        if (!std::isnan(more[i]) && !std::isnan(less[i])) {
            EXPECT_GE(more[i], less[i]) << what << " at cell " << i;
            ++both;
        }
    }
    EXPECT_GT(both, 20U);
}

// Where a hazard is and rises; where people and values, so vulnerability, rise; where capacity rises.
TEST_P(RiskLaws, RiskRisesWithHazardAndVulnerabilityAndFallsWithCapacity) {
    Inputs dangerous = inputs;
    Inputs vulnerable = inputs;
    Inputs able = inputs;
    for (std::size_t i = 0; i < inputs.people.size(); ++i) {
        if (inputs.flood[i] > 0) {
            dangerous.flood[i] = std::min(1.0, inputs.flood[i] + uniform(random, 0, 0.5));
        }
        vulnerable.people[i] += std::floor(uniform(random, 0, 8));
        vulnerable.rupiah[i] += uniform(random, 0, 50);
    }
    for (ZoneCapacity& zone : able.capacity) {
        zone = {std::min(1.0, *zone.ikd + uniform(random, 0, 0.5)), std::min(1.0, *zone.ikm + uniform(random, 0, 0.5))};
    }
    for (const bool matrix : {false, true}) {
        const std::string risk = "banjir_risiko";
        const std::vector<float> usual = study(inputs, matrix).run().index.at(risk);
        expect_not_less(study(dangerous, matrix).run().index.at(risk), usual, "hazard");
        expect_not_less(study(vulnerable, matrix).run().index.at(risk), usual, "vulnerability");
        expect_not_less(usual, study(able, matrix).run().index.at(risk), "capacity");
    }
}

template <typename Use>
void each_index(const HazardRisk& risk, Use use) {
    for (const auto& index : {risk.hazard, risk.components[0], risk.components[1], risk.components[2],
                              risk.components[3], risk.loss, risk.vulnerability, risk.risk}) {
        if (index) {
            use(*index);
        }
    }
}

TEST_P(RiskLaws, ClassAreasOfEveryIndexAreTheHazardsArea) {
    const RiskStudy::Outcome outcome = study(inputs, false, true).run(2);
    for (std::size_t zone = 0; zone < zones.zones.size(); ++zone) {
        for (std::size_t hazard = 0; hazard < 2; ++hazard) {
            const double land = outcome.overlaid.zones[zone].by_hazard[hazard].exposed().area.value();
            std::size_t indices = 0;
            each_index(outcome.risk.zones[zone].by_hazard[hazard], [&](const IndexFigures& index) {
                EXPECT_NEAR(total(index.area).value(), land, tolerance);
                ++indices;
            });
            EXPECT_EQ(indices, hazard == 0 ? 7U : 4U);  // all but economic; hazard, social, V and R
        }
        const MultiHazardFigures& multi = outcome.risk.zones[zone].multi;
        double by_number = 0;
        for (const ByClass<AreaM2>& land : multi.by_number) {
            by_number += total(land).value();
        }
        EXPECT_NEAR(total(multi.highest.area).value(), by_number, tolerance);
        EXPECT_NEAR(total(multi.risk->area).value(), by_number, tolerance);
        EXPECT_NEAR(total(multi.weighted->area).value(), by_number, tolerance);
    }
}

void expect_near(const RiskFigures& a, const RiskFigures& b) {
    for (std::size_t hazard = 0; hazard < a.by_hazard.size(); ++hazard) {
        std::vector<IndexFigures> in_a;
        std::vector<IndexFigures> in_b;
        each_index(a.by_hazard[hazard], [&](const IndexFigures& index) { in_a.push_back(index); });
        each_index(b.by_hazard[hazard], [&](const IndexFigures& index) { in_b.push_back(index); });
        ASSERT_EQ(in_a.size(), in_b.size());
        for (std::size_t i = 0; i < in_a.size(); ++i) {
            EXPECT_NEAR(in_a[i].weighted.value(), in_b[i].weighted.value(), tolerance);
            for (std::size_t c = 0; c < risk_classes; ++c) {
                EXPECT_NEAR(in_a[i].area[c].value(), in_b[i].area[c].value(), tolerance);
            }
        }
        ASSERT_EQ(a.by_hazard[hazard].physical_loss.has_value(), b.by_hazard[hazard].physical_loss.has_value());
        if (a.by_hazard[hazard].physical_loss) {
            EXPECT_NEAR(total(*a.by_hazard[hazard].physical_loss).value(),
                        total(*b.by_hazard[hazard].physical_loss).value(), tolerance);
        }
    }
    for (std::size_t layer = 0; layer < a.exposures.size(); ++layer) {
        EXPECT_NEAR(a.exposures[layer].total.value(), b.exposures[layer].total.value(), tolerance);
    }
    EXPECT_NEAR(total(a.multi.highest.area).value(), total(b.multi.highest.area).value(), tolerance);
}

// What `of` says of all zones together, each index known.
template <typename Of>
void expect_sum(const std::vector<RiskFigures>& parts, const RiskFigures& all, Of of) {
    auto sum = of(parts.front());
    for (std::size_t i = 1; i < parts.size(); ++i) {
        sum += of(parts[i]);
    }
    EXPECT_EQ(sum, of(all));
}

// To the unit: sums are fixed-point.
TEST_P(RiskLaws, ZonesAndAreasAddUpToAll) {
    const RiskResult risk = study(inputs, false, true).run(2).risk;
    for (const std::vector<RiskFigures>& parts : {risk.zones, risk.levels[0]}) {
        for (std::size_t hazard = 0; hazard < 2; ++hazard) {
            for (std::size_t c = 0; c < risk_classes; ++c) {
                expect_sum(parts, risk.all,
                           [&](const RiskFigures& of) { return of.by_hazard[hazard].hazard->area[c]; });
                expect_sum(parts, risk.all, [&](const RiskFigures& of) { return of.by_hazard[hazard].risk->area[c]; });
                expect_sum(parts, risk.all, [&](const RiskFigures& of) { return of.multi.risk->area[c]; });
                expect_sum(parts, risk.all,
                           [&](const RiskFigures& of) { return of.exposures[0].by_hazard[hazard][c]; });
            }
        }
        expect_sum(parts, risk.all, [&](const RiskFigures& of) { return of.by_hazard[0].risk->weighted; });
        expect_sum(parts, risk.all, [&](const RiskFigures& of) { return of.exposures[1].total; });
    }
}

TEST_P(RiskLaws, ExposureInHazardIsNotMoreThanThereIs) {
    const RiskResult risk = study(inputs, false, true).run(2).risk;
    for (const RiskFigures& zone : risk.zones) {
        for (const ExposureFigures& layer : zone.exposures) {
            for (const ByClass<Amount>& classes : layer.by_hazard) {
                EXPECT_LE(total(classes).value(), layer.total.value() + tolerance);
                EXPECT_GT(total(classes).value(), 0);
            }
        }
    }
}

void expect_same_rasters(const RiskStudy::Outcome& a, const RiskStudy::Outcome& b) {
    EXPECT_EQ(a.classes, b.classes);
    ASSERT_EQ(a.index.size(), b.index.size());
    for (const auto& [name, cells] : a.index) {
        const std::vector<float>& others = b.index.at(name);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            EXPECT_TRUE(cells[i] == others[i] || (std::isnan(cells[i]) && std::isnan(others[i]))) << name;
        }
    }
    EXPECT_EQ(a.risk.cells_near_limits, b.risk.cells_near_limits);
}

TEST_P(RiskLaws, OnePassAndTwoAgree) {
    const RiskStudy made = study(inputs);
    const RiskStudy::Outcome one = made.run(1);
    const RiskStudy::Outcome two = made.run(2);
    expect_same_rasters(one, two);
    for (std::size_t zone = 0; zone < zones.zones.size(); ++zone) {
        expect_near(one.risk.zones[zone], two.risk.zones[zone]);
    }
    expect_near(one.risk.all, two.risk.all);
}

TEST_P(RiskLaws, BlocksDoNotShow) {
    const RiskStudy::Outcome whole = study(inputs, false, true, 64).run(2);
    for (const std::int64_t tile : {3, 5}) {
        const RiskStudy::Outcome cut = study(inputs, false, true, tile).run(2);
        expect_same_rasters(whole, cut);
        for (std::size_t zone = 0; zone < zones.zones.size(); ++zone) {
            expect_near(whole.risk.zones[zone], cut.risk.zones[zone]);
        }
    }
}

std::vector<__int128> units_of(const RiskFigures& figures) {
    std::vector<__int128> units;
    for (const HazardRisk& hazard : figures.by_hazard) {
        each_index(hazard, [&](const IndexFigures& index) {
            units.push_back(index.weighted.units());
            for (const AreaM2& area : index.area) {
                units.push_back(area.units());
            }
        });
    }
    for (const ExposureFigures& layer : figures.exposures) {
        units.push_back(layer.total.units());
    }
    return units;
}

RiskStudy::Outcome on_threads(const RiskStudy& made, int threads) {
    const tbb::global_control limit(tbb::global_control::max_allowed_parallelism, static_cast<std::size_t>(threads));
    return tbb::task_arena(threads).execute([&] { return made.run(2); });
}

TEST_P(RiskLaws, ThreadsDoNotShowToTheBit) {
    const RiskStudy made = study(inputs, false, true, 3);
    const RiskStudy::Outcome one = on_threads(made, 1);
    const RiskStudy::Outcome three = on_threads(made, 3);
    expect_same_rasters(one, three);
    for (std::size_t zone = 0; zone < zones.zones.size(); ++zone) {
        EXPECT_TRUE(units_of(one.risk.zones[zone]) == units_of(three.risk.zones[zone]));
    }
}

INSTANTIATE_TEST_SUITE_P(Seeds, RiskLaws, ::testing::Range<std::uint64_t>(1, 21));

}  // namespace
}  // namespace papar
