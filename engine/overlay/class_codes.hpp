// Rasters of class codes: only the codes of the study may occur.
#pragma once

#include "engine/grid/raster_source.hpp"
#include "engine/overlay/hazard_classes.hpp"

#include <string>

namespace papar {

// For a hazard of kind `classes`, throws an Error of kind `input` naming the first cell that is neither a code of the
// study nor at or below its `no_hazard`. Other kinds pass. `window` is the block's place in `grid`.
void refuse_unknown_codes(const CellBlock& hazard, const HazardClasses& classes, const std::string& name,
                          const Grid& grid, const Window& window);

}  // namespace papar
