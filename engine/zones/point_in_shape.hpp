// Whether a point lies in a shape.
#pragma once

#include "engine/zones/zone.hpp"

namespace papar {

// Above 0 where the point is left of the way from `low` to `high`, below 0 right of it, 0 on its line but for rounding.
// Exactly 0 at the ends, and along edges parallel to an axis.
[[nodiscard]] inline double turn(const Vertex& low, const Vertex& high, const Vertex& point) {
    return (high.x - low.x) * (point.y - low.y) - (point.x - low.x) * (high.y - low.y);
}

// By the parity of the edges west of the point, all rings alike. On the border the answer may be either. Precondition:
// a valid shape.
[[nodiscard]] bool contains(const Shape& shape, const Vertex& point);

}  // namespace papar
