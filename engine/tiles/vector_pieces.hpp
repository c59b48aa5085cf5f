// What one tile shows of each feature.
#pragma once

#include "engine/tiles/arc_rings.hpp"
#include "engine/tiles/mvt_clip.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace papar {

// Rings of one feature, in units from the corner of the world at one zoom, and the box that they fill.
struct FeatureRings {
    FeatureRings(std::uint32_t feature_, std::vector<GridRing> rings_)
        : feature(feature_), rings(std::move(rings_)), box(box_of(rings)) {}

    std::uint32_t feature;
    std::vector<GridRing> rings;  // as rings_of makes them, or reduced to what is in a tile
    GridBox box;
};

// The many tiles that hold the whole feature have it in common.
using SharedFeature = std::shared_ptr<const FeatureRings>;

struct TilePolygons {
    std::uint32_t feature = 0;
    std::vector<GridRing> rings;  // in units from the tile's corner, in the order of arc_rings.hpp
};

// The features' polygons in the tile with its buffer, all at once: cuts turn edges a little (less than a unit at the
// buffer's end), so the edges pass the same points for all features (arc_hot_points.hpp), and rings are made anew where
// that changes them.
// Features without area here are left out. `stray_holes` is added to.
[[nodiscard]] std::vector<TilePolygons> tile_polygons(std::span<const SharedFeature> features, std::int64_t x,
                                                      std::int64_t y, std::size_t& stray_holes);

}  // namespace papar
