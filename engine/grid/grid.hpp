// Where cells are: a north-up grid of rectangular cells in one CRS.
#pragma once

#include "engine/grid/grid_lines.hpp"

#include <cmath>
#include <cstdint>
#include <memory>

namespace papar {

struct Grid {
    double x0 = 0;  // west edge of column 0, in CRS units
    double y0 = 0;  // north edge of row 0, in CRS units
    double dx = 1;  // cell width, > 0
    double dy = 1;  // cell height, > 0; y falls as the row number rises
    std::int64_t cols = 0;
    std::int64_t rows = 0;
    // Where the cells are not equal (an analysis grid whose rasters do not nest): the lines, in steps of dx and dy.
    // Both or none; a raster's own grid has none.
    std::shared_ptr<const GridLines> col_lines = nullptr;
    std::shared_ptr<const GridLines> row_lines = nullptr;

    [[nodiscard]] bool uneven() const { return col_lines != nullptr; }

    // Position of a point in cells: 0 is the west (north) edge of the first cell. The origin is
    // subtracted before dividing, so that large coordinates keep their precision.
    [[nodiscard]] double col_of(double x) const {
        const double steps = steps_east(x);
        return uneven() ? col_lines->cells_of(steps) : steps;
    }
    [[nodiscard]] double row_of(double y) const {
        const double steps = (y0 - y) / dy;
        return uneven() ? row_lines->cells_of(steps) : steps;
    }
    [[nodiscard]] double x_of(double col) const { return x0 + (uneven() ? col_lines->steps_of(col) : col) * dx; }
    [[nodiscard]] double y_of(double row) const { return y0 - (uneven() ? row_lines->steps_of(row) : row) * dy; }

    // Position in steps of dx: on an uneven grid straight lines are straight in steps, not in cells.
    [[nodiscard]] double steps_east(double x) const { return (x - x0) / dx; }

    // The grid of equal cells, one step wide and high, that begins at the same corner and covers this one.
    [[nodiscard]] Grid frame() const {
        if (!uneven()) {
            return *this;
        }
        constexpr double rounding = 1e-6;  // of a step: no cell for it
        return {x0,
                y0,
                dx,
                dy,
                static_cast<std::int64_t>(std::ceil(col_lines->length() - rounding)),
                static_cast<std::int64_t>(std::ceil(row_lines->length() - rounding)),
                nullptr,
                nullptr};
    }

    bool operator==(const Grid& other) const {
        const auto same_lines = [](const auto& a, const auto& b) { return a && b ? *a == *b : a == b; };
        return x0 == other.x0 && y0 == other.y0 && dx == other.dx && dy == other.dy && cols == other.cols &&
               rows == other.rows && same_lines(col_lines, other.col_lines) && same_lines(row_lines, other.row_lines);
    }
};

}  // namespace papar
