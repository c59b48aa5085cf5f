// Map tiles of a finished result, in its folder tiles/.
#pragma once

#include "engine/base/finding.hpp"
#include "engine/base/progress.hpp"
#include "engine/tiles/tiles_settings.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace papar {

struct WrittenTiles {
    std::string name;
    ZoomRange zooms;
    std::size_t tiles = 0;
    std::size_t contents = 0;  // different ones
    std::size_t groups = 0;    // parts of the work; as many of them an interrupted command had done:
    std::size_t found_groups = 0;
    Findings findings = {};  // what vector tiles leave out
};

// For each raster, and for the zones as vector tiles (zone_tiles.hpp), tiles/<name>.pmtiles, .mbtiles or folder
// <name>/, as asked for, and tiles/<name>.json (TileJSON); then the companions of all that is there (companions.hpp). A
// result without rasters has its zones. Throws an Error of kind
//   input   when the folder holds no result, a raster is missing, has no legend or no data;
//   usage   when tiles are there already and `overwrite` is not set, or the zooms are out of reason;
//   output  when a file cannot be written.
// Each file is whole or not there; those of rasters done before an error stay. After an interruption of any sort the
// same call goes on where the earlier one was, and gives the same files as one without interruption.
std::vector<WrittenTiles> write_tiles(const std::filesystem::path& result, const TilesSettings& settings,
                                      const ProgressCallback& progress);

// Forgets which tiles are finished. To be called when everything that goes with them is written too: until then the same
// command, given again after an interruption, goes on instead of refusing files that are there.
void end_of_tiles(const std::filesystem::path& result);

}  // namespace papar
