// Whether a point lies in a shape.
#pragma once

#include "engine/zones/zone.hpp"

namespace papar {

// By the parity of the edges west of the point, all rings alike. On the border the answer may be either. Precondition:
// a valid shape.
[[nodiscard]] bool contains(const Shape& shape, const Vertex& point);

}  // namespace papar
