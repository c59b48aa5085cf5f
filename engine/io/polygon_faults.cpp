#include "engine/io/polygon_faults.hpp"

#include "engine/io/geos_session.hpp"
#include "engine/zones/single_polygon.hpp"

#include <optional>
#include <utility>

namespace papar {

std::vector<PolygonFault> polygon_faults(const Shape& shape, const Shape& repaired) {
    const GeosSession geos;
    std::vector<PolygonFault> faults;
    for (const PolygonRings& polygon : shape.polygons) {
        Shape drawn = single_polygon(shape, polygon);
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
