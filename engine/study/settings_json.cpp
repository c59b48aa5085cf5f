#include "engine/study/hazard_labels.hpp"
#include "engine/study/json_text.hpp"
#include "engine/study/population_json.hpp"
#include "engine/study/raster_json.hpp"
#include "engine/study/read_study.hpp"
#include "engine/study/risk_json.hpp"
#include "engine/study/tiles_section.hpp"
#include "engine/study/words.hpp"

#include <nlohmann/json.hpp>

#include <cstdint>

namespace papar {

namespace {

using Json = nlohmann::ordered_json;

Json level_json(const ZoneLevelInput& level) {
    Json json = {{"id", level.id}, {"title", level.title}};
    if (level.prefix > 0) {
        json["prefix"] = level.prefix;
    } else {
        json["code"] = level.code_column;
    }
    add_unless_empty("name", level.name_column, json);
    return json;
}

// What every hazard has. An empty type is written too: the study may say so.
Json named_hazard_json(const HazardSettings& hazard) {
    Json json = {{"id", hazard.id}, {"title", hazard.title}, {"type", hazard.type}};
    add_unless_empty("source", hazard.source, json);
    return json;
}

Json vector_hazard_json(const HazardSettings& hazard) {
    const VectorHazardInput& input = *hazard.vector;
    Json json = named_hazard_json(hazard);
    json["file"] = input.layer.name;
    json["kind"] = hazard.kind;
    add_unless_empty("layer", input.layer.layer, json);
    add_unless_empty("assume_crs", input.layer.assume_crs, json);
    if (input.buffers()) {
        json["radii_km"] = input.radii_km;
    } else if (!input.classes.empty()) {
        json["column"] = input.layer.name_column;
        Json& classes = json["classes"] = Json::object();
        std::vector<ClassOfText> sorted = input.classes;  // beside `labels` the order decides nothing
        std::ranges::sort(sorted, {}, &ClassOfText::text);
        for (const ClassOfText& entry : sorted) {
            classes[entry.text] =
                entry.class_index ? hazard.classes.labels[*entry.class_index] : std::string(no_hazard_label);
        }
    }
    json["labels"] = hazard.classes.labels;
    return json;
}

Json zones_json(const ZonesInput& zones) {
    Json json = {{"file", zones.name}};
    add_unless_empty("source", zones.source, json);
    add_unless_empty("layer", zones.layer, json);
    add_unless_empty("code", zones.code_column, json);
    add_unless_empty("name", zones.name_column, json);
    if (!zones.point_columns.empty()) json["point"] = zones.point_columns;
    json["overlap"] = word_of(overlap_policy_words, zones.overlap);
    json["assume_crs"] = zones.assume_crs;
    for (const ZoneLevelInput& level : zones.levels) {
        json["level"].push_back(level_json(level));
    }
    return json;
}

Json hazard_json(const HazardSettings& hazard) {
    if (hazard.vector) {
        return vector_hazard_json(hazard);
    }
    Json json = named_hazard_json(hazard);
    add_raster(hazard.raster, json);
    json["kind"] = hazard.kind;
    json["no_hazard"] = hazard.classes.no_hazard;
    if (hazard.classes.kind == HazardKind::classes) {
        const bool falling = !hazard.falling_codes.empty();
        const std::vector<double>& codes = falling ? hazard.falling_codes : hazard.classes.codes;
        json["codes"] = std::vector<std::int64_t>(codes.begin(), codes.end());
        json["class_order"] = word_of(class_order_words, falling ? ClassOrder::falling : ClassOrder::rising);
    } else {
        json["breaks"] = hazard.classes.breaks;
        json["on_break"] = word_of(on_break_words, hazard.classes.on_break);
    }
    json["labels"] = hazard.classes.labels;
    if (!hazard.alternative_breaks.empty()) {
        json["alternative"] = {{"breaks", hazard.alternative_breaks}};
    }
    return json;
}

}  // namespace

std::string settings_as_json(const Study& study) {
    Json hazards = Json::array();
    for (const HazardSettings& hazard : study.hazards) {
        hazards.push_back(hazard_json(hazard));
    }
    Json json = {
        {"study", {{"id", study.id}, {"title", study.title}, {"note", study.note}}},
        {"zones", zones_json(study.zones)},
        {"population", population_json(study.population, study.alternative_populations)},
        {"hazard", hazards},
        {"grid",
         {{"area", word_of(area_words, study.grid.area)},
          {"extent", word_of(extent_words, study.grid.extent)},
          {"max_residual", study.grid.max_residual}}},
        {"borders", {{"report", study.borders.report}, {"sliver_width", study.borders.sliver_width_m}}},
        {"output", {{"language", word_of(language_words, study.output.language)}}},
    };
    add_risk(study, json);
    if (study.tiles) json["tiles"] = tiles_json(*study.tiles);
    return json.dump(2, ' ', false, Json::error_handler_t::replace);  // a file name may be any bytes
}

}  // namespace papar
