// Where a raster lies on the map of web tiles, and which tiles show it.
#pragma once

#include "engine/tiles/tile_matrix.hpp"
#include "engine/tiles/tiles_settings.hpp"
#include "engine/zones/zone.hpp"

#include <vector>

namespace papar {

class RasterFile;

// West, south, east and north in metres of EPSG:3857. The west is within the square of the map; the east of a raster
// that crosses 180 degrees is beyond it, and the map shows that part in the far west. North and south are cut at
// 85.05 degrees.
struct MapExtent {
    Box box;

    [[nodiscard]] bool crosses_180() const { return box.high.x > mercator_half_m; }
    // One box, or the one before 180 degrees and the one beyond it, all inside the square.
    [[nodiscard]] std::vector<Box> pieces() const;
};

// Throws Error(input) for a raster outside the map.
[[nodiscard]] MapExtent map_extent(const RasterFile& raster);

// In degrees; -180 to 180 where the extent crosses 180 degrees, as TileJSON's bounds do not wrap.
[[nodiscard]] LonLatBox lon_lat_box(const MapExtent& extent);
// The longitude of its middle, -180 to 180.
[[nodiscard]] double middle_lon(const MapExtent& extent);

// Tiles of a zoom, corners included.
struct TileRange {
    std::uint32_t x0 = 0;
    std::uint32_t y0 = 0;
    std::uint32_t x1 = 0;
    std::uint32_t y1 = 0;
};
// Of each piece, a little more than needed: edges of rasters in other coordinate systems are bent and known at points
// only.
[[nodiscard]] std::vector<TileRange> tile_ranges(const MapExtent& extent, int zoom);
// All of them once, in the order of their ids.
[[nodiscard]] std::vector<Tile> tiles_in(const MapExtent& extent, int zoom);

// Deepest: the first zoom whose pixels are not larger than the raster's cells in the middle of its extent. First: the
// last zoom at which the extent is not wider or higher than one tile, but not beyond 6, where a province fits a screen.
[[nodiscard]] ZoomRange suited_zooms(const RasterFile& raster, int tile_pixels);

}  // namespace papar
