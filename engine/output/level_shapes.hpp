// The shapes of the areas of the levels.
#pragma once

#include "engine/zones/zone_layer.hpp"

#include <vector>

namespace papar {

// The union of each area's zones, in the zone layer's CRS; parallel to the levels and their areas. In parallel. Throws
// Error(failed) when GEOS gives up.
[[nodiscard]] std::vector<std::vector<Shape>> level_shapes(const ZoneLayer& layer);

}  // namespace papar
