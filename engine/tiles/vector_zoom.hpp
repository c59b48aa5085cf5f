// Everything one zoom shows, before it is cut into tiles.
#pragma once

#include "engine/tiles/arc_segments.hpp"
#include "engine/tiles/vector_pieces.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace papar {

struct VectorZoom {
    std::vector<SharedFeature> features;            // those with a ring, rising
    std::vector<std::uint32_t> collapsed_features;  // without area on this zoom's grid: in no tile, rising
    std::size_t collapsed_rings = 0;                // of features that collapsed and of others
    std::size_t stray_holes = 0;                    // see arc_rings.hpp
    std::size_t points = 0;                         // of all arcs, before
    std::size_t points_left = 0;                    // and after simplification
};

// Tolerance in units: see arc_simplify.hpp.
[[nodiscard]] VectorZoom vector_zoom(const SharedSegments& shared, int zoom, double tolerance);

// One tile with all that may lie in it: rings are reduced to it, not yet cut (mvt_clip.hpp).
struct TileContent {
    std::uint32_t x = 0, y = 0;
    std::vector<SharedFeature> features;
    std::vector<std::size_t> labels;  // rising indices into the labels
};

// Takes the tiles of the zoom apart in the order of PMTiles (along a Hilbert curve) without holding them all: `next`
// is called for each tile that may hold something. Labels are places in units of the zoom.
void visit_tiles(const VectorZoom& content, const std::vector<GridPoint>& labels, int zoom,
                 const std::function<void(TileContent)>& next);

}  // namespace papar
