// The population of one block, as people per analysis cell.
#pragma once

#include "engine/grid/placed_reader.hpp"
#include "engine/io/input_settings.hpp"
#include "engine/overlay/tally.hpp"

#include <string>

namespace papar {

// A count is shared out among finer cells, a density holds in all of them.
[[nodiscard]] inline CellSplit population_split(PopulationUnit unit) {
    return unit == PopulationUnit::count ? CellSplit::share : CellSplit::repeat;
}

// Turns a density into people, by the true area of each cell.
void to_people(CellBlock& block, PopulationUnit unit, const BlockAreas& areas);

// No data is nobody.
void empty_to_zero(CellBlock& people);

}  // namespace papar
