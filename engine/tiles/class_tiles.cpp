#include "engine/tiles/class_tiles.hpp"

#include "engine/base/error.hpp"

#include <cmath>
#include <utility>

namespace papar {

namespace {

// Cells read at once: 4 MB as 32-bit floats. Coarser tiles are filled by quarters, so that no zoom needs more memory.
constexpr std::int64_t most_cells = std::int64_t{1} << 20;

}  // namespace

ClassTiles::ClassTiles(const ClassRaster& raster, PixelLookup lookup, int tile_pixels)
    : raster_(raster), lookup_(std::move(lookup)), reader_(raster.file->reader()), tile_pixels_(tile_pixels) {}

bool ClassTiles::fill(const Tile& tile, TilePixels& pixels) {
    const std::int64_t side = tile_pixels_;
    pixels.assign(static_cast<std::size_t>(side * side), no_data_pixel);
    any_ = false;
    fill({side << tile.zoom, side * tile.x, side * tile.y, tile_pixels_}, pixels.data());
    return any_;
}

void ClassTiles::fill(const PixelSquare& square, std::uint8_t* first) {
    lookup_.cells(square, cells_);
    const Window window = cells_.window();
    if (window.empty()) {
        return;
    }
    if (window.cells() > most_cells && square.side > 1) {
        for (const int south : {0, 1}) {
            for (const int east : {0, 1}) {
                const PixelSquare quarter = square.quarter(east, south);
                fill(quarter, first + south * quarter.side * tile_pixels_ + east * quarter.side);
            }
        }
        return;
    }
    reader_->read(window, block_);
    if (block_.all_nodata) {
        return;
    }
    for (int y = 0; y < square.side; ++y) {
        for (int x = 0; x < square.side; ++x) {
            const std::int64_t col = cells_.col(x, y);
            const std::int64_t row = cells_.row(x, y);
            if (col < 0 || row < 0) continue;
            const double value = block_.at(col - window.col, row - window.row);
            if (std::isnan(value)) continue;
            const std::uint8_t pixel = raster_.scale.pixel(value);
            if (pixel == no_data_pixel) {
                throw error(ErrorKind::input,
                            "{}: the cell in column {}, row {} holds {}, which is no class of the legend (0 to {}); "
                            "give the raster's own legend, or class limits for an index",
                            raster_.file->name(), col, row, value, raster_.scale.highest_class);
            }
            first[y * tile_pixels_ + x] = pixel;
            any_ = true;
        }
    }
}

}  // namespace papar
