// The grid the calculation runs on: fine enough that every raster's cells are whole rectangles of its cells.
#pragma once

#include "engine/grid/grid.hpp"
#include "engine/grid/window.hpp"

#include <cstdint>
#include <span>
#include <string>
#include <vector>

namespace papar {

// Lines closer than this, in analysis cells, are one line.
inline constexpr double same_line_tolerance = 1e-6;

struct NamedGrid {
    std::string name;  // for sentences: the file
    Grid grid;
};

// Where a raster lies in the analysis grid: its cell (c, r) is the analysis cells
// [col + c * ratio_x, + ratio_x) x [row + r * ratio_y, + ratio_y).
struct Placement {
    std::int64_t col = 0;
    std::int64_t row = 0;
    std::int64_t ratio_x = 1;
    std::int64_t ratio_y = 1;
    std::int64_t cols = 0;  // of the raster
    std::int64_t rows = 0;

    [[nodiscard]] Window window() const { return {col, row, cols * ratio_x, rows * ratio_y}; }
    [[nodiscard]] bool same_cells() const { return ratio_x == 1 && ratio_y == 1; }
};

struct AnalysisGrid {
    Grid grid;
    std::vector<Placement> placements;  // parallel to the rasters given
};

// The finest columns and the finest rows among the rasters, over all of them together. Throws an Error of
// kind `input` that says what differs when a raster's lines are not all lines of that grid, or when a
// raster does not overlap the first one. Precondition: at least one raster.
[[nodiscard]] AnalysisGrid merge_grids(std::span<const NamedGrid> rasters);

// The analysis grid cut down to `window`, given in its own cells.
[[nodiscard]] AnalysisGrid cut_to(const AnalysisGrid& analysis, const Window& window);

}  // namespace papar
