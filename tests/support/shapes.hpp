// Shapes written down in a test.
#pragma once

#include "engine/zones/zone_layer.hpp"

#include <string>
#include <utility>
#include <vector>

namespace papar::test {

using RingPoints = std::vector<Vertex>;         // open: the first vertex is not repeated
using PolygonPoints = std::vector<RingPoints>;  // shell, then holes
using MultiPolygonPoints = std::vector<PolygonPoints>;

inline Shape shape_of(const MultiPolygonPoints& polygons) {
    Shape shape;
    for (const PolygonPoints& polygon : polygons) {
        shape.polygons.push_back({shape.rings.size(), polygon.size()});
        for (std::size_t r = 0; r < polygon.size(); ++r) {
            shape.rings.push_back({shape.vertices.size(), polygon[r].size() + 1, r > 0});
            shape.vertices.insert(shape.vertices.end(), polygon[r].begin(), polygon[r].end());
            shape.vertices.push_back(polygon[r].front());
        }
    }
    return shape;
}

inline ZoneLayer layer_of(std::vector<Shape> shapes) {
    ZoneLayer layer;
    layer.name = "zones";
    for (Shape& shape : shapes) {
        const std::string code = std::to_string(layer.zones.size() + 1);
        layer.zones.push_back({code, "Zone " + code, std::move(shape)});
    }
    return layer;
}

inline RingPoints rectangle(double west, double south, double east, double north) {
    return {{west, south}, {east, south}, {east, north}, {west, north}};
}

}  // namespace papar::test
