#include "engine/explain_study.hpp"

#include "engine/base/error.hpp"
#include "engine/base/nearest.hpp"
#include "engine/explain_official.hpp"
#include "engine/output/cells_table.hpp"
#include "engine/prepare.hpp"

#include <algorithm>
#include <utility>

namespace papar {

namespace {

std::size_t find_zone(const ZoneLayer& layer, const std::string& wanted) {
    std::vector<std::string> names;
    std::vector<std::size_t> by_name;
    for (std::size_t i = 0; i < layer.zones.size(); ++i) {
        if (layer.zones[i].code == wanted) {
            return i;
        }
        if (layer.zones[i].name == wanted) {
            by_name.push_back(i);
        }
        names.push_back(layer.zones[i].code);
        names.push_back(layer.zones[i].name);
    }
    if (by_name.empty()) {
        throw error(ErrorKind::usage, "{}: there is no zone with the code or name \"{}\"{}", layer.name, wanted,
                    did_you_mean(wanted, names));
    }
    if (by_name.size() > 1) {
        std::vector<std::string> codes;
        for (const std::size_t i : by_name) {
            codes.push_back(layer.zones[i].code);
        }
        throw error(ErrorKind::usage, "{}: {} zones are called \"{}\"; give the code, one of {}", layer.name,
                    by_name.size(), wanted, fmt::join(codes, ", "));
    }
    return by_name.front();
}

std::vector<std::string> shared_parts(const Prepared& prepared, std::size_t zone) {
    std::vector<std::string> shared;
    const std::size_t count = prepared.parts ? prepared.parts->owners.size() : 0;
    for (std::size_t part = 0; part < count; ++part) {
        const std::vector<std::uint32_t>& owners = prepared.parts->owners[part];
        if (owners.size() > 1 && std::ranges::find(owners, zone) != owners.end()) {
            const Zone& face = prepared.parts->layer.zones[part];
            shared.push_back(fmt::format("1/{} of {} ({})", owners.size(), face.code, face.name));
        }
    }
    return shared;
}

std::vector<std::size_t> find_hazards(const Study& study, const std::string& wanted) {
    std::vector<std::size_t> found;
    std::vector<std::string> ids;
    for (std::size_t i = 0; i < study.hazards.size(); ++i) {
        ids.push_back(study.hazards[i].id);
        if (wanted.empty() || study.hazards[i].id == wanted) {
            found.push_back(i);
        }
    }
    if (found.empty()) {
        throw error(ErrorKind::usage, "{}: there is no hazard \"{}\"{}", study.file.string(), wanted,
                    did_you_mean(wanted, ids));
    }
    return found;
}

// Ranks become the codes they stand for.
void show_codes(const std::vector<double>& codes, Explanation& explanation) {
    for (ExplainedCell& cell : explanation.cells) {
        if (cell.value >= 1 && cell.value <= static_cast<double>(codes.size())) {
            cell.value = codes[static_cast<std::size_t>(cell.value) - 1];
        }
    }
}

}  // namespace

ZoneExplanation explain_zone(const Study& study, const std::string& zone, const std::string& hazard) {
    const std::vector<std::size_t> hazards = find_hazards(study, hazard);
    const Prepared prepared = prepare(study);
    const OverlayInput input = prepared.overlay_input(study);
    const std::size_t index = find_zone(prepared.zones.layer, zone);
    const Zone& found = prepared.zones.layer.zones[index];
    const bool official = study.population.model != PopulationModel::raster;
    const std::string& source = prepared.rasters.population.source->name();
    ZoneExplanation explanation{
        found.code,
        found.name,
        shared_parts(prepared, index),
        official ? fmt::format("{}, spread by {}", prepared.official->table.subject, source) : source,
        prepared.rasters.crs_wkt,
        prepared.rasters.findings,
        input.grid,
        {}};
    for (const std::size_t i : hazards) {
        const HazardSettings& settings = study.hazards[i];
        Explanation explained = explain(input, index, i);
        show_codes(settings.falling_codes, explained);
        if (official) {
            bring_to_official(prepared, input, index, study.population.spread.kind == Spread::even, explained);
        }
        explanation.hazards.push_back(
            {settings.id, settings.title, settings.file(), settings.classes.labels, std::move(explained)});
    }
    return explanation;
}

void write_explanation(const ZoneExplanation& explanation, const std::filesystem::path& path, Language language) {
    std::vector<CellsOfHazard> cells;
    for (const ExplainedHazard& hazard : explanation.hazards) {
        cells.push_back({hazard.id, hazard.labels, hazard.explanation});
    }
    write_cells(path, explanation.grid, explanation.crs_wkt, cells, language);
}

}  // namespace papar
