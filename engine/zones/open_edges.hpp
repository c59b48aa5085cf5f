// Which edges of a zone layer have a neighbour on the other side that shares them exactly, and which do not: only the
// latter can bound an overlap or a gap.
#pragma once

#include "engine/zones/zone_layer.hpp"

#include <cstdint>
#include <utility>
#include <vector>

namespace papar {

// Consecutive open edges of one ring: edge i runs from vertex first + i of the zone's shape to the next.
struct OpenChain {
    std::uint32_t zone = 0;
    std::size_t first = 0;
    std::size_t edges = 0;
    Box box;
};

struct OpenEdges {
    std::vector<OpenChain> chains;  // by zone, then vertex; at most 64 edges each, so that boxes stay small
    std::vector<std::vector<std::uint32_t>> neighbours;  // of each zone: those it shares an edge with, rising
};

// An edge is shared when exactly two zones have it, bit for bit the same ends, with their insides on opposite sides.
// Everything else is open: coasts, edges of which a neighbour has other vertices, edges of duplicates.
[[nodiscard]] OpenEdges open_edges(const ZoneLayer& layer);

}  // namespace papar
