// How the area of a small quadrilateral is shared out among the cells of a grid.
#pragma once

#include "engine/grid/window.hpp"

#include <array>
#include <cstdint>
#include <vector>

namespace papar {

// A place in the cells of a grid: 0 is the west (north) edge of the first cell.
struct CellPosition {
    double col = 0;
    double row = 0;
};

using Quad = std::array<CellPosition, 4>;  // corners in order, either way round

struct CellShare {
    std::int64_t col = 0;
    std::int64_t row = 0;
    double share = 0;  // of the quadrilateral's area, > 0
};

// Fills `shares` with the cells of `window` that the quadrilateral touches, by row and column. Over all cells the
// shares sum to 1 within rounding; each depends on the quadrilateral only, not on the window. Nothing for one without
// area.
void share_out(const Quad& quad, const Window& window, std::vector<CellShare>& shares);

}  // namespace papar
