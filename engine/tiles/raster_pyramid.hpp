// All tiles of a raster, from the deepest zoom up, in one pass over its cells.
#pragma once

#include "engine/base/progress.hpp"
#include "engine/tiles/overview.hpp"
#include "engine/tiles/palette_png.hpp"
#include "engine/tiles/tile_set.hpp"
#include "engine/tiles/tiles_settings.hpp"

namespace papar {

struct PyramidSettings {
    int min_zoom = 0;
    int max_zoom = 0;
    int tile_pixels = 256;  // 256 or 512
    Overview overview = Overview::max;
    Palette palette;  // by pixel value
    int threads = 1;
};

// The extent of a raster in degrees.
[[nodiscard]] LonLatBox lon_lat_box(const ClassRaster& raster);

// Deepest: the first zoom whose pixels are not larger than the raster's cells in the middle of its extent. First: the
// last zoom at which the extent is not wider or higher than one tile, but not beyond 6, where a province fits a screen.
[[nodiscard]] ZoomRange suited_zooms(const ClassRaster& raster, int tile_pixels);

// Adds every tile with data to `tiles` and finishes it: the deepest by ClassTiles, the others by Overview. The work is
// cut into groups of 8 x 8 deepest tiles in the order of the Hilbert curve; memory is that of a few groups for each
// thread, whatever the raster's size. The same set for every number of threads. Throws Error(input) for a raster that
// cannot be read or has no place on the map, Error(interrupted) when `progress` asks to stop.
void build_pyramid(const ClassRaster& raster, const PyramidSettings& settings, const ProgressCallback& progress,
                   TileSet& tiles);

}  // namespace papar
