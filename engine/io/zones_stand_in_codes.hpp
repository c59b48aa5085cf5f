// Codes for features whose code column is empty.
#pragma once

#include "engine/base/finding.hpp"
#include "engine/io/zones_features.hpp"

#include <deque>

namespace papar {

// The number of the feature stands in, with underscores before it where a feature has that number for a code. Finding:
// `zones.code_missing`. Precondition: the layer has a code column.
void give_stand_in_codes(std::deque<ZoneFeature>& features, const ZonesLayerFile& file, Findings& findings);

}  // namespace papar
