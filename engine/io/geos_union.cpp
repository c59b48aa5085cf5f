#include "engine/io/geos_union.hpp"

#include "engine/io/geos_session.hpp"

namespace papar {

Shape united(std::span<const Shape* const> shapes) {
    const GeosSession geos;
    std::vector<GeosSession::Geometry> parts;
    for (const Shape* shape : shapes) {
        parts.push_back(geos.multipolygon(*shape));
    }
    return geos.shape_of(geos.united(geos.collection(std::move(parts)).get()).get());
}

std::optional<Shape> united_if_invalid(const Shape& shape) {
    const GeosSession geos;
    const GeosSession::Geometry raw = geos.multipolygon(shape);
    if (geos.valid(raw.get())) {
        return std::nullopt;
    }
    return geos.shape_of(geos.united(raw.get()).get());
}

}  // namespace papar
