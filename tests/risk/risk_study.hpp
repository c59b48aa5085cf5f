// A study in memory, from rasters to figures of risk.
#pragma once

#include "engine/overlay/roll_up.hpp"
#include "engine/risk/risk_figures.hpp"
#include "engine/risk/risk_pass.hpp"

#include "tests/risk/risk_fixture.hpp"
#include "tests/support/overlay_input.hpp"
#include <gtest/gtest.h>

#include <map>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace papar::test {

// Rasters of the whole grid by name; cells that nothing was written to are no data.
class MemorySink : public RasterSink {
public:
    MemorySink(const RasterPlan& plan, const Grid& grid) : plan_(plan), grid_(grid) {}

    void write_index(std::size_t layer, const Window& window, std::span<const float> cells) override {
        EXPECT_FALSE(plan_.layers[layer].classes);
        place(window, cells, no_index, index[plan_.layers[layer].name]);
    }
    void write_classes(std::size_t layer, const Window& window, std::span<const std::uint8_t> cells) override {
        EXPECT_TRUE(plan_.layers[layer].classes);
        place(window, cells, no_class, classes[plan_.layers[layer].name]);
    }

    std::map<std::string, std::vector<float>> index;
    std::map<std::string, std::vector<std::uint8_t>> classes;

private:
    template <typename Cell>
    void place(const Window& window, std::span<const Cell> cells, Cell nothing, std::vector<Cell>& raster) {
        const std::lock_guard lock(lock_);
        EXPECT_EQ(cells.size(), static_cast<std::size_t>(window.cells()));
        raster.resize(static_cast<std::size_t>(grid_.cols * grid_.rows), nothing);
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto at = static_cast<std::int64_t>(i);
            raster[static_cast<std::size_t>((window.row + at / window.cols) * grid_.cols + window.col +
                                            at % window.cols)] = cells[i];
        }
    }

    const RasterPlan& plan_;
    Grid grid_;
    std::mutex lock_;
};

struct RiskStudy {
    SmallOverlay overlay;
    RiskQuestion question;
    Profile profile = social_profile();
    std::vector<ExposureLayer> layers;
    std::vector<GroupShares> shares{};
    std::vector<ZoneCapacity> capacity{};
    std::optional<ZoneParts> parts = std::nullopt;

    struct Outcome {
        OverlayResult overlaid;
        RiskResult risk;
        std::vector<FeatureClasses> feature_classes;
        std::map<std::string, std::vector<float>> index;
        std::map<std::string, std::vector<std::uint8_t>> classes;
        std::vector<RiskTotals> totals = {};
    };

    RiskStudy& set(const std::string& path, std::vector<double> value) {
        profile.entries[path] = entry(std::move(value));
        return *this;
    }
    RiskStudy& choose(const std::string& path, const std::string& word) {
        profile.entries[path] = choice(word);
        return *this;
    }
    // On the population's grid.
    RiskStudy& value_raster(const std::string& parameter, const Grid& grid, std::vector<double> cells) {
        ExposureLayer& layer = add(parameter, true);
        layer.raster = std::make_shared<MemoryRaster>("nilai.tif", grid, std::move(cells));
        layer.placement = overlay.input().population.placement;
        return *this;
    }
    RiskStudy& cover_raster(const Grid& grid, std::vector<double> cells,
                            const std::map<std::int64_t, std::string>& names) {
        ExposureLayer& layer = add("", false);
        layer.kind = ExposureKind::land_cover;
        layer.raster = std::make_shared<MemoryRaster>("tutupan.tif", grid, std::move(cells));
        layer.placement = overlay.input().population.placement;
        for (const auto& [code, name] : names) {
            layer.cover[code] = question.exposures.back().covers.size();  // names in the order of the alphabet
            question.exposures.back().covers.push_back(name);
        }
        return *this;
    }
    RiskStudy& features(ExposureKind kind, ExposurePieces pieces) {
        ExposureLayer& layer = add("", false);
        layer.kind = kind;
        layer.pieces = std::make_shared<const ExposurePieces>(std::move(pieces));
        layer.rows = std::make_shared<const ExposureRows>(*layer.pieces);
        return *this;
    }

