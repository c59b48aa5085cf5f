// The population of one block, as people per analysis cell.
#pragma once

#include "engine/grid/raster_source.hpp"
#include "engine/io/input_settings.hpp"
#include "engine/overlay/tally.hpp"

#include <string>

namespace papar {

// Turns a density into people, by the true area of each cell.
void to_people(CellBlock& block, PopulationUnit unit, const BlockAreas& areas);

// Throws an Error of kind `input` naming the first negative cell. `window` is the block's place in `grid`.
void refuse_negative(const CellBlock& people, const std::string& name, const Grid& grid, const Window& window);

// No data is nobody.
void empty_to_zero(CellBlock& people);

}  // namespace papar
