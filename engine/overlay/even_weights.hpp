// People spread by area: the weights of zones in which nothing else weighs anything.
#pragma once

#include "engine/base/progress.hpp"
#include "engine/overlay/overlay.hpp"

#include <vector>

namespace papar {

// Weights by area are in km2, whatever stands for people.
inline constexpr float even_density = 1;
inline constexpr PopulationUnit even_unit = PopulationUnit::per_km2;

// The part of a zone outside the analysis grid weighs its area too, and has no hazard data. So has a zone without any
// area, which has nothing else to put its people on.
void add_area_outside(ZoneFigures& weights);

// The figures of all zones, with area for people.
[[nodiscard]] std::vector<ZoneFigures> even_weights(const OverlayInput& input, const ProgressCallback& progress);

}  // namespace papar
