// What a reader of the result must know about the zone layer.
#pragma once

#include "engine/base/finding.hpp"
#include "engine/io/zones_features.hpp"

#include <deque>
#include <string>

namespace papar {

// Adds `zones.empty`, `zones.rings_closed`, `zones.parts_left_out`, `zones.repaired`: at most one finding of each,
// naming the first few zones. `ellipsoidal` says which areas the features carry.
void zone_findings(const std::deque<ZoneFeature>& features, const ZonesLayerFile& file, bool ellipsoidal,
                   Findings& findings);

}  // namespace papar
