// Vector tiles of all zooms, in the order of PMTiles.
#pragma once

#include "engine/base/finding.hpp"
#include "engine/base/progress.hpp"
#include "engine/tiles/tile_set.hpp"
#include "engine/tiles/vector_layer.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace papar {

struct VectorPyramidSettings {
    MapCoordinates coordinates = MapCoordinates::degrees;  // of shapes and label places
    double tolerance = 1.5;                                // units of 1/4096 tile; see arc_simplify.hpp
    std::size_t most_bytes = 500'000;                      // of one tile, compressed
};

// Called with the gzipped tile, zooms rising, in each zoom along the Hilbert curve of PMTiles.
using VectorTileSink = std::function<void(const Tile& tile, const TileBytes& bytes)>;

struct VectorPyramidReport {
    struct Zoom {
        int zoom = 0;
        std::size_t tiles = 0, bytes = 0, largest_bytes = 0;
        std::size_t collapsed_rings = 0;     // rings of the input without area on this zoom's grid
        std::size_t collapsed_features = 0;  // features of which nothing is left but the label
        std::size_t stray_holes = 0;         // 0 unless borders of one feature cross
        std::size_t dropped_polygons = 0;    // features left out of one tile for its size, the smallest there first
        std::size_t dropping_tiles = 0;
        std::size_t points = 0, points_left = 0;  // of all arcs before and after simplification
    };
    std::vector<Zoom> zooms;
};

// The same bytes for any number of threads. Throws Error(usage) for layers without a place in the tiles (ids that
// repeat, zooms out of range, sizes that differ), Error(input) for coordinates that are not finite and numbers of
// features that repeat in a layer, Error(interrupted) when `progress` asks to stop.
VectorPyramidReport write_vector_pyramid(const std::vector<VectorLayer>& layers, const VectorPyramidSettings& settings,
                                         const VectorTileSink& sink, const ProgressCallback& progress = {});

// One finding for each kind of loss there was: `tiles.collapsed` (features too small for a zoom's grid),
// `tiles.dropped` (features left out for the size of a tile), `tiles.stray_holes`.
[[nodiscard]] Findings pyramid_findings(const VectorPyramidReport& report);

}  // namespace papar
