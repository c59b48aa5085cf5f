#include "engine/zones/same_shapes.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace papar {

namespace {

using Points = std::vector<std::pair<double, double>>;
using Polygons = std::vector<std::vector<Points>>;

// From its lowest vertex on, in the direction whose second vertex is lower.
Points canonical(const Shape& shape, const Ring& ring) {
    Points points;
    for (std::size_t i = ring.first; i + 1 < ring.first + ring.count; ++i) {
        const Vertex& v = shape.vertices[i];
        if (points.empty() || points.back() != std::pair(v.x, v.y)) {
            points.emplace_back(v.x, v.y);
        }
    }
    std::rotate(points.begin(), std::min_element(points.begin(), points.end()), points.end());
    if (points.size() > 2 && points.back() < points[1]) {
        std::reverse(points.begin() + 1, points.end());
    }
    return points;
}

Polygons canonical(const Shape& shape) {
    Polygons polygons;
    for (const PolygonRings& polygon : shape.polygons) {
        std::vector<Points> rings;
        for (std::size_t r = polygon.first; r < polygon.first + polygon.count; ++r) {
            rings.push_back(canonical(shape, shape.rings[r]));
        }
        std::sort(rings.begin() + 1, rings.end());
        polygons.push_back(std::move(rings));
    }
    std::sort(polygons.begin(), polygons.end());
    return polygons;
}

// Equal shapes have equal keys: most others are told apart by them.
std::pair<std::size_t, Points> key_of(const Shape& shape) {
    Points extremes;
    const auto [west, east] =
        std::minmax_element(shape.vertices.begin(), shape.vertices.end(),
                            [](const Vertex& a, const Vertex& b) { return std::pair(a.x, a.y) < std::pair(b.x, b.y); });
    for (const Vertex& v : {*west, *east}) {
        extremes.emplace_back(v.x, v.y);
    }
    return {shape.polygons.size(), std::move(extremes)};
}

}  // namespace

std::vector<std::vector<std::uint32_t>> same_shapes(const ZoneLayer& layer) {
    std::map<std::pair<std::size_t, Points>, std::vector<std::uint32_t>> alike;
    for (std::size_t zone = 0; zone < layer.zones.size(); ++zone) {
        if (!layer.zones[zone].shape.empty()) {
            alike[key_of(layer.zones[zone].shape)].push_back(static_cast<std::uint32_t>(zone));
        }
    }
    std::vector<std::vector<std::uint32_t>> groups;
    for (const auto& [key, zones] : alike) {
        if (zones.size() < 2) {
            continue;
        }
        std::map<Polygons, std::vector<std::uint32_t>> same;
        for (const std::uint32_t zone : zones) {
            same[canonical(layer.zones[zone].shape)].push_back(zone);
        }
        for (const auto& [polygons, group] : same) {
            if (group.size() > 1) {
                groups.push_back(group);
            }
        }
    }
    std::sort(groups.begin(), groups.end());
    return groups;
}

}  // namespace papar
