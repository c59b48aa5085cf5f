#include "engine/zones/single_polygon.hpp"

namespace papar {

Shape single_polygon(const Shape& shape, const PolygonRings& polygon) {
    Shape single;
    for (std::size_t r = polygon.first; r < polygon.first + polygon.count; ++r) {
        const Ring& ring = shape.rings[r];
        const auto first = shape.vertices.begin() + static_cast<std::ptrdiff_t>(ring.first);
        single.rings.push_back({single.vertices.size(), ring.count, ring.hole});
        single.vertices.insert(single.vertices.end(), first, first + static_cast<std::ptrdiff_t>(ring.count));
    }
    single.polygons.push_back({0, polygon.count});
    return single;
}

}  // namespace papar
