// The border report of a zone layer.
#pragma once

#include "engine/io/zone_overlaps.hpp"
#include "engine/io/zones_file.hpp"
#include "engine/zones/border_report.hpp"
#include "engine/zones/border_settings.hpp"

#include <vector>

namespace papar {

// Gaps and overlaps up to this are rounding: a border of 10 km drawn twice to 0.1 mm shares as much.
inline constexpr double smallest_defect_m2 = 1;

// Everything but the people. Runs in parallel; the same for any number of threads. Throws Error(failed) when GEOS gives
// up.
[[nodiscard]] BorderReport inspect_borders(const ZonesRead& zones, const OpenEdges& open,
                                           const std::vector<ZoneOverlap>& overlaps, const BorderSettings& settings);

}  // namespace papar
