// Where cells are: a north-up grid of equal rectangular cells in one CRS.
#pragma once

#include <cstdint>

namespace papar {

struct Grid {
    double x0 = 0;  // west edge of column 0, in CRS units
    double y0 = 0;  // north edge of row 0, in CRS units
    double dx = 1;  // cell width, > 0
    double dy = 1;  // cell height, > 0; y falls as the row number rises
    std::int64_t cols = 0;
    std::int64_t rows = 0;

    // Position of a point in cells: 0 is the west (north) edge of the first cell. The origin is
    // subtracted before dividing, so that large coordinates keep their precision.
    [[nodiscard]] double col_of(double x) const { return (x - x0) / dx; }
    [[nodiscard]] double row_of(double y) const { return (y0 - y) / dy; }
    [[nodiscard]] double x_of(double col) const { return x0 + col * dx; }
    [[nodiscard]] double y_of(double row) const { return y0 - row * dy; }

    bool operator==(const Grid&) const = default;
};

}  // namespace papar
