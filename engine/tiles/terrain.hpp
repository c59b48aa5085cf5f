// The elevation raster whose hillshade lies under the maps.
#pragma once

#include "engine/io/raster_file.hpp"
#include "engine/tiles/tiles_settings.hpp"

#include <memory>

namespace papar {

// Role of its files in the run record.
inline constexpr const char* terrain_role = "terrain";

// Opens the raster and reads it through, so that nothing is found out half way. Throws Error(input) for a file that is
// missing, damaged, or no elevation: several bands, a mask, classes with names or colours, a value that is no height in
// metres, no value at all.
[[nodiscard]] std::shared_ptr<const RasterFile> open_terrain(const TerrainInput& terrain);

}  // namespace papar
