// Which rasters there are tiles of.
#pragma once

#include "engine/output/json_text.hpp"

#include <filesystem>

namespace papar {

// Adds to `data`, which is study_data: "rasters" with title and classes of each raster of classes in the folder that
// has an archive <name>.pmtiles and a TileJSON <name>.json; and their names in "tiles" of the hazards and, for capacity
// and all hazards together, in "tiles"; and "relief", the name of the hillshade's tiles, where there are some. A
// TileJSON that cannot be read leaves its raster out.
void add_rasters(const std::filesystem::path& tiles, Json& data);

}  // namespace papar
