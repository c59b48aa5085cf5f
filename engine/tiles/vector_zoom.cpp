#include "engine/tiles/vector_zoom.hpp"

#include "engine/tiles/arc_simplify.hpp"
#include "engine/tiles/arc_topology.hpp"

#include <array>
#include <memory>
#include <utility>

namespace papar {
namespace {

// The children of a tile along the Hilbert curve of PMTiles. The curve enters a tile in one of four states; the root is
// in state 0. State: which child comes at each step, as x + 2 y, and the state it is in. States: 0 as at the root,
// through (0,0) (0,1) (1,1) (1,0) of an even, and its mirrors.
struct Step {
    std::uint32_t x, y;
    int state;
};
// 0: from the north-west corner to the north-east; 1: from the north-west to the south-west; 2: from the south-east to
// the south-west; 3: from the south-east to the north-east.
constexpr std::array<std::array<Step, 4>, 4> curve{{
    {{{0, 0, 1}, {0, 1, 0}, {1, 1, 0}, {1, 0, 3}}},
    {{{0, 0, 0}, {1, 0, 1}, {1, 1, 1}, {0, 1, 2}}},
    {{{1, 1, 3}, {1, 0, 2}, {0, 0, 2}, {0, 1, 1}}},
    {{{1, 1, 2}, {0, 1, 3}, {0, 0, 3}, {1, 0, 0}}},
}};

// The box of all tiles of `zoom` below tile (x, y), `levels` above, with their buffers.
GridBox box_below(std::uint32_t x, std::uint32_t y, int levels) {
    const GridBox first = buffered_tile(std::int64_t{x} << levels, std::int64_t{y} << levels);
    const std::int64_t span = std::int64_t{1} << levels;
    const GridBox last = buffered_tile((x + std::int64_t{1}) * span - 1, (y + std::int64_t{1}) * span - 1);
    return {first.low, last.high};
}

std::vector<GridRing> rings_in(const FeatureRings& feature, const GridBox& box) {
    std::vector<GridRing> rings;
    for (const GridRing& ring : feature.rings) {
        if (GridRing reduced = reduced_to(ring, box); !reduced.empty()) {
            rings.push_back(std::move(reduced));
        }
    }
    return rings;
}

void descend(TileContent content, int levels, int state, const std::vector<GridPoint>& labels,
             const std::function<void(TileContent)>& next) {
    if (levels == 0) {
        next(std::move(content));
        return;
    }
    for (const Step& step : curve[static_cast<std::size_t>(state)]) {
        TileContent child{content.x * 2 + step.x, content.y * 2 + step.y, {}, {}};
        const GridBox box = box_below(child.x, child.y, levels - 1);
        for (const SharedFeature& feature : content.features) {
            if (box.holds(feature->box)) {
                child.features.push_back(feature);
            } else if (!box.misses(feature->box)) {
                if (std::vector<GridRing> rings = rings_in(*feature, box); !rings.empty()) {
                    child.features.push_back(std::make_shared<FeatureRings>(feature->feature, std::move(rings)));
                }
            }
        }
        for (const std::size_t label : content.labels) {  // in one tile only: without the buffer
            const GridPoint& p = labels[label];
            const int shift = 12 + levels - 1;  // 2^12 = tile_extent
            if (static_cast<std::uint32_t>(p.x >> shift) == child.x &&
                static_cast<std::uint32_t>(p.y >> shift) == child.y) {
                child.labels.push_back(label);
            }
        }
        if (!child.features.empty() || !child.labels.empty()) {
            descend(std::move(child), levels - 1, step.state, labels, next);
        }
    }
}

}  // namespace

VectorZoom vector_zoom(const SharedSegments& shared, int zoom, double tolerance) {
    ArcTopology topology = arc_topology(shared, zoom);
    VectorZoom result;
    result.points = topology.points.size();
    simplify(topology, tolerance);
    result.points_left = topology.points.size();
    result.collapsed_rings = topology.collapsed_rings;
    result.collapsed_features = std::move(topology.collapsed_features);
    const std::vector<FeatureEdge> edges = feature_edges(topology);
    for (std::size_t first = 0, last = 0; first < edges.size(); first = last) {
        for (last = first; last < edges.size() && edges[last].feature == edges[first].feature; ++last) {
        }
        GridPolygons polygons = rings_of({edges.data() + first, last - first});
        result.stray_holes += polygons.stray_holes;
        if (!polygons.rings.empty()) {
            result.features.push_back(std::make_shared<FeatureRings>(edges[first].feature, std::move(polygons.rings)));
        }
    }
    return result;
}

void visit_tiles(const VectorZoom& content, const std::vector<GridPoint>& labels, int zoom,
                 const std::function<void(TileContent)>& next) {
    TileContent root{0, 0, content.features, {}};
    for (std::size_t i = 0; i < labels.size(); ++i) {
        root.labels.push_back(i);
    }
    descend(std::move(root), zoom, 0, labels, next);
}

}  // namespace papar
