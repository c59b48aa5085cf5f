// Which way a ring runs. Files keep no rule, so every ring is turned by its own signed area.
#pragma once

#include "engine/zones/zone.hpp"

namespace papar {

// +1 where the ring's edges, taken in file order with heights counted positive southwards, make the polygon's area
// positive; -1 where they must be turned; 0 for a ring without area, which has no direction.
[[nodiscard]] int inside_sign(const Shape& shape, const Ring& ring);

}  // namespace papar
