// Rings from border edges.
#pragma once

#include "engine/tiles/arc_points.hpp"

#include <cstddef>
#include <span>
#include <vector>

namespace papar {

// The polygons of one feature as the MVT specification wants them: exterior rings have positive area, each followed by
// its holes, which have negative area.
struct GridPolygons {
    std::vector<GridRing> rings;
    std::size_t stray_holes = 0;  // in no exterior ring: left out; only borders that cross themselves make them
};

// The rings that edges of one feature make: each visits a point once, so that polygons and holes may touch in points
// only. Edges that run both ways cancel. Exteriors by their smallest edge, holes too. Precondition: as many edges begin
// in each point as end there.
[[nodiscard]] GridPolygons rings_of(std::span<const FeatureEdge> edges);

}  // namespace papar
