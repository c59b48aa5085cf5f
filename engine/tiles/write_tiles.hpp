// Map tiles of a finished result, in its folder tiles/.
#pragma once

#include "engine/base/progress.hpp"
#include "engine/tiles/overview.hpp"
#include "engine/tiles/raster_pyramid.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace papar {

struct TileFormats {
    bool pmtiles = true;
    bool mbtiles = false;
    bool folder = false;
};

struct TilesSettings {
    std::optional<ZoomRange> zooms;  // default: what suits the raster
    TileFormats formats;
    std::vector<std::string> rasters;  // names of rasters/*.tif without ".tif"; empty: all rasters of classes
    std::vector<double> limits;        // of classes, for rasters of an index; rising
    std::optional<Overview> overview;  // default: max; mode for capacity, whose highest class is the best one
    int tile_pixels = 256;             // 256 or 512
    std::string url;                   // where the tiles will be served, for TileJSON; without a slash at the end
    std::string attribution;           // default: the title of the study
    int threads = 0;                   // 0: one for each core
    bool overwrite = false;
};

struct WrittenTiles {
    std::string name;
    ZoomRange zooms;
    std::size_t tiles = 0;
    std::size_t contents = 0;  // different ones
};

// For each raster tiles/<name>.pmtiles, .mbtiles or folder <name>/, as asked for, and tiles/<name>.json (TileJSON).
// Throws an Error of kind
//   input   when the folder holds no result, a raster is missing, has no legend or no data;
//   usage   when tiles are there already and `overwrite` is not set, or the zooms are out of reason;
//   output  when a file cannot be written.
// Each file is whole or not there; those of rasters done before an error stay.
std::vector<WrittenTiles> write_tiles(const std::filesystem::path& result, const TilesSettings& settings,
                                      const ProgressCallback& progress);

}  // namespace papar
