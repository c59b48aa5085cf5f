#include "engine/assess.hpp"

#include "engine/io/capacity_table.hpp"
#include "engine/io/crs.hpp"
#include "engine/io/crs_operation.hpp"
#include "engine/io/exposure_layer.hpp"
#include "engine/risk/risk_figures.hpp"
#include "engine/risk/risk_pass.hpp"
#include "engine/zones/boxes.hpp"

#include <algorithm>
#include <memory>
#include <utility>

namespace papar {

namespace {

RiskQuestion question_of(const Study& study) {
    RiskQuestion question;
    for (const HazardSettings& hazard : study.hazards) {
        question.hazards.push_back({hazard.id, hazard.type, hazard.classes, hazard.kind == "depth"});
    }
    for (const GroupInput& group : study.population.groups) {
        question.group_parameters.push_back(group.parameter);
    }
    for (const ExposureInput& exposure : study.exposures) {
        std::vector<std::string> covers;
        for (const auto& [code, cover] : exposure.cover) {
            covers.push_back(cover);
        }
        const bool rupiah = exposure.kind == ExposureKind::value || !exposure.rupiah_per_hectare.empty() ||
                            !exposure.value.name.empty();
        question.exposures.push_back({exposure.id, exposure.parameter, rupiah, std::move(covers)});
    }
    question.capacity = study.capacity.has_value();
    return question;
}

ExposureFacts facts_of(const ExposureInput& input) {
    ExposureFacts facts{input.id, input.title, "Rp", 1, false};
    switch (input.kind) {
        case ExposureKind::value:
            break;
        case ExposureKind::land_cover:
            if (input.rupiah_per_hectare.empty()) {
                facts.unit = "ha";
                facts.per_unit = 1e4;
            }
            break;
        case ExposureKind::polygons:
            facts.unit = "ha";
            facts.per_unit = 1e4;
            break;
        case ExposureKind::points:
            facts.unit = "unit";
            facts.points = true;
            break;
        case ExposureKind::lines:
            facts.unit = "km";
            facts.per_unit = 1e3;
            break;
    }
    return facts;
}

// Places of the covers that a layer names among those of the method.
std::map<std::int64_t, std::size_t> cover_places(const ExposureInput& input, const RiskMethod& method) {
    std::map<std::int64_t, std::size_t> places;
    if (!method.environmental) {
        return places;
    }
    const std::vector<CoverParameter>& covers = method.environmental->covers;
    for (const auto& [code, name] : input.cover) {
        const auto found = std::find_if(covers.begin(), covers.end(),
                                        [&name = name](const CoverParameter& cover) { return cover.cover == name; });
        if (found != covers.end()) {
            places.emplace(code, static_cast<std::size_t>(found - covers.begin()));
        }
    }
    return places;
}

void add_layers(const Study& study, const Prepared& prepared, PreparedRisk& risk) {
    std::size_t raster = 0;
    for (const ExposureInput& input : study.exposures) {
        ExposureLayer& layer = risk.layers.emplace_back();
        layer.kind = input.kind;
        layer.unit = input.unit;
        layer.rupiah_per_hectare = input.rupiah_per_hectare;
        layer.cover = cover_places(input, risk.method);
        risk.facts.push_back(facts_of(input));
        const std::string role = "exposure:" + input.id;
        if (input.kind == ExposureKind::value || input.kind == ExposureKind::land_cover) {
            const StudyRaster& of = prepared.rasters.exposures[raster];
            layer.raster = of.source;
            layer.placement = prepared.rasters.analysis.placements[1 + prepared.rasters.hazards.size() + raster];
            add_files(role, input.raster.name, of.file->files(), risk.files);
            ++raster;
            continue;
        }
        ExposureRead read = read_exposure_layer(input, prepared.zones.layer, prepared.rasters.crs_wkt,
                                                prepared.rasters.analysis.grid, prepared.cell_area);
        layer.pieces = std::make_shared<const ExposurePieces>(std::move(read.pieces));
        layer.rows = std::make_shared<const ExposureRows>(*layer.pieces);
        risk.findings.insert(risk.findings.end(), read.findings.begin(), read.findings.end());
        add_files(role, input.layer.name, read.files, risk.files);
    }
}

// Shares that are known before anybody is counted; nothing where a group has people instead of a share.
std::optional<std::vector<GroupShares>> shares_before(const Study& study, const Prepared& prepared) {
    std::vector<GroupShares> shares(prepared.zones.layer.zones.size(), GroupShares(study.population.groups.size()));
    for (std::size_t zone = 0; zone < shares.size(); ++zone) {
        for (std::size_t group = 0; group < shares[zone].size(); ++group) {
            const GroupInput& input = study.population.groups[group];
            const bool has_row = prepared.official && !prepared.official->groups[zone].empty();
            const GroupFigure figure = has_row ? prepared.official->groups[zone][group] : GroupFigure();
            if (!input.share && figure.people) {
                return std::nullopt;
            }
            shares[zone][group] = input.share ? input.share : figure.share;
        }
    }
    return shares;
}

RasterPeople before_the_table(const Calculated& calculated) {
    RasterPeople people{calculated.raster_people, {}};
    for (std::size_t zone = 0; zone < people.before.size(); ++zone) {
        people.even.push_back(people.before[zone] == People());
    }
    return people;
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
                              feature.zone ? std::optional<std::size_t>(*feature.zone) : std::nullopt,
                              std::move(classes)});
        }
    }
    return points;
}

}  // namespace

