// At which zooms the zones of a result, and each level above them, are in vector tiles.
#pragma once

#include "engine/tiles/tile_matrix.hpp"
#include "engine/tiles/tiles_settings.hpp"
#include "engine/zones/zone.hpp"

#include <vector>

namespace papar {

// Of all layers together. First: the last zoom at which the extent is no larger than a tile, but not beyond 6, as for
// rasters. Deepest: the last of 14, 13, 12 that cuts the longer side of the extent into at most 64 tiles, else 12: a
// regency 14, a province 13 or 12, the country 12; a unit of the tiles is then 0.6 to 2.4 m, and maps are drawn on
// from there.
[[nodiscard]] ZoomRange suited_vector_zooms(const LonLatBox& bounds);

// The first zoom of each layer (shapes in metres of EPSG:3857; the finest layer first): the coarsest layer begins with
// the range, the others where half of their zones are 8 pixels wide on tiles of 512, and not before the layer above;
// all go on to its end.
[[nodiscard]] std::vector<ZoomRange> level_zooms(const std::vector<const std::vector<Shape>*>& layers,
                                                 const ZoomRange& range);

}  // namespace papar
