#include "engine/study/risk_json.hpp"

#include "engine/study/population_json.hpp"
#include "engine/study/profile_entries.hpp"
#include "engine/study/raster_json.hpp"
#include "engine/study/words.hpp"

namespace papar {

namespace {

using Json = nlohmann::ordered_json;

void add_unless_empty(const char* key, const std::string& value, Json& json) {
    if (!value.empty()) {
        json[key] = value;
    }
}

Json entry_json(const ProfileEntry& entry) {
    Json json;
    if (const auto* numbers = std::get_if<std::vector<double>>(&entry.value)) {
        if (numbers->size() == 1) {
            json["value"] = numbers->front();
        } else {
            json["value"] = *numbers;
        }
    } else {
        json["value"] = std::get<std::string>(entry.value);
    }
    json["source"] = entry.source;
    json["status"] = word_of(number_status_words, entry.status);
    return json;
}

Json profile_json(const Profile& profile) {
    Json entries = Json::object();
    for (const auto& [path, entry] : profile.entries) {
        entries[path] = entry_json(entry);
    }
    return {{"id", profile.id}, {"title", profile.title}, {"entries", entries}};
}

Json capacity_json(const CapacityInput& capacity) {
    Json json = capacity.table ? table_json(*capacity.table) : Json::object();
    add_unless_empty("code", capacity.code.name, json);
    const auto add = [&](const char* number_key, const std::optional<double>& number, const char* column_key,
                         const ColumnInput& column) {
        if (number) {
            json[number_key] = *number;
        } else {
            json[column_key] = column.name;
        }
    };
    add("ikd", capacity.ikd, "ikd_column", capacity.ikd_column);
    add("ikm", capacity.ikm, "ikm_column", capacity.ikm_column);
    return json;
}

Json exposure_json(const ExposureInput& exposure) {
    Json json = {{"id", exposure.id}, {"title", exposure.title}, {"kind", word_of(exposure_kind_words, exposure.kind)}};
    add_unless_empty("source", exposure.source, json);
    if (exposure.kind == ExposureKind::value || exposure.kind == ExposureKind::land_cover) {
        add_raster(exposure.raster, json);
    } else {
        json["file"] = exposure.layer.name;
        add_unless_empty("layer", exposure.layer.layer, json);
        add_unless_empty("name", exposure.layer.name_column, json);
        add_unless_empty("assume_crs", exposure.layer.assume_crs, json);
    }
    if (exposure.kind == ExposureKind::value) {
        json["unit"] = word_of(value_unit_words, exposure.unit);
    }
    add_unless_empty("category", exposure.category.name, json);
    add_unless_empty("value", exposure.value.name, json);
    for (const auto& [code, rupiah] : exposure.rupiah_per_hectare) {
        json["rupiah_per_hectare"][std::to_string(code)] = rupiah;
    }
    for (const auto& [code, cover] : exposure.cover) {
        json["cover"][std::to_string(code)] = cover;
    }
    add_unless_empty("parameter", exposure.parameter, json);
    return json;
}

Json document_json(const DocumentSettings& document) {
    Json json = {{"rasters", document.rasters}};
    add_unless_empty("region", document.region, json);
    add_unless_empty("template", document.reference_name, json);
    return json;
}

}  // namespace

void add_risk_sections(const Study& study, Json& json) {
    if (!study.profile) {
        return;
    }
    json["profile"] = profile_json(*study.profile);
    if (study.capacity) {
        json["capacity"] = capacity_json(*study.capacity);
    }
    for (const ExposureInput& exposure : study.exposures) {
        json["exposure"].push_back(exposure_json(exposure));
    }
    json["document"] = document_json(study.document);
}

}  // namespace papar
