// Tiles of the deepest zoom: for each pixel the cell under its centre, on a scale of classes or values.
#pragma once

#include "engine/base/error.hpp"
#include "engine/io/raster_file.hpp"
#include "engine/tiles/class_scale.hpp"
#include "engine/tiles/pixel_cells.hpp"
#include "engine/tiles/pixel_tile.hpp"

#include <cmath>
#include <cstdint>
#include <memory>
#include <utility>

namespace papar {

// One raster as tiles sees it. Shared by threads.
template <typename Scale>
struct SampledRaster {
    std::shared_ptr<const RasterFile> file;
    Scale scale;
};
using ClassRaster = SampledRaster<ClassScale>;

template <typename Scale>
class SampledTiles : public DeepestTiles<typename Scale::Pixel> {
    using Pixel = typename Scale::Pixel;

public:
    // `raster` outlives this.
    SampledTiles(const SampledRaster<Scale>& raster, PixelLookup lookup, int tile_pixels)
        : raster_(raster), lookup_(std::move(lookup)), reader_(raster.file->reader()), tile_pixels_(tile_pixels) {}

    bool fill(const Tile& tile, PixelTile<Pixel>& pixels) override {
        const std::int64_t side = tile_pixels_;
        pixels.assign(static_cast<std::size_t>(side * side), 0);
        any_ = false;
        fill({side << tile.zoom, side * tile.x, side * tile.y, tile_pixels_}, pixels.data());
        return any_;
    }

private:
    // Cells read at once: 4 MB as 32-bit floats. Coarser tiles are filled by quarters, so that no zoom needs more.
    static constexpr std::int64_t most_cells = std::int64_t{1} << 20;

    void fill(const PixelSquare& square, Pixel* first) {
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
        if (!block_.all_nodata) classify(square, window, first);
    }

    void classify(const PixelSquare& square, const Window& window, Pixel* first) {
        for (int y = 0; y < square.side; ++y) {
            for (int x = 0; x < square.side; ++x) {
                const std::int64_t col = cells_.col(x, y);
                const std::int64_t row = cells_.row(x, y);
                if (col < 0 || row < 0) continue;
                const double value = block_.at(col - window.col, row - window.row);
                if (std::isnan(value)) continue;
                const Pixel pixel = raster_.scale.pixel(value);
                if (pixel == 0) {
                    throw error(ErrorKind::input, "{}: the cell in column {}, row {} holds {}", raster_.file->name(),
                                col, row, raster_.scale.misfit(value));
                }
                first[y * tile_pixels_ + x] = pixel;
                any_ = true;
            }
        }
    }

    const SampledRaster<Scale>& raster_;
    PixelLookup lookup_;
    std::unique_ptr<RasterReader> reader_;
    int tile_pixels_;
    PixelCells cells_;
    CellBlock block_;
    bool any_ = false;
};

}  // namespace papar
