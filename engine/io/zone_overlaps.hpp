// Pairs of zones that overlap, and where.
#pragma once

#include "engine/zones/open_edges.hpp"
#include "engine/zones/zone_layer.hpp"

#include <cstdint>
#include <vector>

namespace papar {

struct ZoneOverlap {
    std::uint32_t a = 0;  // a < b
    std::uint32_t b = 0;
    Shape shape;  // polygons only, in the layer's CRS
};

// Every pair whose intersection has an area, in order of a, then b. Runs in parallel; the same for any number of
// threads.
//
// Neighbours that share their border edge for edge are never intersected. A pair is looked at where an open edge of one
// lies in the other's box; and, since an overlap that goes on across a shared edge goes on in the neighbour beyond it,
// where one of the two overlaps a neighbour of the other.
[[nodiscard]] std::vector<ZoneOverlap> zone_overlaps(const ZoneLayer& layer, const OpenEdges& open);

}  // namespace papar
