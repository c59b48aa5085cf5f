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

// What the edges of all features become when they pass the points of all.
class Pieces {
public:
    Pieces(std::int64_t x, std::int64_t y) : box_(buffered_tile(x, y)) {}

    void add(const FeatureRings& feature) {
        const std::size_t first = edges_.size();
        const bool whole = box_.holds(feature.box);
        for (const GridRing& ring : feature.rings) {
            whole ? add_edges(feature.feature, ring) : add_edges(feature.feature, clipped(ring, box_));
        }
        features_.push_back({&feature, first, edges_.size()});
    }

    std::vector<TilePolygons> polygons(std::size_t& stray_holes) {
        std::vector<GridPoint> ends;
        ends.reserve(edges_.size());
        for (const FeatureEdge& edge : edges_) {
            ends.push_back(edge.to);
        }
        const HotPoints points(std::move(ends));
        std::vector<TilePolygons> result;
        for (const Piece& piece : features_) {
            const bool passes = snap(points, piece);
            std::vector<GridRing> rings;
            if (!passes && strictly_inside(piece.from->box)) {
                rings = local(piece.from->rings);
            } else {
                GridPolygons made = rings_of(snapped_);
                stray_holes += made.stray_holes;
                rings = std::move(made.rings);
                for (GridRing& ring : rings) {
                    drop_points_along(ring, {{-tile_buffer, -tile_buffer}, {far_side, far_side}});
                }
            }
            if (!rings.empty()) {
                result.push_back({piece.from->feature, std::move(rings)});
            }
        }
        return result;
    }

private:
    static constexpr std::int32_t far_side = tile_extent + tile_buffer;
    struct Piece {
        const FeatureRings* from;
        std::size_t first, end;  // in edges_
    };

    [[nodiscard]] GridPoint local(const GridPoint& p) const {
        return {p.x - box_.low.x - tile_buffer, p.y - box_.low.y - tile_buffer};
    }
    [[nodiscard]] std::vector<GridRing> local(std::vector<GridRing> rings) const {
        for (GridRing& ring : rings) {
            for (GridPoint& p : ring) {
                p = local(p);
            }
        }
        return rings;
    }
    [[nodiscard]] bool strictly_inside(const GridBox& box) const {
        return box.low.x > box_.low.x && box.low.y > box_.low.y && box.high.x < box_.high.x && box.high.y < box_.high.y;
    }

    void add_edges(std::uint32_t feature, const GridRing& ring) {
        for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
            if (ring[i] != ring[j]) {
                edges_.push_back({feature, local(ring[j]), local(ring[i])});
            }
        }
    }

    // Fills snapped_; whether an edge passes a third point.
    bool snap(const HotPoints& points, const Piece& piece) {
        bool passes = false;
        snapped_.clear();
        for (std::size_t e = piece.first; e < piece.end; ++e) {
            const auto& [feature, from, to] = edges_[e];
            if (std::abs(from.x - to.x) <= 1 && std::abs(from.y - to.y) <= 1) {
                snapped_.push_back(edges_[e]);  // no third point is near
                continue;
            }
            chain_.clear();
            points.snap(vertex(from), vertex(to), chain_);
            passes = passes || chain_.size() > 2;
            for (std::size_t i = 1; i < chain_.size(); ++i) {
                snapped_.push_back({feature, chain_[i - 1], chain_[i]});
            }
        }
        return passes;
    }

    GridBox box_;
    std::vector<Piece> features_;
    std::vector<FeatureEdge> edges_;  // in units from the tile's corner
    std::vector<FeatureEdge> snapped_;
    std::vector<GridPoint> chain_;
};

}  // namespace

std::vector<TilePolygons> tile_polygons(std::span<const SharedFeature> features, std::int64_t x, std::int64_t y,
                                        std::size_t& stray_holes) {
    Pieces pieces(x, y);
    for (const SharedFeature& feature : features) {
        pieces.add(*feature);
    }
    return pieces.polygons(stray_holes);
}

}  // namespace papar
