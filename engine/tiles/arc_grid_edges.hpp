// Features' borders on the integer grid of one zoom, edge by edge, before they are joined to arcs.
#pragma once

#include "engine/tiles/arc_segments.hpp"
#include "engine/tiles/arc_topology.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace papar {

struct GridEdges {
    // Positions in `points`.
    using Place = std::uint32_t;
    struct Edge {
        Place a = 0, b = 0;                          // a < b
        std::size_t first_side = 0, side_count = 0;  // in `sides`; for the way from a to b
    };

    std::vector<GridPoint> points;  // all that vertices are rounded to, rising
    std::vector<Edge> edges;        // rising by a, then b
    std::vector<ArcSide> sides;     // what is left after what runs both ways is taken out
    std::size_t collapsed_rings = 0;
    std::vector<std::uint32_t> collapsed_features;
};

// See arc_topology.hpp.
[[nodiscard]] GridEdges grid_edges(const SharedSegments& shared, int zoom);

}  // namespace papar