std::optional<PreparedRisk> prepare_risk(const Study& study, const Prepared& prepared) {
    if (!study.profile) {
        return std::nullopt;
    }
    PreparedRisk risk;
    risk.question = question_of(study);
    ResolvedMethod resolved = resolve_method(*study.profile, risk.question);
    risk.method = std::move(resolved.method);
    risk.used = std::move(resolved.used);
    risk.findings = std::move(resolved.findings);
    add_layers(study, prepared, risk);
    risk.capacity.resize(prepared.zones.layer.zones.size());
    if (study.capacity) {
        CapacityRead read = read_capacity(*study.capacity, prepared.zones.layer);
        risk.capacity = std::move(read.zones);
        risk.findings.insert(risk.findings.end(), read.findings.begin(), read.findings.end());
        if (study.capacity->table) {
            add_files("capacity", study.capacity->table->name, read.files, risk.files);
        }
    }
    risk.rasters = raster_plan(risk.method, risk.question);
    return risk;
}

Assessed assess(const Study& study, const Prepared& prepared, const PreparedRisk& risk, RasterSink* sink,
                const ProgressCallback& progress) {
    const OverlayInput input = prepared.overlay_input(study);
    const std::optional<std::vector<GroupShares>> shares = shares_before(study, prepared);
    const bool official = prepared.official && study.population.model != PopulationModel::raster;
    const bool one_pass = shares && !official && !risk.method.needs_zone_sums();
    std::vector<ZoneConditions> conditions;
    if (one_pass) {
        conditions = zone_conditions(risk.method, *shares, risk.capacity);
    }
    RiskPass first(input, risk.method, risk.layers, {true, one_pass}, conditions, risk.rasters,
                   one_pass ? sink : nullptr);
    Calculated calculated = calculate(study, prepared, progress, &first);
    Assessed assessed{std::move(calculated.result), {}};
    std::vector<RiskTotals> totals = first.zone_totals();
    std::vector<std::int64_t> near_limits = first.cells_near_limits();
    if (!one_pass) {
        conditions = zone_conditions(risk.method, group_shares(assessed.result.zones), risk.capacity);
        add_zone_sums(risk.method, assessed.result.zones,
                      official ? std::optional(before_the_table(calculated)) : std::nullopt, totals, conditions);
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
    result.points = points_of(risk, prepared, first);
    return assessed;
}

}  // namespace papar
