#include "engine/io/polygon_faults.hpp"

#include "engine/io/geos_session.hpp"

#include <optional>
#include <utility>

namespace papar {

namespace {

Shape polygon_of(const Shape& shape, const PolygonRings& polygon) {
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

}  // namespace

std::vector<PolygonFault> polygon_faults(const Shape& shape, const Shape& repaired) {
    const GeosSession geos;
    std::vector<PolygonFault> faults;
    for (const PolygonRings& polygon : shape.polygons) {
        Shape drawn = polygon_of(shape, polygon);
        bool complete = true;
        const GeosSession::Geometry geometry = geos.multipolygon(drawn, complete);
        std::optional<GeosSession::Invalid> invalid = geos.why_invalid(geometry.get());
        if (!invalid && !complete) {
            invalid = GeosSession::Invalid{"Too few points in ring", drawn.vertices.front()};
        }
        if (invalid) {
            Shape valid = geos.shape_of(geos.made_valid(geometry.get()).get());
            faults.push_back({std::move(invalid->reason), invalid->place, std::move(drawn), std::move(valid)});
        }
    }
    if (faults.empty()) {
        bool complete = true;
        const GeosSession::Geometry geometry = geos.multipolygon(shape, complete);
        if (std::optional<GeosSession::Invalid> invalid = geos.why_invalid(geometry.get())) {
            faults.push_back({std::move(invalid->reason), invalid->place, shape, repaired});
        }
    }
    return faults;
}

}  // namespace papar
