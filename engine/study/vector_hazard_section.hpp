// A [[hazard]] of kind "polygons" or "buffers".
#pragma once

#include "engine/study/section.hpp"
#include "engine/study/study.hpp"

namespace papar {

// Fills what is particular to these kinds: `vector` (but its path) and `classes`.
void read_vector_hazard(const Section& section, HazardSettings& hazard);

}  // namespace papar
