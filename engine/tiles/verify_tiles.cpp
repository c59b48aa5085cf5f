#include "engine/tiles/verify_tiles.hpp"

#include "engine/base/error.hpp"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <string_view>
#include <system_error>
#include <unordered_set>

namespace papar {

void DefectCounts::add(const std::string& what, const std::string& example) {
    Count& count = counts_[what];
    if (count.times++ == 0) count.example = example;
}

void DefectCounts::add(const std::string& what, const Tile& tile) {
    add(what, fmt::format("{}/{}/{}", tile.zoom, tile.x, tile.y));
}

void DefectCounts::move_to(std::vector<std::string>& defects) const {
    for (const auto& [what, count] : counts_) {
        defects.push_back(count.times == 1 ? fmt::format("{}: {}", what, count.example)
                                           : fmt::format("{}: {} times, first {}", what, count.times, count.example));
    }
}

void check_zooms(const std::vector<Tile>& tiles, int min_zoom, int max_zoom, TileFormat format, TilesReport& report) {
    report.tiles = tiles.size();
    if (tiles.empty()) {
        report.defects.emplace_back("there are no tiles");
        return;
    }
    const auto [first, last] = std::ranges::minmax(tiles, {}, &Tile::zoom);
    report.min_zoom = first.zoom;
    report.max_zoom = last.zoom;
    if (first.zoom != min_zoom || last.zoom != max_zoom) {
        report.defects.push_back(fmt::format("the declared zooms are {} to {}, those of the tiles {} to {}", min_zoom,
                                             max_zoom, first.zoom, last.zoom));
    }
    if (format == TileFormat::mvt) return;  // what is left of a zone at a small zoom may not reach as far
    std::unordered_set<std::uint64_t> ids;
    for (const Tile& tile : tiles) ids.insert(tile_id(tile));
    DefectCounts counts;
    for (const Tile& tile : tiles) {
        if (tile.zoom > first.zoom && !ids.contains(tile_id(tile.parent()))) {
            counts.add("a tile has no tile above it", tile);
        }
    }
    counts.move_to(report.defects);
}

bool names_vector_layers(std::string_view json) {
    const nlohmann::json parsed = nlohmann::json::parse(json, nullptr, false);
    return parsed.is_object() && parsed.contains("vector_layers") && parsed["vector_layers"].is_array();
}

TilesReport verify_tiles(const std::filesystem::path& path) {
    std::error_code problem;
    if (std::filesystem::is_directory(path, problem)) {
        return verify_tile_folder(path);
    }
    std::ifstream file(path, std::ios::binary);
    std::string begin(16, '\0');
    file.read(begin.data(), static_cast<std::streamsize>(begin.size()));
    if (!file && !file.eof()) {
        throw error(ErrorKind::input, "{}: the file cannot be read; check its name and your rights", path.string());
    }
    if (begin.starts_with("PMTiles")) {
        return verify_pmtiles(path);
    }
    if (begin.starts_with("SQLite format 3")) {
        return verify_mbtiles(path);
    }
    throw error(ErrorKind::input,
                "{}: neither PMTiles nor MBTiles, by its first bytes; give an archive of tiles or a folder "
                "z/x/y.png, .webp or .mvt",
                path.string());
}

}  // namespace papar
