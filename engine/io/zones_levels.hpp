// The levels above the zones: which area of each level a zone belongs to.
#pragma once

#include "engine/base/finding.hpp"
#include "engine/io/zones_features.hpp"

#include <deque>
#include <vector>

namespace papar {

// One level for each of `file.levels`; the areas of a level stand in the order of their first zones. A zone whose level
// code is empty, or whose own code is shorter than the prefix or stands in, belongs to no area. Findings, each naming
// the first few: `level.no_area` (zones in no area), `level.names` (areas with several names; the first counts),
// `level.split` (areas of which a coarser level's areas share the zones). Throws Error(input) for a level without any
// area.
[[nodiscard]] std::vector<ZoneLevel> zone_levels(const std::deque<ZoneFeature>& zones, const ZonesLayerFile& file,
                                                 Findings& findings);

}  // namespace papar
