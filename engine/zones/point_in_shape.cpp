#include "engine/zones/point_in_shape.hpp"

namespace papar {

bool contains(const Shape& shape, const Vertex& point) {
    bool inside = false;
    for (const Ring& ring : shape.rings) {
        const Vertex* v = shape.vertices.data() + ring.first;
        for (std::size_t i = 0; i + 1 < ring.count; ++i) {
            if ((v[i].y > point.y) == (v[i + 1].y > point.y)) {
                continue;
            }
            // From the lower end, whichever way the edge runs: neighbours give the same answer.
            const Vertex& low = v[i].y < v[i + 1].y ? v[i] : v[i + 1];
            const Vertex& high = v[i].y < v[i + 1].y ? v[i + 1] : v[i];
            inside = inside != (turn(low, high, point) < 0);
        }
    }
    return inside;
}

}  // namespace papar
