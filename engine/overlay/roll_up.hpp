// From zones to the levels above them: every figure of an area is the exact sum of its zones' figures.
#pragma once

#include "engine/overlay/statistics.hpp"
#include "engine/zones/zone_layer.hpp"

namespace papar {

// Fills `result.levels` from `result.zones` as they stand: whatever changes the zones' figures comes before. Sums are
// added in fixed point, so that they are exact; rounding for print comes last. A zone in no area of a level is in none
// of its sums: finding `level.people_in_no_area`.
void roll_up(const ZoneLayer& layer, OverlayResult& result);

// All zones together, summed as an area of a level is.
[[nodiscard]] ZoneFigures all_zones(const OverlayResult& result);

}  // namespace papar
