#include "engine/tiles/vector_pieces.hpp"

#include "engine/tiles/arc_hot_points.hpp"

#include <cstdlib>
#include <utility>

namespace papar {
namespace {

// Points in the middle of a straight run along a side of the box say nothing.
void drop_points_along(GridRing& ring, const GridBox& box) {
    GridRing kept;
    for (std::size_t i = 0; i < ring.size(); ++i) {
        const GridPoint& a = ring[i == 0 ? ring.size() - 1 : i - 1];
        const GridPoint& p = ring[i];
        const GridPoint& c = ring[i + 1 == ring.size() ? 0 : i + 1];
        const bool along_x = a.x == p.x && p.x == c.x && (p.x == box.low.x || p.x == box.high.x);
        const bool along_y = a.y == p.y && p.y == c.y && (p.y == box.low.y || p.y == box.high.y);
        if (!along_x && !along_y) {
            kept.push_back(p);
        }
    }
    ring = std::move(kept);
}

Vertex vertex(const GridPoint& p) {
    return {double(p.x), double(p.y)};
}

}  // namespace

std::vector<TilePolygons> tile_polygons(const std::vector<FeatureRings>& features, std::int64_t x, std::int64_t y,
                                        std::size_t& stray_holes) {
    const GridBox box = buffered_tile(x, y);
    const GridPoint corner{box.low.x + tile_buffer, box.low.y + tile_buffer};
    const GridBox local{{-tile_buffer, -tile_buffer}, {tile_extent + tile_buffer, tile_extent + tile_buffer}};
    std::vector<FeatureEdge> edges;
    std::vector<GridPoint> hot;
    for (const FeatureRings& feature : features) {
        for (const GridRing& ring : feature.rings) {
            GridRing cut = clipped(ring, box);
            for (GridPoint& p : cut) {
                p = {p.x - corner.x, p.y - corner.y};
            }
            for (std::size_t i = 0, j = cut.size() - 1; i < cut.size(); j = i++) {
                if (cut[i] != cut[j]) {
                    edges.push_back({feature.feature, cut[j], cut[i]});
                    hot.push_back(cut[i]);
                }
            }
        }
    }
    const HotPoints points(std::move(hot));
    std::vector<TilePolygons> result;
    std::vector<FeatureEdge> snapped;
    std::vector<GridPoint> chain;
    for (std::size_t e = 0; e < edges.size(); ++e) {
        chain.clear();
        const auto& [feature, from, to] = edges[e];
        if (std::abs(from.x - to.x) <= 1 && std::abs(from.y - to.y) <= 1) {
            snapped.push_back(edges[e]);  // no third point is near
        } else {
            points.snap(vertex(from), vertex(to), chain);
            for (std::size_t i = 1; i < chain.size(); ++i) {
                snapped.push_back({feature, chain[i - 1], chain[i]});
            }
        }
        if (e + 1 == edges.size() || edges[e + 1].feature != feature) {
            GridPolygons polygons = rings_of(snapped);
            snapped.clear();
            stray_holes += polygons.stray_holes;
            for (GridRing& ring : polygons.rings) {
                drop_points_along(ring, local);
            }
            if (!polygons.rings.empty()) {
                result.push_back({feature, std::move(polygons.rings)});
            }
        }
    }
    return result;
}

}  // namespace papar
