// What the difference of a zone comes from, by exclusion.
#pragma once

#include "engine/compare/comparison.hpp"

namespace papar {

// Fills in the causes of every hazard of a zone. A recorded change counts as a cause unless the zone's own figures rule
// it out:
//   border      its shape is the same (its area, where the two layers have different coordinate systems);
//   population  its people are the same, and so are the people of every class or else the areas of classes differ;
//   hazard      the areas of its classes are the same.
// A change of the grid's settings is never ruled out; another version of a program counts only where nothing else does.
void attribute(const Comparison& comparison, ComparedZone& zone);

}  // namespace papar
