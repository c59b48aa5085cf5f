#include "engine/tiles/tile_matrix.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace papar {

namespace {

constexpr double degrees = 180.0 / std::numbers::pi;

// How many tiles the zooms before this one have: 1 + 4 + 16 + ... = (4^z - 1) / 3.
std::uint64_t first_id(int zoom) {
    return ((std::uint64_t{1} << (2 * zoom)) - 1) / 3;
}

// Turns a quadrant of side `side` so that the curve enters and leaves it where its neighbours do.
void turn(std::uint32_t side, std::uint32_t& x, std::uint32_t& y, bool east, bool south) {
    if (south) {
        return;
    }
    if (east) {
        x = side - 1 - x;
        y = side - 1 - y;
    }
    std::swap(x, y);
}

std::uint32_t column(double share, int zoom) {
    const double tiles = std::ldexp(1.0, zoom);
    return static_cast<std::uint32_t>(std::clamp(std::floor(share * tiles), 0.0, tiles - 1));
}

}  // namespace

double mercator_x(double lon) {
    return mercator_radius_m * (lon / degrees);
}

double mercator_y(double lat) {
    return mercator_radius_m * std::asinh(std::tan(lat / degrees));
}

double lon_of(double mercator_x) {
    return mercator_x / mercator_radius_m * degrees;
}

double lat_of(double mercator_y) {
    return std::atan(std::sinh(mercator_y / mercator_radius_m)) * degrees;
}

double tile_side_m(int zoom) {
    return std::ldexp(2 * mercator_half_m, -zoom);
}

LonLatBox tile_box(const Tile& tile) {
    const double side = tile_side_m(tile.zoom);
    const double west = tile.x * side - mercator_half_m;
    const double north = mercator_half_m - tile.y * side;
    return {lon_of(west), lat_of(north - side), lon_of(west + side), lat_of(north)};
}

Tile tile_at(const LonLat& point, int zoom) {
    return {zoom, column((point.lon + 180) / 360, zoom),
            column((mercator_half_m - mercator_y(point.lat)) / (2 * mercator_half_m), zoom)};
}

std::uint64_t tile_id(const Tile& tile) {
    std::uint64_t along = 0;
    std::uint32_t x = tile.x;
    std::uint32_t y = tile.y;
    for (int bit = tile.zoom - 1; bit >= 0; --bit) {
        const std::uint32_t side = std::uint32_t{1} << bit;
        const bool east = (x & side) != 0;
        const bool south = (y & side) != 0;
        // Quadrants in the order north-west, south-west, south-east, north-east.
        const std::uint64_t quadrant = east ? (south ? 2 : 3) : (south ? 1 : 0);
        along = along * 4 + quadrant;
        x &= side - 1;
        y &= side - 1;
        turn(side, x, y, east, south);
    }
    return first_id(tile.zoom) + along;
}

Tile tile_of(std::uint64_t id) {
    Tile tile;
    while (tile.zoom < 31 && first_id(tile.zoom + 1) <= id) {
        ++tile.zoom;
    }
    std::uint64_t along = id - first_id(tile.zoom);
    for (int bit = 0; bit < tile.zoom; ++bit) {
        const std::uint32_t side = std::uint32_t{1} << bit;
        const std::uint64_t quadrant = along & 3;
        along >>= 2;
        const bool east = quadrant >= 2;
        const bool south = quadrant == 1 || quadrant == 2;
        turn(side, tile.x, tile.y, east, south);  // its own inverse
        tile.x += east ? side : 0;
        tile.y += south ? side : 0;
    }
    return tile;
}

int zoom_of_resolution(double resolution_m, double lat, int tile_pixels) {
    const double world_pixel_m = 2 * mercator_half_m / tile_pixels * std::cos(lat / degrees);
    constexpr double rounding = 1.01;
    const double zoom = std::ceil(std::log2(world_pixel_m / (resolution_m * rounding)));
    return static_cast<int>(std::clamp(zoom, 0.0, static_cast<double>(deepest_tile_zoom)));
}

}  // namespace papar
