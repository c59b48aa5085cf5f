// The border report of a prepared study.
#pragma once

#include "engine/prepare.hpp"

namespace papar {

// The people in every defect: one pass over the blocks of the population that defects touch. Those of the population
// raster, also where the zones are then calibrated; a table of people by zone knows none.
void count_people_in_defects(const Study& study, const ProgressCallback& progress, Prepared& prepared);

// What a reader must know of the borders, and of what became of overlaps.
[[nodiscard]] Findings findings_on_borders(const Study& study, const Prepared& prepared);

}  // namespace papar