    // In two passes: the exposures first, then the indices with what the first pass summed.
    [[nodiscard]] Outcome run(int passes = 1) const {
        OverlayInput input = overlay.input();
        input.parts = parts ? &*parts : nullptr;
        const ResolvedMethod resolved = resolve_method(profile, question);
        const RiskMethod& method = resolved.method;
        const RasterPlan plan = raster_plan(method, question);
        MemorySink sink(plan, input.grid);
        std::vector<ZoneConditions> conditions = zone_conditions(method, shares, capacity);
        const bool one = passes == 1;
        RiskPass first(input, method, layers, {true, one}, conditions, plan, one ? &sink : nullptr);
        Outcome outcome{papar::overlay(input, {}, &first), {}, {}, {}, {}};
        outcome.feature_classes = first.feature_classes();
        outcome.risk.cells_near_limits = first.cells_near_limits();
        roll_up(input.zones, outcome.overlaid);
        std::vector<RiskTotals> totals = first.zone_totals();
        if (!one) {
            add_zone_sums(method, outcome.overlaid.zones, std::nullopt, totals, conditions);
            RiskPass second(input, method, layers, {false, true}, conditions, plan, &sink);
            (void)papar::overlay(input, {}, &second);
            const std::vector<RiskTotals> indices = second.zone_totals();
            for (std::size_t zone = 0; zone < totals.size(); ++zone) {
                papar::add(indices[zone], totals[zone]);
            }
            outcome.risk.cells_near_limits = second.cells_near_limits();
        }
        outcome.risk.exposures.resize(layers.size());
        make_risk_figures(method, input.zones, outcome.overlaid, totals, capacity, outcome.risk);
        outcome.totals = std::move(totals);
        outcome.index = std::move(sink.index);
        outcome.classes = std::move(sink.classes);
        return outcome;
    }

private:
    ExposureLayer& add(const std::string& parameter, bool rupiah) {
        question.exposures.push_back({"e" + std::to_string(layers.size() + 1), parameter, rupiah, {}});
        return layers.emplace_back();
    }
};

// Two zones are two kilometres square or less: cells of 1 km x 1 km, one square metre per square unit.
inline const Grid km_grid{0, 2000, 1000, 1000, 2, 2};

inline ZoneLayer one_zone(double east = 2000, double north = 2000) {
    return layer_of({shape_of({{rectangle(0, 0, east, north)}})});
}

// The flood of risk_pass_test.cpp: index 0.9, 0.5, 0 and nodata; 1,200, 600, 100 and 100 people; a quarter poor (score
// 2/3), half old or young (1): groups 0.2 x 2/3 + 0.2 x 1 = 1/3. Social index 0.6 + 1/3 and 0.4 + 1/3, both tinggi.
inline RiskStudy flood_study(ZoneLayer zones = one_zone()) {
    RiskStudy study{SmallOverlay(std::move(zones)), flood_question(thirds()), social_profile(), {}};
    study.overlay.population(km_grid, {1200, 600, 100, 100});
    study.overlay.hazard(km_grid, {0.9, 0.5, 0, none});
    study.shares.assign(study.overlay.input().zones.zones.size(), {0.25, 0.5});
    study.capacity.assign(study.shares.size(), {0.5, 0.5});
    return study;
}

// A physical component of public facilities alone: limits 0.2 and 0.4 rupiah per hectare, all lost in tinggi, half in
// sedang; half of the vulnerability.
inline void add_facilities(RiskStudy& study) {
    study.choose("physical.basis", "hectare");
    study.set("physical.houses.weight", {0}).set("physical.critical.weight", {0}).set("physical.public.weight", {1});
    study.set("physical.public.limits", {0.2, 0.4}).set("physical.public.loss", {0, 0.5, 1});
    study.set("applies.banjir.physical", {1}).set("weight.banjir.social", {0.5}).set("weight.banjir.physical", {0.5});
}

}  // namespace papar::test
