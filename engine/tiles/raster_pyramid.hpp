// The pyramid of a raster of classes or of an index: each deepest pixel from the cell under its centre.
#pragma once

#include "engine/tiles/overview.hpp"
#include "engine/tiles/sampled_tiles.hpp"
#include "engine/tiles/tile_image.hpp"
#include "engine/tiles/tile_pyramid.hpp"
#include "engine/tiles/value_scale.hpp"

namespace papar {

struct PyramidSettings {
    PyramidShape shape;
    Overview overview = Overview::max;  // or mode
    TileImage image;
};

// Adds every tile with data to `tiles` and finishes it (PyramidBuilder::build). Throws Error(input) for a raster that
// cannot be read, has no place on the map or values that its scale does not know.
GroupCounts build_pyramid(const ClassRaster& raster, const PyramidSettings& settings, const ProgressCallback& progress,
                          TileSet& tiles);
// Values of an index.
GroupCounts build_pyramid(const SampledRaster<ValueScale<std::uint8_t>>& raster, const PyramidSettings& settings,
                          const ProgressCallback& progress, TileSet& tiles);
GroupCounts build_pyramid(const SampledRaster<ValueScale<std::uint16_t>>& raster, const PyramidSettings& settings,
                          const ProgressCallback& progress, TileSet& tiles);

}  // namespace papar
