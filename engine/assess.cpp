#include "engine/assess.hpp"

#include "engine/base/hectare.hpp"
#include "engine/io/crs.hpp"
#include "engine/io/crs_operation.hpp"
#include "engine/risk/risk_figures.hpp"
#include "engine/risk/risk_pass.hpp"
#include "engine/zones/boxes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace papar {

namespace {

// The shares that the study gives; none where it gives people instead, or where nothing is known of a zone.
struct GivenShares {
    std::vector<GroupShares> shares;  // by zone
    bool all = true;                  // no group has people instead
};

GivenShares given_shares(const Study& study, const Prepared& prepared) {
    GivenShares given;
    given.shares.assign(prepared.zones.layer.zones.size(), GroupShares(study.population.groups.size()));
    for (std::size_t zone = 0; zone < given.shares.size(); ++zone) {
        for (std::size_t group = 0; group < given.shares[zone].size(); ++group) {
            const GroupInput& input = study.population.groups[group];
            const bool has_row = prepared.official && !prepared.official->groups[zone].empty();
            const GroupFigure figure = has_row ? prepared.official->groups[zone][group] : GroupFigure();
            given.shares[zone][group] = input.share ? input.share : figure.share;
            given.all = given.all && (given.shares[zone][group] || !figure.people);
        }
    }
    return given;
}

// A share that is given stands as it is, also where there is nobody; so one pass and two agree.
std::vector<GroupShares> all_shares(const GivenShares& given, const OverlayResult& result) {
    std::vector<GroupShares> shares = group_shares(result.zones);
    for (std::size_t zone = 0; zone < shares.size(); ++zone) {
        for (std::size_t group = 0; group < shares[zone].size(); ++group) {
            if (given.shares[zone][group]) {
                shares[zone][group] = given.shares[zone][group];
            }
        }
    }
    return shares;
}

// Spread by area, a zone has its people in all of it, also outside the grid.
RasterPeople before_the_table(const Study& study, const Calculated& calculated) {
    RasterPeople people{calculated.raster_people, {}};
    for (std::size_t zone = 0; zone < people.before.size(); ++zone) {
        people.even.push_back(study.population.spread.kind == Spread::even || people.before[zone] == People());
    }
    return people;
}

// Of the part that a point lies in: its first owner.
std::optional<std::size_t> zone_of(const ExposureFeature& feature, const Prepared& prepared) {
    if (!feature.zone) {
        return std::nullopt;
    }
    return prepared.parts ? prepared.parts->owners[*feature.zone].front() : *feature.zone;
}

// In the CRS of the zone layer.
std::vector<ExposedPoint> points_of(const PreparedRisk& risk, const Prepared& prepared, const RiskPass& pass) {
    std::vector<ExposedPoint> points;
    const ZoneLayer& zones = prepared.zones.layer;
    std::optional<CrsOperation> back;
    if (!same_crs(zones.crs_wkt, prepared.rasters.crs_wkt)) {
        back.emplace(zones.crs_wkt, prepared.rasters.crs_wkt, box_of(zones));
    }
    for (std::size_t layer = 0; layer < risk.layers.size(); ++layer) {
        if (!risk.facts[layer].points) {
            continue;
        }
        const std::vector<ExposureFeature>& features = risk.layers[layer].pieces->features;
        for (std::size_t i = 0; i < features.size(); ++i) {
            const ExposureFeature& feature = features[i];
            const Vertex on_grid{feature.x, feature.y};
            const Vertex place = back ? back->backward(on_grid).value_or(on_grid) : on_grid;
            std::vector<std::optional<int>> classes = pass.feature_classes()[layer][i];
            classes.resize(risk.method.hazards.size());
            points.push_back({layer, feature.name, feature.category, place.x, place.y, feature.value,
                              zone_of(feature, prepared), std::move(classes)});
        }
    }
    return points;
}

// Land of zones on which a layer's raster has no data: it counts as holding nothing, and that must be known.
Findings land_without_value(const Study& study, const std::vector<RiskTotals>& totals) {
    Findings findings;
    for (std::size_t layer = 0; layer < study.exposures.size(); ++layer) {
        AreaM2 without;
        for (const RiskTotals& zone : totals) {
            without += zone.without_value[layer];
        }
        const double hectares = without.value() / m2_per_hectare;
        if (hectares > 0) {
            const ExposureInput& input = study.exposures[layer];
            findings.push_back({"exposure.no_value",
                                input.id,
                                fmt::format("exposure {}: {} has no data on {:.2f} ha of the zones; that land counts "
                                            "as holding nothing of it",
                                            input.id, input.raster.name, hectares),
                                {{"area_ha", hectares}}});
        }
    }
    return findings;
}

}  // namespace

Assessed assess(const Study& study, const Prepared& prepared, const PreparedRisk& risk, RasterSink* sink,
                const ProgressCallback& progress) {
    const OverlayInput input = prepared.overlay_input(study);
    const GivenShares given = given_shares(study, prepared);
    const bool official = prepared.official && study.population.model != PopulationModel::raster;
    const bool one_pass = given.all && !official && !risk.method.needs_zone_sums();
    std::vector<ZoneConditions> conditions;
    if (one_pass) {
        conditions = zone_conditions(risk.method, given.shares, risk.capacity);
    }
    RiskPass first(input, risk.method, risk.layers, {true, one_pass}, conditions, risk.rasters,
                   one_pass ? sink : nullptr);
    Calculated calculated = calculate(study, prepared, progress, &first);
    Assessed assessed{std::move(calculated.result), {}};
    std::vector<RiskTotals> totals = first.zone_totals();
    std::vector<std::int64_t> near_limits = first.cells_near_limits();
    if (!one_pass) {
        conditions = zone_conditions(risk.method, all_shares(given, assessed.result), risk.capacity);
        add_zone_sums(risk.method, assessed.result.zones,
                      official ? std::optional(before_the_table(study, calculated)) : std::nullopt, totals, conditions);
        RiskPass second(input, risk.method, risk.layers, {false, true}, conditions, risk.rasters, sink);
        (void)overlay(input, progress, &second);
        const std::vector<RiskTotals> indices = second.zone_totals();
        for (std::size_t zone = 0; zone < totals.size(); ++zone) {
            add(indices[zone], totals[zone]);
        }
        near_limits = second.cells_near_limits();
    }
    RiskResult& result = assessed.risk;
    result.profile_id = study.profile->id;
    result.profile_title = study.profile->title;
    result.exposures = risk.facts;
    result.method = risk.used;
    result.cells_near_limits = std::move(near_limits);
    make_risk_figures(risk.method, prepared.zones.layer, assessed.result, totals, risk.capacity, result);
    const Findings without_value = land_without_value(study, totals);
    assessed.result.findings.insert(assessed.result.findings.end(), without_value.begin(), without_value.end());
    result.points = points_of(risk, prepared, first);
    return assessed;
}

}  // namespace papar
