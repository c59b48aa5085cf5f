// The borders of many features with every vertex and every segment once, whatever the number of features they bound.
#pragma once

#include "engine/tiles/arc_points.hpp"
#include "engine/zones/zone.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace papar {

// What the coordinates of shapes are.
enum class MapCoordinates {
    degrees,         // longitude, latitude on WGS 84
    mercator_metres  // EPSG:3857
};

// The place in the world square of Web Mercator: x from 0 in the west to 1 in the east, y from 0 in the north. Beyond
// 85.0511 degrees of latitude: at the edge.
[[nodiscard]] Vertex world_place(const Vertex& v, MapCoordinates coordinates);

struct SharedSegments {
    struct Segment {
        std::uint32_t a = 0, b = 0;    // vertices, a < b
        std::uint32_t first_side = 0;  // in `sides`; they end where the next segment's begin
    };
    struct Side {
        std::uint32_t feature = 0;
        std::int32_t sign = 1;  // +1: the feature lies on the right of the way from a to b as seen on the map
    };
    struct RingPart {
        std::uint32_t segment = 0;
        std::int32_t sign = 1;  // +1: the ring runs from a to b
    };
    struct RingParts {
        std::uint32_t feature = 0;
        std::size_t first = 0, count = 0;  // in `ring_parts`
    };

    std::vector<Vertex> vertices;   // world places, rising by x, then y
    std::vector<Segment> segments;  // rising by a, then b
    std::vector<Side> sides;
    std::vector<RingPart> ring_parts;
    std::vector<RingParts> rings;  // those with area
    std::size_t features = 0;

    [[nodiscard]] std::span<const Side> sides_of(std::size_t segment) const {
        const std::size_t end = segment + 1 < segments.size() ? segments[segment + 1].first_side : sides.size();
        return {sides.data() + segments[segment].first_side, end - segments[segment].first_side};
    }
};

// Feature i is shapes[i]; shapes may overlap. Vertices are shared where they have the same bits; those that differ
// slightly meet on the integer grid. Rings may run in any direction: Ring::hole says what they are. Rings without area
// are left out. Precondition: valid shapes, fewer than 2^32 vertices. Throws Error(input) for a coordinate that is not
// finite.
[[nodiscard]] SharedSegments shared_segments(std::span<const Shape* const> shapes, MapCoordinates coordinates);

}  // namespace papar
