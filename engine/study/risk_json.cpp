#include "engine/study/risk_json.hpp"

#include "engine/study/json_text.hpp"
#include "engine/study/population_json.hpp"
#include "engine/study/raster_json.hpp"
#include "engine/study/words.hpp"

namespace papar {

namespace {

using Json = nlohmann::ordered_json;

Json value_json(const ProfileEntry& entry) {
    if (const auto* word = std::get_if<std::string>(&entry.value)) {
        return *word;
    }
    const auto& numbers = std::get<std::vector<double>>(entry.value);
    return numbers.size() == 1 ? Json(numbers.front()) : Json(numbers);
}

Json profile_json(const Profile& profile) {
    Json entries = Json::object();
    for (const auto& [path, entry] : profile.entries) {
        entries[path] = {{"value", value_json(entry)},
                         {"source", entry.source},
                         {"status", word_of(number_status_words, entry.status)}};
    }
    return {{"id", profile.id}, {"title", profile.title}, {"entry", std::move(entries)}};
}

void add_layer(const ExposureInput& exposure, Json& json) {
    json["file"] = exposure.layer.name;
    add_unless_empty("layer", exposure.layer.layer, json);
    add_unless_empty("name", exposure.layer.name_column, json);
    add_unless_empty("assume_crs", exposure.layer.assume_crs, json);
    add_unless_empty("category", exposure.category.name, json);
    add_unless_empty("value", exposure.value.name, json);
}

template <typename Value>
void add_by_code(const char* key, const std::map<std::int64_t, Value>& values, Json& json) {
    for (const auto& [code, value] : values) {
        json[key][std::to_string(code)] = value;
    }
}

Json exposure_json(const ExposureInput& exposure) {
    Json json = {{"id", exposure.id}, {"title", exposure.title}};
    add_unless_empty("source", exposure.source, json);
    json["kind"] = word_of(exposure_kind_words, exposure.kind);
    exposure.raster.name.empty() ? add_layer(exposure, json) : add_raster(exposure.raster, json);
    if (exposure.kind == ExposureKind::value) {
        json["unit"] = word_of(value_unit_words, exposure.unit);
    }
    add_unless_empty("parameter", exposure.parameter, json);
    add_by_code("rupiah_per_hectare", exposure.rupiah_per_hectare, json);
    add_by_code("cover", exposure.cover, json);
    return json;
}

Json capacity_json(const CapacityInput& capacity) {
    Json json = capacity.table ? table_json(*capacity.table) : Json::object();
    add_unless_empty("code", capacity.code.name, json);
    add_unless_empty("ikd_column", capacity.ikd_column.name, json);
    add_unless_empty("ikm_column", capacity.ikm_column.name, json);
    if (capacity.ikd) json["ikd"] = *capacity.ikd;
    if (capacity.ikm) json["ikm"] = *capacity.ikm;
    return json;
}

Json document_json(const DocumentSettings& document) {
    Json json = {{"rasters", document.rasters}};
    add_unless_empty("region", document.region, json);
    add_unless_empty("template", document.template_name, json);
    return json;
}

}  // namespace

void add_risk(const Study& study, Json& settings) {
    if (!study.profile) {
        return;
    }
    settings["profile"] = profile_json(*study.profile);
    for (const ExposureInput& exposure : study.exposures) {
        settings["exposure"].push_back(exposure_json(exposure));
    }
    if (study.capacity) {
        settings["capacity"] = capacity_json(*study.capacity);
    }
    settings["document"] = document_json(study.document);
}

}  // namespace papar
