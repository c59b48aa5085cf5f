// A tile from the four tiles of the next zoom below it. A pixel takes the value of one of its four, so no colour
// appears that is no class.
#pragma once

#include "engine/tiles/class_tiles.hpp"

#include <array>
#include <cstdint>

namespace papar {

// Which of four pixels stands for them. Pixels without data count only where all four have none.
enum class Overview {
    max,   // the highest class: a small zone of high hazard stays visible from afar
    mode,  // the most frequent class; of equally frequent ones the higher
};

// North-west, north-east, south-west, south-east; null where a tile is empty.
using ChildTiles = std::array<const TilePixels*, 4>;

[[nodiscard]] std::uint8_t reduced(const std::array<std::uint8_t, 4>& four, Overview overview);
[[nodiscard]] TilePixels reduced_tile(const ChildTiles& children, int tile_pixels, Overview overview);

}  // namespace papar
