// Tiles of the deepest zoom: for each pixel the class of the cell under its centre.
#pragma once

#include "engine/io/raster_file.hpp"
#include "engine/tiles/class_scale.hpp"
#include "engine/tiles/pixel_cells.hpp"

#include <cstdint>
#include <memory>
#include <vector>

namespace papar {

// Pixel values of a tile, row by row from the north.
using TilePixels = std::vector<std::uint8_t>;

// One raster as tiles sees it. Shared by threads.
struct ClassRaster {
    std::shared_ptr<const RasterFile> file;
    ClassScale scale;
};

// Belongs to one thread at a time.
class ClassTiles {
public:
    // `raster` outlives this.
    ClassTiles(const ClassRaster& raster, PixelLookup lookup, int tile_pixels);

    // False when no pixel has data. Throws Error(input) for a cell whose class the legend does not know, or that
    // cannot be read.
    bool fill(const Tile& tile, TilePixels& pixels);

private:
    void fill(const PixelSquare& square, std::uint8_t* first);

    const ClassRaster& raster_;
    PixelLookup lookup_;
    std::unique_ptr<RasterReader> reader_;
    int tile_pixels_;
    PixelCells cells_;
    CellBlock block_;
    bool any_ = false;
};

}  // namespace papar
