#include "engine/output/sqlite_file.hpp"
#include "engine/tiles/vector_layer_use.hpp"
#include "engine/tiles/verify_tiles.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <iterator>
#include <optional>

namespace papar {

namespace {

std::optional<int> whole_number(const std::string& text) {
    int number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    return problem == std::errc{} && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

// The format of the tiles; nothing for one that cannot be checked.
std::optional<TileFormat> check_metadata(SqliteFile& file, std::vector<std::string>& defects) {
    const auto value = [&](const std::string& name) {
        return file.first_value(fmt::format("SELECT value FROM metadata WHERE name = '{}'", name));
    };
    if (value("name").empty()) defects.emplace_back("the metadata has no name");
    const auto format = format_of(value("format"), &TileFormatWords::mbtiles);
    if (!format) {
        defects.push_back(
            fmt::format("the metadata's format is \"{}\"; papar checks png, webp and pbf only", value("format")));
    }
    if (format == TileFormat::mvt && !names_vector_layers(value("json"))) {
        defects.emplace_back("the metadata's json does not name the vector layers");
    }
    const std::string repeated = file.first_value("SELECT name FROM metadata GROUP BY name HAVING count(*) > 1");
    if (!repeated.empty()) defects.push_back(fmt::format("the metadata says \"{}\" twice", repeated));
    return format;
}

}  // namespace

TilesReport verify_mbtiles(const std::filesystem::path& path) {
    TilesReport report;
    report.kind = "MBTiles";
    SqliteFile file(path, SqliteFile::Access::read);
    const std::string sound = file.first_value("PRAGMA integrity_check");
    if (sound != "ok") {
        report.defects.push_back(fmt::format("SQLite finds the file damaged ({})", sound));
        return report;
    }
    if (file.first_value("PRAGMA application_id") != std::to_string(0x4d504258)) {
        report.defects.emplace_back("the application id is not MPBX");
    }
    for (const char* table : {"metadata", "tiles"}) {
        if (file.first_value(fmt::format("SELECT count(*) FROM sqlite_master WHERE name = '{}'", table)) != "1") {
            report.defects.push_back(fmt::format("there is no table or view {}", table));
            return report;
        }
    }
    const std::optional<TileFormat> format = check_metadata(file, report.defects);
    DefectCounts counts;
    VectorLayerUse layers;
    std::vector<Tile> tiles;
    file.each_row("SELECT zoom_level, tile_column, tile_row, tile_data FROM tiles", [&](const std::vector<Value>& row) {
        const auto* zoom = std::get_if<std::int64_t>(&row[0]);
        const auto* x = std::get_if<std::int64_t>(&row[1]);
        const auto* tms_y = std::get_if<std::int64_t>(&row[2]);
        const auto* bytes = std::get_if<std::string>(&row[3]);
        if (zoom == nullptr || x == nullptr || tms_y == nullptr || bytes == nullptr || *zoom < 0 ||
            *zoom > deepest_tile_zoom || *x < 0 || *x >> *zoom != 0 || *tms_y < 0 || *tms_y >> *zoom != 0) {
            counts.add("a row of tiles has no place in the web's tile matrix, or no image",
                       fmt::format("row {}", tiles.size() + 1));
            return;
        }
        const Tile tile{static_cast<int>(*zoom), static_cast<std::uint32_t>(*x),
                        static_cast<std::uint32_t>((std::int64_t{1} << *zoom) - 1 - *tms_y)};
        tiles.push_back(tile);
        if (!format) return;
        const auto content = std::as_bytes(std::span(*bytes));
        const std::string defect = tile_defect(content, *format);
        if (!defect.empty()) counts.add("a tile " + defect, tile);
        if (format == TileFormat::mvt) layers.add(tile, content);
    });
    const std::string twice = file.first_value(
        "SELECT zoom_level || '/' || tile_column || '/' || tile_row FROM tiles GROUP BY zoom_level, tile_column, "
        "tile_row HAVING count(*) > 1");
    if (!twice.empty()) report.defects.push_back(fmt::format("the tile {} (TMS) is there twice", twice));
    counts.move_to(report.defects);
    const std::string json = file.first_value("SELECT value FROM metadata WHERE name = 'json'");
    if (names_vector_layers(json)) std::ranges::move(layers.defects(json), std::back_inserter(report.defects));
    const auto zoom = [&](const char* name) {
        return whole_number(file.first_value(fmt::format("SELECT value FROM metadata WHERE name = '{}'", name)));
    };
    // The standard only suggests the zooms; readers miss them all the same.
    check_zooms(tiles, zoom("minzoom").value_or(-1), zoom("maxzoom").value_or(-1), format.value_or(TileFormat::png),
                report);
    return report;
}

}  // namespace papar
