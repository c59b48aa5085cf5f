#include "engine/base/error.hpp"
#include "engine/output/written_file.hpp"
#include "engine/tiles/verify_tiles.hpp"

#include <charconv>
#include <optional>
#include <string_view>

namespace papar {

namespace {

namespace fs = std::filesystem;

// A number without sign, leading zeros or anything else.
std::optional<std::uint32_t> plain_number(std::string_view text) {
    std::uint32_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = problem == std::errc{} && end == text.data() + text.size();
    return whole && (text == "0" || text.front() != '0') ? std::optional(number) : std::nullopt;
}

// "4/5/6.png" as a tile.
std::optional<Tile> tile_of_path(const fs::path& path) {
    std::vector<std::string> parts;
    for (const fs::path& part : path) parts.push_back(part.string());
    if (parts.size() != 3 || !parts[2].ends_with(".png")) return std::nullopt;
    const auto zoom = plain_number(parts[0]);
    const auto x = plain_number(parts[1]);
    const auto y = plain_number(std::string_view(parts[2]).substr(0, parts[2].size() - 4));
    if (!zoom || !x || !y || *zoom > deepest_tile_zoom || *x >> *zoom != 0 || *y >> *zoom != 0) return std::nullopt;
    return Tile{static_cast<int>(*zoom), *x, *y};
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
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder, problem)) {
        if (entry.is_directory()) continue;
        const fs::path place = entry.path().lexically_relative(folder);
        const std::optional<Tile> tile = tile_of_path(place);
        if (!tile) {
            counts.add("a file is no tile z/x/y.png of the web's tile matrix", place.string());
            continue;
        }
        tiles.push_back(*tile);
        min_zoom = std::min(min_zoom, tile->zoom);
        max_zoom = std::max(max_zoom, tile->zoom);
        const std::string bytes = read_back(entry.path());
        const std::string defect = png_defect(std::as_bytes(std::span(bytes)));
        if (!defect.empty()) counts.add("a tile " + defect, *tile);
    }
    if (problem) {
        throw error(ErrorKind::input, "{}: the folder cannot be read ({})", folder.string(), problem.message());
    }
    counts.move_to(report.defects);
    check_zooms(tiles, min_zoom, max_zoom, report);
    return report;
}

}  // namespace papar
