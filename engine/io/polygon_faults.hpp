// What makes a shape invalid, polygon by polygon.
#pragma once

#include "engine/zones/zone.hpp"

#include <string>
#include <vector>

namespace papar {

struct PolygonFault {
    std::string reason;  // in GEOS's words: "Self-intersection", "Nested shells"
    Vertex place;        // where GEOS noticed it first
    Shape drawn;         // the polygon as it came
    Shape repaired;      // by structure; see geos_repair.hpp
};

// Of an invalid shape with closed rings, which `repaired` replaced: one fault for each of its polygons that is invalid
// by itself. Where none is, one for the whole: its polygons overlap or lie in each other. Thread-safe. Throws
// Error(failed) when GEOS gives up.
[[nodiscard]] std::vector<PolygonFault> polygon_faults(const Shape& shape, const Shape& repaired);

}  // namespace papar
