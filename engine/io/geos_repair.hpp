// Validity by the letter of OGC Simple Features, and repair, by GEOS.
#pragma once

#include "engine/zones/zone.hpp"

#include <optional>

namespace papar {

// Nothing when GEOS finds the shape valid. Otherwise the shape made valid by structure (GEOSMakeValidWithParams,
// method "structure"): shells are united, holes taken out of them; pieces without area disappear, and the result
// may be empty. Thread-safe. Throws Error(failed) when GEOS gives up. Precondition: finite coordinates, closed rings.
[[nodiscard]] std::optional<Shape> repaired_if_invalid(const Shape& shape);

}  // namespace papar
