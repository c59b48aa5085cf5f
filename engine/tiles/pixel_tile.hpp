// Tiles before they are images.
#pragma once

#include "engine/tiles/tile_matrix.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace papar {

// Pixels row by row from the north: classes and values of 8 bits, values of 16 bits, people.
template <typename Pixel>
using PixelTile = std::vector<Pixel>;
using TilePixels = PixelTile<std::uint8_t>;

// North-west, north-east, south-west, south-east; null where a tile is empty.
template <typename Pixel>
using ChildTiles = std::array<const PixelTile<Pixel>*, 4>;

// The tiles of the deepest zoom. One object belongs to one thread at a time.
template <typename Pixel>
class DeepestTiles {
public:
    DeepestTiles() = default;
    DeepestTiles(const DeepestTiles&) = delete;
    DeepestTiles& operator=(const DeepestTiles&) = delete;
    virtual ~DeepestTiles() = default;

    // False when no pixel has data. Throws Error(input) for a cell that cannot be read or shown.
    virtual bool fill(const Tile& tile, PixelTile<Pixel>& pixels) = 0;
};

}  // namespace papar
