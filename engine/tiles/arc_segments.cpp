#include "engine/tiles/arc_segments.hpp"

#include "engine/base/error.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>
#include <utility>

namespace papar {
namespace {

constexpr double half_world_m = 20037508.342789244;  // pi * 6378137: EPSG:3857

bool before(const Vertex& a, const Vertex& b) {
    return a.x != b.x ? a.x < b.x : a.y < b.y;
}

double twice_area_of(const Shape& shape, const Ring& ring, MapCoordinates coordinates) {
    double sum = 0;
    const Vertex origin = world_place(shape.vertices[ring.first], coordinates);
    for (std::size_t i = ring.first + 1; i < ring.first + ring.count; ++i) {
        const Vertex p = world_place(shape.vertices[i - 1], coordinates);
        const Vertex q = world_place(shape.vertices[i], coordinates);
        sum += (p.x - origin.x) * (q.y - origin.y) - (q.x - origin.x) * (p.y - origin.y);
    }
    return sum;
}

struct DrawnSegment {
    std::uint32_t a, b;
    std::uint32_t feature;
    std::int32_t sign;  // of the feature's side
    std::size_t part;   // in ring_parts
};

void share(std::vector<DrawnSegment>& drawn, SharedSegments& shared) {
    std::sort(drawn.begin(), drawn.end(), [](const DrawnSegment& l, const DrawnSegment& r) {
        return std::tie(l.a, l.b, l.feature, l.part) < std::tie(r.a, r.b, r.feature, r.part);
    });
    for (const DrawnSegment& d : drawn) {
        if (shared.segments.empty() || shared.segments.back().a != d.a || shared.segments.back().b != d.b) {
            shared.segments.push_back({d.a, d.b, static_cast<std::uint32_t>(shared.sides.size())});
        }
        shared.sides.push_back({d.feature, d.sign});
        shared.ring_parts[d.part].segment = static_cast<std::uint32_t>(shared.segments.size() - 1);
    }
}

}  // namespace

Vertex world_place(const Vertex& v, MapCoordinates coordinates) {
    if (coordinates == MapCoordinates::mercator_metres) {
        return {std::clamp(v.x / (2 * half_world_m) + 0.5, 0.0, 1.0),
                std::clamp(0.5 - v.y / (2 * half_world_m), 0.0, 1.0)};
    }
    const double sine = std::sin(std::clamp(v.y, -89.9, 89.9) * std::numbers::pi / 180);
    return {std::clamp(v.x / 360 + 0.5, 0.0, 1.0),
            std::clamp(0.5 - std::atanh(sine) / (2 * std::numbers::pi), 0.0, 1.0)};
}

SharedSegments shared_segments(std::span<const Shape* const> shapes, MapCoordinates coordinates) {
    SharedSegments shared;
    shared.features = shapes.size();
    std::size_t vertices = 0;
    for (const Shape* shape : shapes) {
        vertices += shape->vertices.size();
    }
    shared.vertices.reserve(vertices);
    for (std::size_t feature = 0; feature < shapes.size(); ++feature) {
        for (const Vertex& v : shapes[feature]->vertices) {
            if (!std::isfinite(v.x) || !std::isfinite(v.y)) {
                throw error(ErrorKind::input,
                            "map tiles: feature {} has a coordinate that is not a number ({}, {}); repair the layer",
                            feature + 1, v.x, v.y);
            }
            shared.vertices.push_back(world_place(v, coordinates));
        }
    }
    std::sort(shared.vertices.begin(), shared.vertices.end(), before);
    shared.vertices.erase(std::unique(shared.vertices.begin(), shared.vertices.end()), shared.vertices.end());

    std::vector<DrawnSegment> drawn;
    drawn.reserve(vertices);
    shared.ring_parts.reserve(vertices);
    for (std::size_t feature = 0; feature < shapes.size(); ++feature) {
        const Shape& shape = *shapes[feature];
        const auto index_of = [&](std::size_t i) {
            const Vertex place = world_place(shape.vertices[i], coordinates);
            return static_cast<std::uint32_t>(
                std::lower_bound(shared.vertices.begin(), shared.vertices.end(), place, before) -
                shared.vertices.begin());
        };
        for (const Ring& ring : shape.rings) {
            const double area = ring.count < 4 ? 0 : twice_area_of(shape, ring, coordinates);
            if (area == 0) {
                continue;
            }
            const std::int32_t turn = (area > 0) != ring.hole ? 1 : -1;
            const std::size_t first = shared.ring_parts.size();
            std::uint32_t from = index_of(ring.first);
            for (std::size_t i = ring.first + 1; i < ring.first + ring.count; ++i) {
                const std::uint32_t to = index_of(i);
                if (to != from) {
                    const std::int32_t along = from < to ? 1 : -1;
                    drawn.push_back({std::min(from, to), std::max(from, to), static_cast<std::uint32_t>(feature),
                                     along * turn, shared.ring_parts.size()});
                    shared.ring_parts.push_back({0, along});
                }
                from = to;
            }
            shared.rings.push_back({static_cast<std::uint32_t>(feature), first, shared.ring_parts.size() - first});
        }
    }
    share(drawn, shared);
    return shared;
}

}  // namespace papar
