// Points of the integer grid of one zoom, and exact arithmetic on them.
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace papar {

// Units across one tile, and the zooms for which every product below fits 64 bits: 4096 * 2^16 = 2^28 units across.
inline constexpr std::int32_t tile_extent = 4096;
inline constexpr int deepest_vector_zoom = 16;

// x counts eastwards, y southwards: from the corner of the world at one zoom, or from the corner of one tile.
struct GridPoint {
    std::int32_t x = 0;
    std::int32_t y = 0;
    bool operator==(const GridPoint&) const = default;
    // By x, then y: in one comparison, for sorting.
    std::strong_ordering operator<=>(const GridPoint& other) const { return order() <=> other.order(); }

private:
    [[nodiscard]] std::int64_t order() const { return (std::int64_t{x} << 32U) + y; }
};

// Without a closing vertex.
using GridRing = std::vector<GridPoint>;

// Positive where c lies on the right of the way from a to b as seen on the map; twice the area of the triangle.
[[nodiscard]] inline std::int64_t cross(const GridPoint& a, const GridPoint& b, const GridPoint& c) {
    return (std::int64_t{b.x} - a.x) * (std::int64_t{c.y} - a.y) -
           (std::int64_t{b.y} - a.y) * (std::int64_t{c.x} - a.x);
}

// By the surveyor's formula of the MVT specification: positive for exterior rings.
[[nodiscard]] inline std::int64_t twice_area(std::span<const GridPoint> ring) {
    std::int64_t sum = 0;
    for (std::size_t i = 2; i < ring.size(); ++i) {
        sum += cross(ring[0], ring[i - 1], ring[i]);
    }
    return sum;
}

// A border edge of one feature, which lies on its right as seen on the map: rings that use it so have positive area.
struct FeatureEdge {
    std::uint32_t feature = 0;
    GridPoint from;
    GridPoint to;
    auto operator<=>(const FeatureEdge&) const = default;
};

}  // namespace papar
