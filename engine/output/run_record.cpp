#include "engine/output/run_record.hpp"

#include "engine/base/error.hpp"
#include "engine/output/hazard_residual.hpp"
#include "engine/output/published_figures.hpp"

#include <fmt/format.h>
#include <gdal.h>
#include <ogr_api.h>
#include <ogr_srs_api.h>
#include <sqlite3.h>

#include <cstddef>

namespace papar {
namespace {

// The libraries a figure or a byte of the outputs may depend on.
[[nodiscard]] Json versions() {
    int major = 0;
    int minor = 0;
    int micro = 0;
    const auto version = [&] { return fmt::format("{}.{}.{}", major, minor, micro); };
    Json json = {{"papar", PAPAR_VERSION}, {"gdal", GDALVersionInfo("RELEASE_NAME")}};
    OGRGetGEOSVersion(&major, &minor, &micro);
    json["geos"] = version();
    OSRGetPROJVersion(&major, &minor, &micro);
    json["proj"] = version();
    json["sqlite"] = sqlite3_libversion();
    return json;
}

[[nodiscard]] Json study_json(const RunFacts& facts) {
    Json settings = Json::parse(facts.settings_json, nullptr, false);
    if (settings.is_discarded()) {
        throw error(ErrorKind::failed,
                    "the study's settings did not reach the run record as JSON; this is a fault of papar");
    }
    return {
        {"id", facts.study_id}, {"title", facts.study_title}, {"note", facts.note}, {"settings", std::move(settings)}};
}

[[nodiscard]] Json inputs_json(const std::vector<InputFile>& inputs) {
    Json list = Json::array();
    for (const InputFile& input : inputs) {
        list.push_back({{"role", input.role}, {"name", input.name}, {"bytes", input.bytes}, {"sha256", input.sha256}});
    }
    return list;
}

// What was found in the files of vector hazards, by hazard.
[[nodiscard]] Json vector_hazards_json(const std::vector<HazardFacts>& hazards) {
    Json all = Json::object();
    for (const HazardFacts& hazard : hazards) {
        if (!hazard.vector) {
            continue;
        }
        const VectorHazardCounts& counts = *hazard.vector;
        Json classes = Json::array();
        for (std::size_t c = 0; c < counts.by_class.size(); ++c) {
            classes.push_back({{"label", hazard.classes.labels[c]}, {"shapes", counts.by_class[c]}});
        }
        all[hazard.id] = {{"layer", counts.layer},           {"features", counts.features},
                          {"duplicates", counts.duplicates}, {"no_hazard", counts.no_hazard},
                          {"classes", std::move(classes)},   {"crs_wkt", counts.crs_wkt}};
    }
    return all;
}

[[nodiscard]] Json grid_json(const RunFacts& facts) {
    const Grid& grid = facts.grid;
    return {{"x0", grid.x0},
            {"y0", grid.y0},
            {"dx", grid.dx},
            {"dy", grid.dy},
            {"cols", grid.cols},
            {"rows", grid.rows},
            {"crs_wkt", facts.grid_crs_wkt}};
}

[[nodiscard]] Json zones_json(const ZoneLayer& layer) {
    Json levels = Json::array();
    for (const ZoneLevel& level : layer.levels) {
        levels.push_back({{"id", level.id}, {"title", level.title}, {"count", level.areas.size()}});
    }
    return {{"layer", layer.name},
            {"count", layer.zones.size()},
            {"crs_wkt", layer.crs_wkt},
            {"levels", std::move(levels)}};
}

[[nodiscard]] Json findings_json(const Findings& findings) {
    Json list = Json::array();
    for (const Finding& finding : findings) {
        Json numbers = Json::object();
        for (const auto& [name, value] : finding.numbers) numbers[name] = value;
        list.push_back({{"id", finding.id},
                        {"subject", finding.subject},
                        {"sentence", finding.sentence},
                        {"numbers", std::move(numbers)}});
    }
    return list;
}

[[nodiscard]] Json balance_json(const ResultView& view, const OverlayResult& result) {
    const Balance& balance = result.balance;
    Json hazards = Json::object();
    for (std::size_t i = 0; i < view.facts.hazards.size(); ++i) {
        const HazardBalance& hazard = result.by_hazard[i];
        Json classes = Json::array();
        for (std::size_t c = 0; c < hazard.classes.size(); ++c) {
            classes.push_back(
                {{"label", view.facts.hazards[i].classes.labels[c]}, {"people", balanced_people(hazard.classes[c])}});
        }
        hazards[view.facts.hazards[i].id] = {{"classes", std::move(classes)},
                                             {"no_hazard", balanced_people(hazard.no_hazard)},
                                             {"no_data", balanced_people(hazard.no_data)},
                                             {"residual_relative", hazard_residual(balance, hazard)}};
    }
    Json json = {{"unit", "people"},
                 {balance.official ? "in_table" : "in_raster", balanced_people(balance.in_raster)},
                 {"in_zones", balanced_people(balance.in_zones)},
                 {balance.official ? "rows_without_zone" : "outside_zones", balanced_people(balance.outside_zones)},
                 {"counted_twice", balanced_people(balance.counted_twice)},
                 {"residual_relative", balance.residual()},
                 {"hazards", std::move(hazards)}};
    if (balance.measured) json["in_raster_before_calibration"] = balanced_people(*balance.measured);
    return json;
}

// By hazard: cells whose index is within 0.001 of a class limit; only an index has limits of this kind.
[[nodiscard]] Json cells_near_limits_json(const ResultView& view) {
    Json cells = Json::object();
    for (std::size_t i = 0; i < view.facts.hazards.size(); ++i) {
        if (view.facts.hazards[i].classes.kind == HazardKind::index) {
            cells[view.facts.hazards[i].id] = view.risk->cells_near_limits[i];
        }
    }
    return cells;
}

}  // namespace

Json run_record(const ResultView& view) {
    Json record = {{"versions", versions()},
                   {"study", study_json(view.facts)},
                   {"inputs", inputs_json(view.facts.inputs.get())},
                   {"grid", grid_json(view.facts)},
                   {"zones", zones_json(view.layer)},
                   {"vector_hazards", vector_hazards_json(view.facts.hazards)},
                   {"findings", findings_json(view.facts.findings)},
                   {"balance", balance_json(view, view.result)}};
    if (view.risk != nullptr) record["cells_near_limits"] = cells_near_limits_json(view);
    for (const VariantResult& variant : view.variants) {
        record["variants"].push_back({{"id", variant.id}, {"balance", balance_json(view, variant.result)}});
    }
    return record;
}

Json full_run_record(const ResultView& view, const std::vector<OutputFile>& outputs) {
    Json record = run_record(view);
    Json files = Json::array();  // without the GeoPackage: a GIS changes its bytes by opening it
    for (const OutputFile& file : outputs) {
        files.push_back({{"name", file.name}, {"bytes", file.bytes}, {"sha256", file.sha256}});
    }
    record["outputs"] = std::move(files);
    Json timings = Json::array();
    for (const Timing& timing : view.facts.timings) {
        timings.push_back({{"stage", timing.stage}, {"seconds", timing.seconds}});
    }
    record["run"] = {
        {"study_folder", view.facts.study_folder}, {"threads", view.facts.threads}, {"timings", std::move(timings)}};
    return record;
}

}  // namespace papar
