#include "engine/io/geos_repair.hpp"

#include "engine/io/geos_session.hpp"

namespace papar {

std::optional<Shape> repaired_if_invalid(const Shape& shape) {
    const GeosSession geos;
    bool complete = true;
    const GeosSession::Geometry raw = geos.multipolygon(shape, complete);
    if (complete && geos.valid(raw.get())) {
        return std::nullopt;
    }
    return geos.shape_of(geos.made_valid(raw.get()).get());
}

}  // namespace papar
