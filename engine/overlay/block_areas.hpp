// True areas of a block's cells.
#pragma once

#include "engine/grid/cell_area.hpp"
#include "engine/grid/window.hpp"
#include "engine/overlay/tally.hpp"

namespace papar {

[[nodiscard]] BlockAreas block_areas(const CellArea& cell_area, const Grid& grid, const Window& window);

}  // namespace papar
