#include "engine/compare/run_result.hpp"

#include "engine/base/error.hpp"
#include "engine/io/polygon_area.hpp"
#include "engine/io/zones_features.hpp"
#include "engine/io/zones_layer_file.hpp"
#include "engine/output/geopackage_description.hpp"
#include "engine/output/output_files.hpp"
#include "engine/output/sqlite_file.hpp"
#include "engine/output/table.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <unordered_map>
#include <utility>

namespace papar {

namespace {

namespace fs = std::filesystem;

fs::path geopackage_of(const fs::path& path) {
    if (!fs::exists(path)) {
        throw error(ErrorKind::input, "{}: there is no such result", path.string());
    }
    const fs::path file = fs::is_directory(path)        ? path / geopackage_file
                          : path.extension() == ".json" ? path.parent_path() / geopackage_file
                                                        : path;
    if (!fs::is_regular_file(file)) {
        throw error(ErrorKind::input, "{}: there is no {}; name the folder of a result, as papar run writes it",
                    path.string(), geopackage_file);
    }
    return file;
}

std::string text_of(const Value& value) {
    const auto* text = std::get_if<std::string>(&value);
    return text == nullptr ? std::string() : *text;
}

std::optional<double> number_of(const Value& value) {
    if (const auto* number = std::get_if<double>(&value)) return *number;
    if (const auto* integer = std::get_if<std::int64_t>(&value)) return static_cast<double>(*integer);
    return std::nullopt;
}

template <typename Item>
std::size_t place_in(std::vector<Item>& list, const Item& item) {
    const auto found = std::find(list.begin(), list.end(), item);
    if (found == list.end()) {
        list.push_back(item);
        return list.size() - 1;
    }
    return static_cast<std::size_t>(found - list.begin());
}

void read_layer(const fs::path& file, RunResult& result) {
    ZonesInput input;
    input.name = result.name;
    input.path = file;
    input.layer = "zona";
    input.code_column = "kode";
    input.name_column = "nama";
    const ZonesLayerFile opened = open_zones_layer(input);
    result.layer.name = opened.layer_name;
    result.layer.crs_wkt = opened.crs_wkt;
    for (ZoneFeature& feature : read_features(opened, PolygonArea(opened.crs_wkt))) {
        result.layer.zones.push_back(std::move(feature.zone));
    }
    result.zones.resize(result.layer.zones.size());
}

void read_record(SqliteFile& file, RunResult& result) {
    const std::string text = file.first_value(
        fmt::format("SELECT metadata FROM gpkg_metadata WHERE md_standard_uri = '{}'", run_record_uri));
    result.record = Json::parse(text, nullptr, false);
    if (!result.record.is_object() || !result.record.contains("/study/settings"_json_pointer) ||
        !result.record.contains("inputs") || !result.record.contains("versions")) {
        throw error(ErrorKind::input, "{}: the GeoPackage holds no run record that can be read", result.name);
    }
    const Json& settings = result.record["study"]["settings"];
    result.layer.has_codes = settings.contains("/zones/code"_json_pointer) && settings["zones"]["code"].is_string() &&
                             settings["zones"]["code"] != "";
}

// The long table. Where it also holds the rows of upper levels, its column "tingkat" says so.
void read_parts(SqliteFile& file, RunResult& result) {
    std::unordered_map<std::string, std::size_t> by_code;
    for (std::size_t i = 0; i < result.layer.zones.size(); ++i) {
        by_code.emplace(result.layer.zones[i].code, i);
    }
    const bool levels =
        !file.first_value("SELECT name FROM pragma_table_info('paparan') WHERE name = 'tingkat'").empty();
    const std::string finest = levels ? " WHERE tingkat = 'zona'" : "";
    const std::string query = "SELECT kode, bahaya, kelas, jiwa, luas_ha FROM paparan" + finest + " ORDER BY fid";
    file.each_row(query, [&](const std::vector<Value>& row) {
        const auto zone = by_code.find(text_of(row[0]));
        if (zone == by_code.end()) {
            return;
        }
        const HazardPartName name{text_of(row[1]), text_of(row[2])};
        place_in(result.hazards, name.hazard);
        const std::size_t part = place_in(result.parts, name);
        std::vector<PublishedFigures>& figures = result.zones[zone->second].parts;
        figures.resize(std::max(figures.size(), part + 1));
        figures[part] = {number_of(row[3]), number_of(row[4])};
    });
    for (ZoneOfResult& zone : result.zones) {
        zone.parts.resize(result.parts.size());
    }
}

// The wide table.
void read_zones(SqliteFile& file, RunResult& result) {
    std::string columns = "penduduk, luas_ha, jiwa_bahaya";
    for (const std::string& hazard : result.hazards) {
        columns += fmt::format(", {}, {}", sql_name(hazard + "_jiwa"), sql_name(hazard + "_ha"));
    }
    std::size_t next = 0;
    file.each_row("SELECT " + columns + " FROM zona ORDER BY fid", [&](const std::vector<Value>& row) {
        ZoneOfResult& zone = result.zones.at(next);
        ++next;
        zone.whole = {number_of(row[0]), number_of(row[1])};
        zone.people_any_hazard = number_of(row[2]);
        for (std::size_t column = 3; column < row.size(); column += 2) {
            zone.exposed.push_back({number_of(row[column]), number_of(row[column + 1])});
        }
    });
    if (next != result.zones.size()) {
        throw error(ErrorKind::input, "{}: the layer zona has {} rows and {} zones; was it edited?", result.name, next,
                    result.zones.size());
    }
}

}  // namespace

RunResult read_run_result(const fs::path& path) {
    const fs::path file = geopackage_of(path);
    RunResult result;
    result.name = path.string();
    try {
        SqliteFile tables(file, SqliteFile::Access::read);
        read_record(tables, result);
        read_layer(file, result);
        read_parts(tables, result);
        read_zones(tables, result);
    } catch (const Error& problem) {
        if (problem.kind() == ErrorKind::input) {
            throw;
        }
        throw error(ErrorKind::input, "{}: this is no whole result of papar run: {}", result.name, problem.what());
    }
    return result;
}

}  // namespace papar
