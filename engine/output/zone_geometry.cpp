#include "engine/output/zone_geometry.hpp"

#include <cstddef>

namespace papar {
namespace {

// OGR takes a whole ring at once, as pairs of doubles: what Vertex is.
static_assert(sizeof(OGRRawPoint) == sizeof(Vertex) && offsetof(OGRRawPoint, x) == offsetof(Vertex, x) &&
              offsetof(OGRRawPoint, y) == offsetof(Vertex, y));

[[nodiscard]] std::unique_ptr<OGRLinearRing> ogr_ring(const Shape& shape, const Ring& ring) {
    auto result = std::make_unique<OGRLinearRing>();
    result->setPoints(static_cast<int>(ring.count),
                      reinterpret_cast<const OGRRawPoint*>(shape.vertices.data() + ring.first));
    return result;
}

}  // namespace

std::unique_ptr<OGRMultiPolygon> ogr_geometry(const Shape& shape) {
    if (shape.empty()) {
        return nullptr;
    }
    auto result = std::make_unique<OGRMultiPolygon>();
    for (const PolygonRings& rings : shape.polygons) {
        auto polygon = std::make_unique<OGRPolygon>();
        for (std::size_t i = rings.first; i < rings.first + rings.count; ++i) {
            polygon->addRingDirectly(ogr_ring(shape, shape.rings[i]).release());
        }
        result->addGeometryDirectly(polygon.release());
    }
    return result;
}

}  // namespace papar
