#include "engine/study/population_json.hpp"

#include "engine/study/raster_json.hpp"
#include "engine/study/words.hpp"

namespace papar {

namespace {

using Json = nlohmann::ordered_json;

void add_column(Json& json, const char* key, const ColumnInput& column) {
    if (!column.name.empty()) {
        json[key] = column.name;
    }
}

Json spread_json(const SpreadInput& spread) {
    Json json = {{"kind", word_of(spread_words, spread.kind)}};
    if (!spread.raster.name.empty()) {
        add_raster(spread.raster, json);
    }
    switch (spread.kind) {
        case Spread::settlement:
            json["weight"] = word_of(settlement_weight_words, spread.settlement);
            break;
        case Spread::land_cover:
            json["weights"] = Json::object();
            for (const auto& [code, weight] : spread.weights) {
                json["weights"][std::to_string(code)] = weight;
            }
            break;
        case Spread::buildings:
            json["file"] = spread.buildings.name;
            if (!spread.buildings.layer.empty()) {
                json["layer"] = spread.buildings.layer;
            }
            add_column(json, "weight", spread.building_weight);
            break;
        default:
            break;
    }
    return json;
}

void add_official(Json& json, const OfficialInput& official) {
    Json table = table_json(official.table);
    add_column(table, "code", official.code);
    add_column(table, "name", official.name);
    add_column(table, "parent", official.parent);
    add_column(table, "people", official.people);
    json["table"] = std::move(table);
    json["match"] = word_of(table_match_words, official.match);
    add_column(json, "zone_parent", official.zone_parent);
    if (official.crosswalk) {
        json["crosswalk"] = table_json(official.crosswalk->table);
        json["crosswalk"]["from"] = official.crosswalk->from.name;
        json["crosswalk"]["to"] = official.crosswalk->to.name;
    }
}

Json group_json(const GroupInput& group) {
    Json json = {{"id", group.id}, {"title", group.title}};
    if (!group.note.empty()) {
        json["note"] = group.note;
    }
    if (!group.parameter.empty()) {
        json["parameter"] = group.parameter;
    }
    add_column(json, "column", group.column);
    if (!group.ratio.name.empty()) {
        json["ratio"] = group.ratio.name;
        json["ratio_unit"] = word_of(share_unit_words, group.unit);
    }
    if (group.share) {
        json["share"] = *group.share;
    }
    return json;
}

void add_population_raster(const PopulationInput& population, Json& json) {
    add_raster(population.raster, json);
    json["unit"] = word_of(population_unit_words, population.unit);
    json["negative"] = word_of(negative_people_words, population.negative);
}

Json alternative_json(const AlternativePopulation& alternative) {
    Json json = {{"id", alternative.id}, {"title", alternative.title}};
    add_population_raster(alternative.population, json);
    return json;
}

}  // namespace

Json table_json(const TableInput& table) {
    Json json = {{"file", table.name}};
    if (!table.layer.empty()) {
        json["layer"] = table.layer;
    }
    if (table.delimiter != '\0') {
        json["delimiter"] = word_of(delimiter_words, table.delimiter);
    }
    json["encoding"] = word_of(text_encoding_words, table.encoding);
    if (table.numbers) {
        json["numbers"] = word_of(number_style_words, *table.numbers);
    }
    return json;
}

Json population_json(const PopulationInput& population, const std::vector<AlternativePopulation>& alternatives) {
    Json json = {{"model", word_of(population_model_words, population.model)}};
    if (!population.source.empty()) {
        json["source"] = population.source;
    }
    if (population.model == PopulationModel::table) {
        json["spread"] = spread_json(population.spread);
    } else {
        add_population_raster(population, json);
    }
    if (population.model == PopulationModel::calibrated) {
        json["plausible"] = population.plausible;
    }
    if (population.official) {
        add_official(json, *population.official);
    }
    for (const GroupInput& group : population.groups) {
        json["group"].push_back(group_json(group));
    }
    for (const AlternativePopulation& alternative : alternatives) {
        json["alternative"].push_back(alternative_json(alternative));
    }
    return json;
}

}  // namespace papar
