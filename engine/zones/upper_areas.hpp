// How two levels stand above each other.
#pragma once

#include "engine/zones/zone_layer.hpp"

namespace papar {

// For every area of `finer` the area of `coarser` that all its zones belong to; none where they do not agree.
[[nodiscard]] std::vector<std::optional<std::uint32_t>> upper_areas(const ZoneLevel& finer, const ZoneLevel& coarser);

}  // namespace papar
