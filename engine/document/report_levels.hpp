// Which areas the tables of a chapter have as rows.
#pragma once

#include "engine/zones/zone_layer.hpp"

#include <cstddef>
#include <optional>

namespace papar {

// The level whose areas are the rows of the tables, as an index into the layer's levels: the one just above the zones,
// which is kecamatan above desa. None: the zones themselves, where the study names no level, or where the level above
// them is a kabupaten or province by its id ("kabupaten", "kota", "kabkota", "provinsi", ...): then the zones are
// kecamatan.
[[nodiscard]] std::optional<std::size_t> table_level(const ZoneLayer& layer);

}  // namespace papar
