// Gaps between zones: the holes of their union.
#pragma once

#include "engine/zones/open_edges.hpp"
#include "engine/zones/zone_layer.hpp"

#include <cstdint>
#include <vector>

namespace papar {

struct ZoneGap {
    Shape shape;                       // one polygon, in the layer's CRS
    Vertex inside;                     // a point in it
    std::vector<std::uint32_t> zones;  // along its border, rising
};

// Every place that zones enclose and that lies in none of them: slits and lakes alike; by place, from west to east.
// Only open edges can lie on the border of such a place, so the faces of the open edges alone are looked at. A slit
// that is open to the outside at one end is no gap. Partly in parallel; the same for any number of threads.
[[nodiscard]] std::vector<ZoneGap> zone_gaps(const ZoneLayer& layer, const OpenEdges& open);

}  // namespace papar
