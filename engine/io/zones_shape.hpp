// A feature's geometry as a Shape.
#pragma once

#include "engine/io/ogr_handles.hpp"
#include "engine/zones/zone.hpp"

#include <cstddef>
#include <string>

namespace papar {

struct RawShape {
    Shape shape;                   // as in the file: closed rings, otherwise unchecked
    Vertex low, high;              // its box; meaningless when the shape is empty
    std::size_t closed_rings = 0;  // rings whose last vertex did not repeat the first
    std::size_t other_parts = 0;   // points and lines of a geometry collection, left out
};

// Polygons and multipolygons of any dimension (Z and M are dropped), curved ones linearised by OGR's default step, and
// the polygons of a geometry collection. NULL and empty geometries give an empty shape. Throws Error(input),
// beginning with `subject`, for any other type and for coordinates that are not finite or beyond 1e15.
[[nodiscard]] RawShape shape_of(OGRGeometryH geometry, const std::string& subject);

}  // namespace papar
