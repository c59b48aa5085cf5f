// Blocks through GDAL, for every file papar does not decode itself.
#pragma once

#include "engine/io/raster_decoder.hpp"
#include "engine/io/raster_description.hpp"

#include <memory>

namespace papar {

// Opens the file anew: GDAL's handles belong to one thread. `raster` outlives the decoder.
[[nodiscard]] std::unique_ptr<BlockDecoder> make_gdal_decoder(const RasterDescription& raster);

}  // namespace papar
