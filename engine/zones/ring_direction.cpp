#include "engine/zones/ring_direction.hpp"

namespace papar {

int inside_sign(const Shape& shape, const Ring& ring) {
    // Shoelace about the first vertex: coordinates may be large.
    const Vertex* v = shape.vertices.data() + ring.first;
    double twice_area = 0;
    for (std::size_t i = 1; i + 1 < ring.count; ++i) {
        twice_area += (v[i].x - v[0].x) * (v[i + 1].y - v[0].y) - (v[i].y - v[0].y) * (v[i + 1].x - v[0].x);
    }
    // A counter-clockwise shell runs south along its west side.
    const int direction = twice_area > 0 ? 1 : twice_area < 0 ? -1 : 0;
    return ring.hole ? -direction : direction;
}

}  // namespace papar
