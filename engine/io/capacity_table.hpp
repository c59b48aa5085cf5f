// Capacity by zone: one figure for all, or a table by code.
#pragma once

#include "engine/base/finding.hpp"
#include "engine/io/exposure_settings.hpp"
#include "engine/zones/zone_capacity.hpp"
#include "engine/zones/zone_layer.hpp"

#include <filesystem>
#include <vector>

namespace papar {

struct CapacityRead {
    std::vector<ZoneCapacity> zones;  // parallel to the zones
    Findings findings;
    std::vector<std::filesystem::path> files;
};

// A row's code is that of a zone, or of an area of a level, for all its zones; a zone's own row comes first, then that
// of the finest level. An empty cell is not known. Zones without a row, zones without both parts, and rows without a
// zone are findings. Throws an Error of kind `input`, naming file, row and column, for a figure that is no number or
// outside 0 to 1, and for a code that stands in two rows.
[[nodiscard]] CapacityRead read_capacity(const CapacityInput& input, const ZoneLayer& zones);

}  // namespace papar
