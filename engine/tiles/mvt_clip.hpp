// Rings cut to boxes, in integers.
#pragma once

#include "engine/tiles/arc_points.hpp"

#include <cstdint>
#include <span>

namespace papar {

// Units beyond each side of a tile that its polygons go on for, so that borders along the side are not drawn.
inline constexpr std::int32_t tile_buffer = 64;

// A closed box.
struct GridBox {
    GridPoint low, high;

    [[nodiscard]] bool holds(const GridPoint& p) const {
        return p.x >= low.x && p.x <= high.x && p.y >= low.y && p.y <= high.y;
    }
    [[nodiscard]] bool holds(const GridBox& box) const { return holds(box.low) && holds(box.high); }
    [[nodiscard]] bool misses(const GridBox& box) const {
        return box.high.x < low.x || box.low.x > high.x || box.high.y < low.y || box.low.y > high.y;
    }
};

// The smallest box of rings that are not all empty.
[[nodiscard]] GridBox box_of(std::span<const GridRing> rings);

// Tile (x, y) of a zoom with its buffer, in units from the corner of the world.
[[nodiscard]] GridBox buffered_tile(std::int64_t x, std::int64_t y);

// Fewer points outside the box, the same ring inside it: runs of points beyond one side become their two ends. Nothing
// where the ring stays beyond one side. Exact: no point is new.
[[nodiscard]] GridRing reduced_to(const GridRing& ring, const GridBox& box);

// Sutherland and Hodgman 1974: what is left of a ring inside the box, with edges along the box's sides, some of which
// may run to and fro. A cut is rounded to the grid, halves upwards, in the same way for both directions of an edge:
// rings that share edges share them afterwards, and the signed areas of a partition add up to those of its outline.
// Empty where the ring misses the box.
[[nodiscard]] GridRing clipped(const GridRing& ring, const GridBox& box);

}  // namespace papar
