#include "engine/base/error.hpp"
#include "engine/output/written_file.hpp"
#include "engine/tiles/plain_number.hpp"
#include "engine/tiles/verify_tiles.hpp"

#include <optional>
#include <string_view>

namespace papar {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view retina_mark = "@2x";

struct PlacedFile {
    Tile tile;
    TileFormat format = TileFormat::png;
    bool retina = false;  // "6@2x.png": the same place in more pixels
};

// "4/5/6.png" as a tile and its format.
std::optional<PlacedFile> tile_of_path(const fs::path& path) {
    std::vector<std::string> parts;
    for (const fs::path& part : path) parts.push_back(part.string());
    const auto format = format_of(path.extension().string(), &TileFormatWords::extension);
    if (parts.size() != 3 || !format) return std::nullopt;
    const auto zoom = plain_number(parts[0]);
    const auto x = plain_number(parts[1]);
    std::string row = path.stem().string();
    const bool retina = row.ends_with(retina_mark) && *format != TileFormat::mvt;
    if (retina) row.resize(row.size() - retina_mark.size());
    const auto y = plain_number(row);
    if (!zoom || !x || !y || *zoom > deepest_tile_zoom || *x >> *zoom != 0 || *y >> *zoom != 0) return std::nullopt;
    return PlacedFile{{static_cast<int>(*zoom), *x, *y}, *format, retina};
}

}  // namespace

TilesReport verify_tile_folder(const fs::path& folder) {
    TilesReport report;
    report.kind = "folder of tiles";
    DefectCounts counts;
    std::vector<Tile> tiles;
    std::error_code problem;
    int min_zoom = deepest_tile_zoom;
    int max_zoom = 0;
    std::optional<TileFormat> format;  // of the first tile
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder, problem)) {
        if (entry.is_directory()) continue;
        const fs::path place = entry.path().lexically_relative(folder);
        const auto found = tile_of_path(place);
        if (!found) {
            counts.add("a file is no tile z/x/y.png, .webp or .mvt of the web's tile matrix", place.string());
            continue;
        }
        const Tile& tile = found->tile;
        if (!found->retina) {
            tiles.push_back(tile);
            min_zoom = std::min(min_zoom, tile.zoom);
            max_zoom = std::max(max_zoom, tile.zoom);
        }
        if (!format) format = found->format;
        if (found->format != *format) counts.add("a tile is of another format than the others", place.string());
        const std::string bytes = read_back(entry.path());
        const std::string defect = tile_defect(std::as_bytes(std::span(bytes)), found->format);
        if (!defect.empty()) counts.add("a tile " + defect, tile);
    }
    if (problem) {
        throw error(ErrorKind::input, "{}: the folder cannot be read ({})", folder.string(), problem.message());
    }
    counts.move_to(report.defects);
    check_zooms(tiles, min_zoom, max_zoom, format.value_or(TileFormat::png), report);
    return report;
}

}  // namespace papar
