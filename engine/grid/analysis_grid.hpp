// The grid the calculation runs on: fine enough that every raster's cells are whole rectangles of its cells.
#pragma once

#include "engine/grid/grid.hpp"
#include "engine/grid/window.hpp"

#include <algorithm>
#include <cstdint>
#include <memory>
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

// One axis of a raster whose cells hold different numbers of analysis cells.
struct UnevenCells {
    std::vector<std::int64_t> starts;  // the analysis cell at which each raster cell begins, from 0; then the end
    std::vector<double> shares;        // of each analysis cell in the width of its raster cell
};

// Where a raster's columns (or rows) lie in the analysis grid.
struct AxisPlacement {
    std::int64_t first = 0;  // analysis cell at which the raster begins
    std::int64_t ratio = 1;  // analysis cells in each raster cell, where all hold equally many
    std::int64_t cells = 0;  // of the raster
    std::shared_ptr<const UnevenCells> uneven = nullptr;

    // The analysis cell at which raster cell `cell` begins, and the raster cell that holds analysis cell `at`.
    [[nodiscard]] std::int64_t start(std::int64_t cell) const {
        return first + (uneven ? uneven->starts[static_cast<std::size_t>(cell)] : cell * ratio);
    }
    [[nodiscard]] std::int64_t cell_at(std::int64_t at) const {
        if (!uneven) {
            return (at - first) / ratio;
        }
        const std::vector<std::int64_t>& starts = uneven->starts;
        return std::upper_bound(starts.begin(), starts.end(), at - first) - starts.begin() - 1;
    }
    // Share of analysis cell `at` in the width of its raster cell.
    [[nodiscard]] double share(std::int64_t at) const {
        return uneven ? uneven->shares[static_cast<std::size_t>(at - first)] : 1.0 / static_cast<double>(ratio);
    }
    [[nodiscard]] std::int64_t length() const { return start(cells) - first; }
    // The same cells, one for one.
    [[nodiscard]] bool same_cells() const { return !uneven && ratio == 1; }
};

struct Placement {
    AxisPlacement x;
    AxisPlacement y;

    [[nodiscard]] Window window() const { return {x.first, y.first, x.length(), y.length()}; }
    [[nodiscard]] bool same_cells() const { return x.same_cells() && y.same_cells(); }
    // The raster's cells that hold `window`. Precondition: it lies inside window() and is not empty.
    [[nodiscard]] Window raster_cells(const Window& window) const {
        const std::int64_t col = x.cell_at(window.col);
        const std::int64_t row = y.cell_at(window.row);
        return {col, row, x.cell_at(window.end_col() - 1) + 1 - col, y.cell_at(window.end_row() - 1) + 1 - row};
    }
};

struct AnalysisGrid {
    Grid grid;
    std::vector<Placement> placements;  // parallel to the rasters given
};

// The rectilinear refinement of all rasters: the column and row lines of all of them, over all of them together. Where
// every raster's lines are lines of the finest columns and the finest rows, the cells are equal; otherwise the grid is
// uneven. Throws an Error of kind `input` when a raster does not overlap the first one. Precondition: at least one
// raster.
[[nodiscard]] AnalysisGrid merge_grids(std::span<const NamedGrid> rasters);

// The analysis grid cut down to `window`, given in its own cells.
[[nodiscard]] AnalysisGrid cut_to(const AnalysisGrid& analysis, const Window& window);

}  // namespace papar
