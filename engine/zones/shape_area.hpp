// The part of a shape that lies beyond the grid.
#pragma once

#include "engine/base/fixed_sum.hpp"
#include "engine/grid/cell_area.hpp"
#include "engine/grid/grid.hpp"
#include "engine/zones/zone.hpp"

namespace papar {

// Area of the shape outside the grid, in m2, given its area inside: exactly 0 for a shape that lies within the grid,
// else its whole area, summed row by row as on a grid that goes on beyond its edges, less `inside`. On a
// projected grid the scale of the shape's middle column (held at the grid's edge) serves for the whole row.
[[nodiscard]] AreaM2 area_outside(const Shape& shape, const Grid& grid, const CellArea& cell_area, AreaM2 inside);

}  // namespace papar
