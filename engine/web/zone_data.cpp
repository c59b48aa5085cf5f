#include "engine/web/zone_data.hpp"

#include "engine/tiles/vector_layer.hpp"
#include "engine/web/layer_boxes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>
#include <utility>

namespace papar {

namespace {

constexpr std::array<const char*, 3> class_words = {"rendah", "sedang", "tinggi"};

void put(Json& object, const std::string& key, Json value) {
    if (value.is_null() || (value.is_structured() && value.empty())) return;
    object[key] = std::move(value);
}

// The columns "<stem>_rendah", "_sedang", "_tinggi"; nothing where one of them is not known.
Json by_risk_class(const WideRow& row, const std::string& stem) {
    Json list = Json::array();
    for (const char* word : class_words) {
        list.push_back(row[stem + "_" + word]);
        if (list.back().is_null()) return {};
    }
    return list;
}

// Classes and indices of one zone under one hazard, or, with an empty id, of its capacity and of all hazards.
void put_classes(const WideRow& row, const std::string& id, Json& object) {
    Json classes;
    Json indices;
    if (id.empty()) {
        put(classes, "kapasitas", row["kelas_kapasitas"]);
        put(classes, "multi_bahaya", row["multi_kelas_bahaya"]);
        put(classes, "multi_risiko", row["multi_kelas_risiko"]);
        put(indices, "kapasitas", row["indeks_kapasitas"]);
    } else {
        for (const char* kind : {"bahaya", "kerentanan", "risiko"}) {
            put(classes, kind, row[fmt::format("{}_kelas_{}", id, kind)]);
            put(indices, kind, row[fmt::format("{}_indeks_{}", id, kind)]);
        }
    }
    put(object, "class", std::move(classes));
    put(object, "index", std::move(indices));
}

// What the wide table has of one hazard.
void put_wide_figures(const WideRow& row, const Json& hazard, const Json& study, Json& object) {
    const auto id = hazard["id"].get<std::string>();
    put_classes(row, id, object);
    const Json& classes = hazard["classes"];
    const Json largest = row[id + "_kelas"];
    const auto found =
        std::ranges::find_if(classes, [&](const Json& each) { return !largest.is_null() && each["id"] == largest; });
    if (found != classes.end()) object["class"]["terluas"] = found - classes.begin() + 1;
    Json groups;
    for (const Json& group : study["groups"]) {
        const auto name = group["id"].get<std::string>();
        put(groups, name, row[fmt::format("{}_kelompok_{}", id, name)]);
    }
    put(object, "groups", std::move(groups));
    Json loss;
    put(loss, "fisik", by_risk_class(row, id + "_rugi_fisik"));
    put(loss, "ekonomi", by_risk_class(row, id + "_rugi_ekonomi"));
    put(object, "loss", std::move(loss));
    put(object, "damage_ha", by_risk_class(row, id + "_rusak_lingkungan"));
    put(object, "vulnerability_ha", by_risk_class(row, id + "_ha_kerentanan"));
    put(object, "risk_ha", by_risk_class(row, id + "_ha_risiko"));
    Json exposures;
    for (const Json& exposure : study["exposures"]) {
        const auto name = exposure["id"].get<std::string>();
        put(exposures, name, by_risk_class(row, fmt::format("{}_paparan_{}", id, name)));
    }
    put(object, "exposures", std::move(exposures));
    put(object, "mean", row[id + "_rerata"]);
    put(object, "max", row[id + "_maks"]);
}

Json all_hazards(const WideRow& row, std::size_t hazards) {
    Json multi;
    put(multi, "ha", by_risk_class(row, "multi_ha_bahaya"));
    put(multi, "risk_ha", by_risk_class(row, "multi_ha_risiko"));
    Json numbers = Json::array();
    for (std::size_t n = 1; n <= hazards; ++n) numbers.push_back(row[fmt::format("multi_ha_{}_bahaya", n)]);
    if (std::ranges::none_of(numbers, [](const Json& number) { return number.is_null(); })) {
        put(multi, "number_ha", std::move(numbers));
    }
    return multi;
}

Json wide_zone(const WideRow& row, const std::string& parent, const Json& study) {
    const auto code = row["kode"].get<std::string>();
    Json zone = {{"id", feature_id(code)}, {"code", code}, {"name", row["nama"]}};
    if (!parent.empty()) put(zone, "parent", row["kode_" + parent]);
    put(zone, "people", row["penduduk"]);
    put(zone, "ha", row["luas_ha"]);
    put(zone, "any_hazard", row["jiwa_bahaya"]);
    put_classes(row, "", zone);
    Json groups;
    for (const Json& group : study["groups"]) {
        const auto id = group["id"].get<std::string>();
        put(groups, id, row["kelompok_" + id]);
    }
    put(zone, "groups", std::move(groups));
    Json exposures;
    for (const Json& exposure : study["exposures"]) {
        const auto id = exposure["id"].get<std::string>();
        put(exposures, id, row["paparan_" + id]);
    }
    put(zone, "exposures", std::move(exposures));
    put(zone, "multi", all_hazards(row, study["hazards"].size()));
    zone["hazards"] = Json::object();
    for (const Json& hazard : study["hazards"]) {
        Json object = Json::object();
        put_wide_figures(row, hazard, study, object);
        zone["hazards"][hazard["id"].get<std::string>()] = std::move(object);
    }
    return zone;
}

// People and hectares by class, of no hazard and without data, from the long table.
void put_parts(ResultFile& result, const LevelWords& level, const std::map<std::string, Json*>& zones) {
    const std::vector<std::string> columns = result.columns_of("paparan");
    const bool by_level = std::ranges::find(columns, "tingkat") != columns.end();
    const std::string rows = by_level ? " WHERE tingkat = '" + (level.id.empty() ? "zona" : level.id) + "'" : "";
    const std::string query = "SELECT kode, bahaya, kelas_no, jiwa, luas_ha FROM paparan" + rows + " ORDER BY fid";
    result.tables().each_row(query, [&](const std::vector<Value>& row) {
        const auto zone = zones.find(json_of(row[0]).get<std::string>());
        const Json hazard = json_of(row[1]);
        if (zone == zones.end() || !(*zone->second)["hazards"].contains(hazard.get<std::string>())) return;
        Json& object = (*zone->second)["hazards"][hazard.get<std::string>()];
        const Json number = json_of(row[2]);  // 0 no hazard, null without data
        if (number.is_number_integer() && number > 0) {
            if (!json_of(row[3]).is_null()) object["people"].push_back(json_of(row[3]));
            if (!json_of(row[4]).is_null()) object["ha"].push_back(json_of(row[4]));
            return;
        }
        Json part;
        put(part, "people", json_of(row[3]));
        put(part, "ha", json_of(row[4]));
        put(object, number.is_null() ? "no_data" : "none", std::move(part));
    });
}

// The zones of each area: their codes, by the area's code.
std::map<std::string, std::vector<std::string>> zones_of(ResultFile& result, const LevelWords& level) {
    std::map<std::string, std::vector<std::string>> members;
    const std::string column = level.id.empty() ? "kode" : "kode_" + level.id;
    result.tables().each_row("SELECT kode, " + sql_name(column) + " FROM zona ORDER BY fid",
                             [&](const std::vector<Value>& row) {
                                 const Json area = json_of(row[1]);
                                 if (!area.is_null()) {
                                     members[area.get<std::string>()].push_back(json_of(row[0]).get<std::string>());
                                 }
                             });
    return members;
}

void put_histograms(const Histograms& histograms, const std::vector<std::string>& members, Json& zone) {
    for (auto& [hazard, object] : zone["hazards"].items()) {
        Histogram sum;
        for (const std::string& code : members) add_bins(sum, histograms.of(code, hazard));
        put(object, "histogram", Json(sum));
    }
}

}  // namespace

Json zone_data(ResultFile& result, const std::vector<LevelWords>& levels, std::size_t place, const Json& study,
               const Histograms& histograms) {
    const LevelWords& level = levels[place];
    const std::string parent = place + 1 < levels.size() ? levels[place + 1].id : "";
    const LayerBoxes boxes(result.tables(), level.layer);
    const std::map<std::string, std::vector<std::string>> members = zones_of(result, level);
    std::vector<std::string> names = result.columns_of(level.layer);
    std::erase(names, "geom");
    WideRow::Columns columns;
    std::string list;
    for (const std::string& name : names) {
        list += (list.empty() ? "" : ", ") + sql_name(name);
        columns.emplace(name, columns.size());
    }
    Json zones = Json::array();
    const std::string query = "SELECT " + list + " FROM " + sql_name(level.layer) + " ORDER BY fid";
    result.tables().each_row(query, [&](const std::vector<Value>& values) {
        const WideRow row(columns, values);
        Json zone = wide_zone(row, parent, study);
        put(zone, "bbox", boxes.of(row["fid"].get<std::int64_t>()));
        zones.push_back(std::move(zone));
    });
    std::map<std::string, Json*> by_code;
    for (Json& zone : zones) by_code.emplace(zone["code"].get<std::string>(), &zone);
    put_parts(result, level, by_code);
    for (Json& zone : zones) {
        const auto found = members.find(zone["code"].get<std::string>());
        if (found != members.end()) put_histograms(histograms, found->second, zone);
    }
    return zones;
}

}  // namespace papar
