// Zones cut into parts that do not overlap, where the study says what becomes of an overlap.
#pragma once

#include "engine/zones/zone_layer.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace papar {

// Every place that some zone covers lies in exactly one part. The parts are a layer like any other: they are overlaid,
// and their figures are handed to their owners; see overlay/combine_parts.hpp.
struct ZoneParts {
    ZoneLayer layer;                                 // the parts; first the zones' own, in the zones' order
    std::vector<std::vector<std::uint32_t>> owners;  // of each part: zones, rising; several share it equally
};

}  // namespace papar
