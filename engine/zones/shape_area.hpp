// The part of a shape that lies beyond the grid.
#pragma once

#include "engine/base/fixed_sum.hpp"
#include "engine/grid/cell_area.hpp"
#include "engine/grid/grid.hpp"
#include "engine/zones/zone.hpp"

namespace papar {

// Area of the shape outside the grid, in m2: exactly 0 for a shape that lies within it. Summed over the strips west,
// east, north and south of the grid as on a grid that goes on. On a projected grid the scale of the nearest edge of the
// grid serves there: good close by, a rough figure far away.
[[nodiscard]] AreaM2 area_outside(const Shape& shape, const Grid& grid, const CellArea& cell_area);

}  // namespace papar
