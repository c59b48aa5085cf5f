// Zones with one and the same shape.
#pragma once

#include "engine/zones/zone_layer.hpp"

#include <cstdint>
#include <vector>

namespace papar {

// Groups of two or more zones whose polygons have the same vertices, bit for bit: wherever a ring begins, whichever way
// it runs, in whatever order rings and polygons stand. Each group rising, groups by their first zone.
[[nodiscard]] std::vector<std::vector<std::uint32_t>> same_shapes(const ZoneLayer& layer);

}  // namespace papar
