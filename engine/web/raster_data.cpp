#include "engine/web/raster_data.hpp"

#include "engine/output/written_file.hpp"

#include <array>
#include <map>
#include <string>
#include <system_error>
#include <utility>

namespace papar {

namespace {

namespace fs = std::filesystem;

// By name, for an order that does not depend on the file system.
std::map<std::string, Json> tile_jsons(const fs::path& tiles) {
    std::map<std::string, Json> found;
    std::error_code none;
    for (const fs::directory_entry& entry : fs::directory_iterator(tiles, none)) {
        fs::path description = entry.path();
        if (description.extension() != ".pmtiles") continue;
        description.replace_extension(".json");
        if (!fs::exists(description, none)) continue;
        Json json = Json::parse(read_back(description), nullptr, false);
        if (json.is_object()) found.emplace(entry.path().stem().string(), std::move(json));
    }
    return found;
}

Json raster_of(const Json& tile_json) {
    Json classes = Json::array();
    for (const Json& each : tile_json["classes"]) {
        classes.push_back({{"value", each.at("value")}, {"title", each.at("name")}, {"colour", each.at("colour")}});
    }
    return {{"title", tile_json.value("name", "")}, {"classes", std::move(classes)}};
}

}  // namespace

void add_rasters(const fs::path& tiles, Json& data) {
    const std::map<std::string, Json> found = tile_jsons(tiles);
    Json rasters = Json::object();
    for (const auto& [name, json] : found) {
        if (json.contains("classes")) rasters[name] = raster_of(json);
        if (json.value("type", "") == "baselayer") data["relief"] = name;
    }
    for (Json& hazard : data["hazards"]) {
        for (const char* theme : {"bahaya", "kerentanan", "risiko"}) {
            const std::string name = hazard["id"].get<std::string>() + "_" + theme + "_kelas";
            if (rasters.contains(name)) hazard["tiles"][theme] = name;
        }
    }
    Json all = Json::object();
    const std::array<std::pair<const char*, const char*>, 4> names = {{{"kapasitas", "kapasitas_kelas"},
                                                                       {"multi_bahaya", "multi_bahaya_kelas"},
                                                                       {"multi_risiko", "multi_risiko_kelas"},
                                                                       {"multi_jumlah", "multi_bahaya_jumlah"}}};
    for (const auto& [theme, name] : names) {
        if (rasters.contains(name)) all[theme] = name;
    }
    data["tiles"] = std::move(all);
    data["rasters"] = std::move(rasters);
}

}  // namespace papar
