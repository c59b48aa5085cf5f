#include "engine/overlay/block_plan.hpp"

#include <algorithm>

namespace papar {

namespace {

constexpr std::int64_t wanted_side = 512;    // cells: a block of floats is then 1 MiB, about a core's cache
constexpr std::int64_t longest_side = 1024;  // cells
constexpr std::int64_t most_cells = std::int64_t{4} << 20;  // of a block as wide as the grid: 16 MiB of floats
constexpr std::int64_t fewest_cells = std::int64_t{1} << 18;

// One axis: blocks of `size` cells, one of whose borders lies at `origin`.
struct Cut {
    std::int64_t size = 0;
    std::int64_t origin = 0;
};

Cut cut_axis(std::span<const Cut> tiles) {
    Cut best;
    for (const Cut& tile : tiles) {
        if (tile.size <= longest_side && tile.size > best.size) {
            best = tile;
        }
    }
    if (best.size == 0) {
        return {wanted_side, tiles.front().origin};
    }
    best.size *= std::max<std::int64_t>(1, wanted_side / best.size);
    return best;
}

// Analysis cells in a tile of so many raster cells; on an uneven grid the usual number.
std::int64_t span_of(const AxisPlacement& axis, std::int64_t tile) {
    return axis.uneven ? std::max<std::int64_t>(1, tile * axis.length() / axis.cells) : tile * axis.ratio;
}

std::int64_t shift_of(const Cut& cut) {
    return ((-cut.origin % cut.size) + cut.size) % cut.size;
}

}  // namespace

BlockPlan plan_blocks(const Grid& grid, std::span<const Tiling> tilings) {
    std::vector<Cut> across;
    std::vector<Cut> down;
    bool strips = false;
    for (const Tiling& t : tilings) {
        across.push_back({span_of(t.placement.x, t.tile_cols), t.placement.x.first});
        down.push_back({span_of(t.placement.y, t.tile_rows), t.placement.y.first});
        strips = strips || (t.tile_cols >= t.placement.x.cells && across.back().size > longest_side);
    }
    BlockPlan plan;
    Cut rows = cut_axis(down);
    if (strips) {
        plan.columns = {0, grid.cols};
        const std::int64_t most_rows = std::max<std::int64_t>(1, most_cells / grid.cols);
        const std::int64_t fewest_rows = std::max<std::int64_t>(1, fewest_cells / grid.cols);
        rows.size = std::clamp(rows.size, std::min(fewest_rows, most_rows), most_rows);
    } else {
        const Cut cols = cut_axis(across);
        plan.columns.push_back(0);
        for (std::int64_t next = cols.size - shift_of(cols); next < grid.cols; next += cols.size) {
            plan.columns.push_back(next);
        }
        plan.columns.push_back(grid.cols);
    }
    plan.bands = {rows.size, shift_of(rows), grid.rows};
    return plan;
}

}  // namespace papar
