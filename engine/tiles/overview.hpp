// A tile from the four tiles of the next zoom below it. A pixel takes the value of one of its four, so no colour
// appears that is no class.
#pragma once

#include "engine/tiles/class_tiles.hpp"
#include "engine/tiles/tiles_settings.hpp"

#include <array>
#include <cstdint>

namespace papar {

// North-west, north-east, south-west, south-east; null where a tile is empty.
using ChildTiles = std::array<const TilePixels*, 4>;

[[nodiscard]] std::uint8_t reduced(const std::array<std::uint8_t, 4>& four, Overview overview);
[[nodiscard]] TilePixels reduced_tile(const ChildTiles& children, int tile_pixels, Overview overview);

}  // namespace papar
