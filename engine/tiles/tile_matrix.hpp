// The tile grid of the web, WebMercatorQuad of OGC 17-083r4: at zoom z the square of the Mercator projection is cut
// into 2^z by 2^z tiles; column 0 is in the west, row 0 in the north.
#pragma once

#include <compare>
#include <cstdint>
#include <numbers>

namespace papar {

// EPSG:3857 is a sphere of WGS 84's equatorial radius, whatever the shape of the earth.
inline constexpr double mercator_radius_m = 6378137.0;
// Half a side of the square, in metres of the projection.
inline constexpr double mercator_half_m = std::numbers::pi * mercator_radius_m;

// Ids of tiles fit 64 bits up to zoom 31; 26 keeps pixel numbers of 512-pixel tiles in 35 bits and is 1 mm.
inline constexpr int deepest_tile_zoom = 26;

struct Tile {
    int zoom = 0;         // 0 to deepest_tile_zoom
    std::uint32_t x = 0;  // column, < 2^zoom
    std::uint32_t y = 0;  // row, < 2^zoom

    auto operator<=>(const Tile&) const = default;

    [[nodiscard]] Tile parent() const { return {zoom - 1, x / 2, y / 2}; }
};

// Degrees.
struct LonLat {
    double lon = 0;
    double lat = 0;
};

// West, south, east and north of a tile or a raster, in degrees.
struct LonLatBox {
    double west = 0;
    double south = 0;
    double east = 0;
    double north = 0;
};

// Metres of EPSG:3857 and back. The latitude is within ±85.0511...
[[nodiscard]] double mercator_x(double lon);
[[nodiscard]] double mercator_y(double lat);
[[nodiscard]] double lon_of(double mercator_x);
[[nodiscard]] double lat_of(double mercator_y);

// Length of a tile's side in metres of the projection; exact, a power of two smaller each zoom.
[[nodiscard]] double tile_side_m(int zoom);

[[nodiscard]] LonLatBox tile_box(const Tile& tile);

// The tile a point lies in; points beyond the square belong to its outermost tiles.
[[nodiscard]] Tile tile_at(const LonLat& point, int zoom);

// The place of a tile on the curve of PMTiles: all tiles of zoom 0, then 1, ...; in each zoom along a Hilbert curve
// from the north-west. The four children of a tile follow each other there, and tiles of a zoom have the
// order of their parents.
[[nodiscard]] std::uint64_t tile_id(const Tile& tile);
[[nodiscard]] Tile tile_of(std::uint64_t id);

// The first zoom whose pixels, `tile_pixels` along a tile's side, are not larger on the ground at this latitude than
// `resolution_m`, allowing for 1 % of rounding in resolutions; at most deepest_tile_zoom.
[[nodiscard]] int zoom_of_resolution(double resolution_m, double lat, int tile_pixels);

}  // namespace papar
