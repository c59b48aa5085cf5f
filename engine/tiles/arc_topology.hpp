// Features' borders on the integer grid of one zoom, as arcs between nodes: what two neighbours share is there once.
#pragma once

#include "engine/tiles/arc_points.hpp"
#include "engine/tiles/arc_segments.hpp"

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace papar {

// A side of an arc or edge. `times` > 0: the feature lies on its right as seen on the map, < 0: on its left.
struct ArcSide {
    std::uint32_t feature = 0;
    std::int32_t times = 0;
    bool operator==(const ArcSide&) const = default;
};

// Runs between two nodes: points where not exactly two edges with the same sides on the same hands meet. A closed arc
// without a node begins and ends at its smallest point.
struct Arc {
    std::size_t first = 0, count = 0;  // in `points`; both ends included
    std::size_t first_side = 0, side_count = 0;
};

struct ArcTopology {
    std::vector<GridPoint> points;
    std::vector<ArcSide> sides;
    std::vector<Arc> arcs;
    // Of the features' rings, how many have no area on this grid, and the features without any ring left, rising.
    std::size_t collapsed_rings = 0;
    std::vector<std::uint32_t> collapsed_features;

    [[nodiscard]] std::span<const GridPoint> points_of(const Arc& arc) const {
        return {points.data() + arc.first, arc.count};
    }
    [[nodiscard]] std::span<const ArcSide> sides_of(const Arc& arc) const {
        return {sides.data() + arc.first_side, arc.side_count};
    }
};

// Rounds every vertex to the grid of 4096 * 2^zoom units once, and lets every segment pass the points it must (see
// arc_hot_points.hpp): no two borders cross that did not before. Where two borders become one they are one; where both
// sides of a feature do, they vanish. The result depends on the features only, not on the order of their vertices.
[[nodiscard]] ArcTopology arc_topology(const SharedSegments& shared, int zoom);

// The border edges of all features, by feature.
[[nodiscard]] std::vector<FeatureEdge> feature_edges(const ArcTopology& topology);

}  // namespace papar
