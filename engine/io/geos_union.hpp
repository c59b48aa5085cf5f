// Polygons united by GEOS.
#pragma once

#include "engine/zones/zone.hpp"

#include <optional>
#include <span>

namespace papar {

// All the polygons of `shapes`, each shape valid by itself, as one shape without inner borders (GEOSUnaryUnion). Empty
// shapes add nothing. The same input gives the same bits. Thread-safe. Throws Error(failed) when GEOS gives up.
[[nodiscard]] Shape united(std::span<const Shape* const> shapes);

// Nothing when GEOS finds the shape a valid multipolygon; otherwise the union of its polygons, each valid by itself.
[[nodiscard]] std::optional<Shape> united_if_invalid(const Shape& shape);

}  // namespace papar
