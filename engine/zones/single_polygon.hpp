// One polygon of a multipolygon by itself.
#pragma once

#include "engine/zones/zone.hpp"

namespace papar {

// `polygon` is one of `shape.polygons`.
[[nodiscard]] Shape single_polygon(const Shape& shape, const PolygonRings& polygon);

}  // namespace papar
