// Which cells points and lines lie in, on even and uneven grids.
#pragma once

#include "engine/grid/grid.hpp"
#include "engine/zones/zone.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace papar {

struct Cell {
    std::int32_t row = 0;
    std::int32_t col = 0;
    bool operator==(const Cell&) const = default;
};

// A point on a line between cells lies in the eastern and the southern one; on the grid's own east and south edge in
// the last. Nothing more than 1e-6 of a step outside the grid.
[[nodiscard]] std::optional<Cell> cell_holding(const Grid& grid, const Vertex& point);

// A stretch of a segment in one cell, in shares of the segment.
struct CellStretch {
    Cell cell;
    double from = 0;
    double to = 0;
};

// The stretches of [from, to] of the straight segment from a to b that lie in the grid, in their order. Each begins
// where the one before ends; a stretch shorter than 1e-12 of the segment goes to the one after it. Along a line between
// cells the rule for points holds.
[[nodiscard]] std::vector<CellStretch> cells_along(const Grid& grid, const Vertex& a, const Vertex& b, double from,
                                                   double to);

}  // namespace papar
