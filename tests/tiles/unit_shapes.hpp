// Shapes given in units of the integer grid of a zoom.
#pragma once

#include "engine/tiles/arc_points.hpp"
#include "engine/tiles/arc_segments.hpp"

#include "tests/support/shapes.hpp"

#include <cmath>
#include <vector>

namespace papar::test {

// From units (y southwards) to EPSG:3857: the world's side is 2 pi 6378137 m.
inline Shape in_metres(Shape shape, int zoom) {
    const double world = 2 * 20037508.342789244, units = std::ldexp(4096.0, zoom);
    for (Vertex& v : shape.vertices) {
        v = {(v.x / units - 0.5) * world, (0.5 - v.y / units) * world};
    }
    return shape;
}

inline SharedSegments segments_of(const std::vector<MultiPolygonPoints>& features, int zoom) {
    std::vector<Shape> shapes;
    for (const MultiPolygonPoints& feature : features) {
        shapes.push_back(in_metres(shape_of(feature), zoom));
    }
    std::vector<const Shape*> refs;
    for (const Shape& shape : shapes) {
        refs.push_back(&shape);
    }
    return shared_segments(refs, MapCoordinates::mercator_metres);
}

}  // namespace papar::test
