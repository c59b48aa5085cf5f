// Papar's own decoder of plain TIFF tiles and strips.
#pragma once

#include "engine/io/raster_decoder.hpp"
#include "engine/io/tiff_layout.hpp"

#include <memory>

namespace papar {

// `raster` and `layout` describe the same file; `raster` outlives the decoder.
[[nodiscard]] std::unique_ptr<BlockDecoder> make_tiff_decoder(const RasterDescription& raster,
                                                              std::shared_ptr<const TiffLayout> layout);

}  // namespace papar
