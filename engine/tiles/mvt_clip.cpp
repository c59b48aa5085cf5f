#include "engine/tiles/mvt_clip.hpp"

#include <algorithm>
#include <limits>
#include <utility>

namespace papar {
namespace {

// Beyond which sides of the box a point lies, as bits: west, east, north, south.
unsigned sides_beyond(const GridPoint& p, const GridBox& box) {
    return (p.x < box.low.x ? 1U : 0U) | (p.x > box.high.x ? 2U : 0U) | (p.y < box.low.y ? 4U : 0U) |
           (p.y > box.high.y ? 8U : 0U);
}

std::int32_t rounded_quotient(std::int64_t n, std::int64_t d) {  // d > 0, halves upwards
    const std::int64_t top = 2 * n + d, bottom = 2 * d;
    return static_cast<std::int32_t>(top / bottom - (top % bottom < 0 ? 1 : 0));
}

// Where the edge meets the line x = at (or y = at), which lies between its ends.
GridPoint cut(GridPoint a, GridPoint b, std::int32_t GridPoint::*across, std::int32_t GridPoint::*along,
              std::int32_t at) {
    if (b.*across < a.*across) {
        std::swap(a, b);
    }
    const std::int64_t step = std::int64_t{b.*across} - a.*across;
    GridPoint p;
    p.*across = at;
    p.*along = a.*along + rounded_quotient((std::int64_t{at} - a.*across) * (std::int64_t{b.*along} - a.*along), step);
    return p;
}

template <typename Inside, typename Cut>
GridRing clipped_by(const GridRing& ring, const Inside& inside, const Cut& cut_edge) {
    GridRing result;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        if (inside(ring[i]) != inside(ring[j])) {
            result.push_back(cut_edge(ring[j], ring[i]));
        }
        if (inside(ring[i])) {
            result.push_back(ring[i]);
        }
    }
    result.erase(std::unique(result.begin(), result.end()), result.end());
    return result;
}

}  // namespace

GridBox buffered_tile(std::int64_t x, std::int64_t y) {
    const auto west = static_cast<std::int32_t>(x * tile_extent), north = static_cast<std::int32_t>(y * tile_extent);
    return {{west - tile_buffer, north - tile_buffer},
            {west + tile_extent + tile_buffer, north + tile_extent + tile_buffer}};
}

GridBox box_of(std::span<const GridRing> rings) {
    constexpr std::int32_t least = std::numeric_limits<std::int32_t>::min();
    constexpr std::int32_t most = std::numeric_limits<std::int32_t>::max();
    GridBox box{{most, most}, {least, least}};
    for (const GridRing& ring : rings) {
        for (const GridPoint& p : ring) {
            box.low = {std::min(box.low.x, p.x), std::min(box.low.y, p.y)};
            box.high = {std::max(box.high.x, p.x), std::max(box.high.y, p.y)};
        }
    }
    return box;
}

GridRing reduced_to(const GridRing& ring, const GridBox& box) {
    GridRing result;
    unsigned all = 15, kept = 0, here = sides_beyond(ring[0], box);
    for (std::size_t i = 0; i < ring.size(); ++i) {
        all &= here;
        const unsigned after = sides_beyond(ring[i + 1 == ring.size() ? 0 : i + 1], box);
        // What comes before is the last point kept: two points left out in a row may be beyond different sides.
        if (i == 0 || (kept & here & after) == 0) {
            result.push_back(ring[i]);
            kept = here;
        }
        here = after;
    }
    return all == 0 ? result : GridRing{};
}

GridRing clipped(const GridRing& ring, const GridBox& box) {
    GridRing r = ring;
    const auto by_side = [&](std::int32_t GridPoint::*across, std::int32_t GridPoint::*along) {
        for (const bool high : {false, true}) {
            const std::int32_t at = (high ? box.high : box.low).*across;
            if (r.empty()) {
                return;
            }
            r = clipped_by(
                r, [&](const GridPoint& p) { return high ? p.*across <= at : p.*across >= at; },
                [&](const GridPoint& a, const GridPoint& b) { return cut(a, b, across, along, at); });
        }
    };
    by_side(&GridPoint::x, &GridPoint::y);
    by_side(&GridPoint::y, &GridPoint::x);
    return r;
}

}  // namespace papar
