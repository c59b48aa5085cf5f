// Values that a hazard raster cannot mean: undeclared nodata, an index outside 0 to 1, codes the study does not name.
#pragma once

#include "engine/grid/raster_source.hpp"
#include "engine/overlay/hazard_classes.hpp"

#include <string>

namespace papar {

// An index may miss 0 and 1 by this much: rasters of 32-bit floats carry errors of that size.
inline constexpr double index_slack = 1e-6;

// Throws an Error of kind `input` naming the first cell that is a number commonly written for nodata (-9999, -32768,
// ...), an index below 0, or, for a hazard of class codes, neither a code of the study nor at or below its `no_hazard`.
// Gives the lowest value below 0, or 0. `window` is the block's place in `grid`.
double refuse_unfit_values(const CellBlock& hazard, const HazardClasses& classes, const std::string& name,
                           const Grid& grid, const Window& window);

// Throws the same for the first cell above 1. Precondition: the block holds one, and the hazard is an index.
[[noreturn]] void refuse_above_one(const CellBlock& hazard, const std::string& name, const Grid& grid,
                                   const Window& window);

}  // namespace papar
