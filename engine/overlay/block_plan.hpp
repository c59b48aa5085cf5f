// The canonical blocks of an overlay: aligned to the files' own tiles, fixed by the rasters and never by the number
// of workers.
#pragma once

#include "engine/grid/analysis_grid.hpp"
#include "engine/zones/coverage.hpp"

#include <cstdint>
#include <span>

namespace papar {

// How a raster is cut into tiles, in its own cells.
struct Tiling {
    Placement placement;
    std::int64_t tile_cols = 0;
    std::int64_t tile_rows = 0;
};

struct BlockPlan {
    Bands bands;
    BlockColumns columns;

    [[nodiscard]] std::int64_t columns_count() const { return static_cast<std::int64_t>(columns.size()) - 1; }
    [[nodiscard]] Window block(std::int64_t band, std::int64_t column) const {
        const auto k = static_cast<std::size_t>(column);
        return {columns[k], bands.first_row(band), columns[k + 1] - columns[k],
                bands.end_row(band) - bands.first_row(band)};
    }
};

// Blocks take the largest tile among the rasters that is not too large, several of them where tiles are small.
// Where a raster is stored in strips as wide as itself, blocks are as wide as the grid.
[[nodiscard]] BlockPlan plan_blocks(const Grid& grid, std::span<const Tiling> tilings);

}  // namespace papar
