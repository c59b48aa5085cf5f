#include "engine/prepare_risk.hpp"

#include "engine/document/write_documents.hpp"
#include "engine/io/capacity_table.hpp"
#include "engine/io/exposure_layer.hpp"

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

// The classes that a layer names, with their places among the cover types of the method.
std::map<std::int64_t, std::optional<std::size_t>> cover_places(const ExposureInput& input, const RiskMethod& method) {
    std::map<std::int64_t, std::optional<std::size_t>> places;
    const std::vector<CoverParameter> covers =
        method.environmental ? method.environmental->covers : std::vector<CoverParameter>{};
    for (const auto& [code, name] : input.cover) {
        const auto found = std::find_if(covers.begin(), covers.end(),
                                        [&name = name](const CoverParameter& cover) { return cover.cover == name; });
        places.emplace(code, found != covers.end() ? std::optional(static_cast<std::size_t>(found - covers.begin()))
                                                   : std::nullopt);
    }
    return places;
}

void add_layers(const Study& study, const Prepared& prepared, PreparedRisk& risk) {
    // Features are cut by the shapes of the overlay, so that overlapping zones share them as they share land.
    const ZoneLayer& shapes = prepared.parts ? prepared.parts->layer : prepared.zones.layer;
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
        ExposureRead read = read_exposure_layer(input, shapes, prepared.rasters.crs_wkt, prepared.rasters.analysis.grid,
                                                prepared.cell_area);
        layer.pieces = std::make_shared<const ExposurePieces>(std::move(read.pieces));
        layer.rows = std::make_shared<const ExposureRows>(*layer.pieces);
        risk.findings.insert(risk.findings.end(), read.findings.begin(), read.findings.end());
        add_files(role, input.layer.name, read.files, risk.files);
    }
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
    if (!study.document.template_name.empty()) {
        check_template(study.document);
        add_files("template", study.document.template_name, {study.document.path}, risk.files);
    }
    risk.rasters = raster_plan(risk.method, risk.question);
    return risk;
}

}  // namespace papar
