// Fewer points for the arcs of one zoom.
#pragma once

#include "engine/tiles/arc_topology.hpp"

#include <cstddef>

namespace papar {

// Visvalingam and Whyatt 1993, all arcs in one order: the point whose triangle with its neighbours is smallest goes
// first, until all triangles are larger than tolerance^2 square units. A point stays where its triangle holds another
// point, or where two arcs would become one line: so borders never cross or meet anew, no feature is turned inside out,
// and none vanishes. Nodes stay; a closed arc keeps three different points. Gives the number of points taken out.
std::size_t simplify(ArcTopology& topology, double tolerance);

}  // namespace papar
