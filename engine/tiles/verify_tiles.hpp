// Looks at archives of tiles, papar's or others', and says what does not follow their specification.
#pragma once

#include "engine/tiles/tile_format.hpp"
#include "engine/tiles/tile_matrix.hpp"

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace papar {

struct TilesReport {
    std::vector<std::string> defects;  // a sentence each, without the file's name
    std::string kind;                  // "PMTiles", "MBTiles", "folder of tiles"
    std::size_t tiles = 0;
    int min_zoom = 0;
    int max_zoom = 0;
};

// By what the path holds: a folder, or a file that begins as PMTiles or SQLite. Throws Error(input) for a path that
// cannot be read or is neither.
[[nodiscard]] TilesReport verify_tiles(const std::filesystem::path& path);

// The three behind it.
[[nodiscard]] TilesReport verify_pmtiles(const std::filesystem::path& file);
[[nodiscard]] TilesReport verify_mbtiles(const std::filesystem::path& file);
[[nodiscard]] TilesReport verify_tile_folder(const std::filesystem::path& folder);

// What is wrong with a PNG image: signature, chunks and their check sums, pixels, a square of 256 or 512. Empty:
// nothing.
[[nodiscard]] std::string png_defect(std::span<const std::byte> png);

// What is wrong with a vector tile: gzip, protocol buffers, version 2 of the specification, names of layers that
// differ, tags that exist, commands that make points, lines or rings with area, each polygon from its outer ring on.
// Empty: nothing.
[[nodiscard]] std::string mvt_defect(std::span<const std::byte> gzipped);

// Of a tile of any format; of WebP only what its header says.
[[nodiscard]] std::string tile_defect(std::span<const std::byte> tile, TileFormat format);

// The format that is called so: format_of(".mvt", &TileFormatWords::extension). Nothing for one papar does not know.
[[nodiscard]] std::optional<TileFormat> format_of(std::string_view words, std::string_view TileFormatWords::*which);

// Whether a JSON text has the list of layers that vector tiles need.
[[nodiscard]] bool names_vector_layers(std::string_view json);

// Counts sentences of one sort, and keeps the first example: "3 tiles are ..., the first is 4/1/2".
class DefectCounts {
public:
    void add(const std::string& what, const std::string& example);
    void add(const std::string& what, const Tile& tile);
    void move_to(std::vector<std::string>& defects) const;

private:
    struct Count {
        std::size_t times = 0;
        std::string example;
    };
    std::map<std::string, Count> counts_;
};

// What all archives have in common: zooms as declared; no image without the one above it, down from the first zoom.
void check_zooms(const std::vector<Tile>& tiles, int min_zoom, int max_zoom, TileFormat format, TilesReport& report);

}  // namespace papar
