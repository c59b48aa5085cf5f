// Several features with one code are one zone.
#pragma once

#include "engine/base/finding.hpp"
#include "engine/io/zones_features.hpp"

#include <deque>

namespace papar {

// One feature a code, in the order of each code's first feature, which gives the name and the levels. Its shape holds
// the polygons of all; where these overlap or share a border they are united by GEOS, so that a place counts once.
// Findings: `zones.joined`, `zones.joined_names`, `zones.joined_levels`. In parallel. Throws Error(failed) when GEOS
// gives up.
[[nodiscard]] std::deque<ZoneFeature> join_features(std::deque<ZoneFeature> features, const ZonesLayerFile& file,
                                                    const PolygonArea& area, Findings& findings);

}  // namespace papar
