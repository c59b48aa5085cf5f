#include "engine/tiles/arc_topology.hpp"

#include "engine/base/error.hpp"
#include "engine/tiles/arc_hot_points.hpp"

#include <algorithm>
#include <cmath>
#include <tuple>

namespace papar {
namespace {

// One edge of the grid with the sides that are left after what runs both ways is taken out.
struct GridEdge {
    GridPoint a, b;  // a < b
    std::size_t first_side = 0, side_count = 0;
};

struct SidedEdge {
    GridPoint a, b;  // a < b
    ArcSide side;
};

class Builder {
public:
    Builder(const SharedSegments& shared, int zoom) : shared_(shared), scale_(std::ldexp(double{tile_extent}, zoom)) {}

    ArcTopology build() {
        snap();
        sum_sides();
        join_edges();
        return std::move(result_);
    }

private:
    [[nodiscard]] Vertex scaled(std::uint32_t vertex) const {
        const Vertex& v = shared_.vertices[vertex];
        return {v.x * scale_, v.y * scale_};
    }

    void snap() {
        std::vector<GridPoint> hot(shared_.vertices.size());
        for (std::uint32_t i = 0; i < hot.size(); ++i) {
            hot[i] = rounded(scaled(i));
        }
        const HotPoints points(std::move(hot));
        // Twice the area between each snapped segment and the corner of the world, modulo 2^64: a ring's sum fits.
        std::vector<std::uint64_t> areas(shared_.segments.size());
        std::vector<GridPoint> chain;
        for (std::size_t s = 0; s < shared_.segments.size(); ++s) {
            const auto& segment = shared_.segments[s];
            chain.clear();
            points.snap(scaled(segment.a), scaled(segment.b), chain);
            for (std::size_t i = 1; i < chain.size(); ++i) {
                const GridPoint &p = chain[i - 1], &q = chain[i];
                areas[s] += static_cast<std::uint64_t>(cross({0, 0}, p, q));
                for (const auto& side : shared_.sides_of(s)) {
                    edges_.push_back(p < q ? SidedEdge{p, q, {side.feature, side.sign}}
                                           : SidedEdge{q, p, {side.feature, -side.sign}});
                }
            }
        }
        for (const auto& ring : shared_.rings) {
            std::uint64_t area = 0;
            for (std::size_t i = ring.first; i < ring.first + ring.count; ++i) {
                const auto& part = shared_.ring_parts[i];
                area += part.sign > 0 ? areas[part.segment] : 0 - areas[part.segment];
            }
            result_.collapsed_rings += area == 0 ? 1 : 0;
        }
    }

    void sum_sides() {
        const auto key = [](const SidedEdge& e) { return std::tie(e.a, e.b, e.side.feature); };
        std::sort(edges_.begin(), edges_.end(),
                  [&](const SidedEdge& l, const SidedEdge& r) { return key(l) < key(r); });
        std::vector<bool> seen(shared_.features);
        for (std::size_t i = 0; i < edges_.size();) {
            ArcSide sum{edges_[i].side.feature, 0};
            const SidedEdge& first = edges_[i];
            for (; i < edges_.size() && key(edges_[i]) == key(first); ++i) {
                sum.times += edges_[i].side.times;
            }
            if (sum.times == 0) {
                continue;
            }
            if (grid_edges_.empty() || grid_edges_.back().a != first.a || grid_edges_.back().b != first.b) {
                grid_edges_.push_back({first.a, first.b, result_.sides.size(), 0});
            }
            ++grid_edges_.back().side_count;
            result_.sides.push_back(sum);
            seen[sum.feature] = true;
        }
        for (std::uint32_t feature = 0; feature < shared_.features; ++feature) {
            if (!seen[feature]) {
                result_.collapsed_features.push_back(feature);
            }
        }
    }

    // An edge as seen from one of its ends.
    struct End {
        GridPoint at;
        std::size_t edge = 0;
        bool begins = false;  // the edge's a is here
        auto operator<=>(const End&) const = default;
    };

    [[nodiscard]] bool same_sides(const GridEdge& l, const GridEdge& r, bool turned) const {
        return std::equal(result_.sides.begin() + std::ptrdiff_t(l.first_side),
                          result_.sides.begin() + std::ptrdiff_t(l.first_side + l.side_count),
                          result_.sides.begin() + std::ptrdiff_t(r.first_side),
                          result_.sides.begin() + std::ptrdiff_t(r.first_side + r.side_count),
                          [&](const ArcSide& x, const ArcSide& y) {
                              return x.feature == y.feature && x.times == (turned ? -y.times : y.times);
                          });
    }

    // The ends at one point, [first, last) of ends_.
    [[nodiscard]] std::pair<std::size_t, std::size_t> ends_at(const GridPoint& p) const {
        const auto [first, last] = std::equal_range(ends_.begin(), ends_.end(), End{p, 0, false},
                                                    [](const End& l, const End& r) { return l.at < r.at; });
        return {std::size_t(first - ends_.begin()), std::size_t(last - ends_.begin())};
    }

    [[nodiscard]] bool is_node(std::size_t first, std::size_t last) const {
        if (last - first != 2) {
            return true;
        }
        // Two edges go on in one direction where one ends and the other begins here.
        const End &l = ends_[first], &r = ends_[first + 1];
        return !same_sides(grid_edges_[l.edge], grid_edges_[r.edge], l.begins == r.begins);
    }

    void join_edges() {
        for (std::size_t e = 0; e < grid_edges_.size(); ++e) {
            ends_.push_back({grid_edges_[e].a, e, true});
            ends_.push_back({grid_edges_[e].b, e, false});
        }
        std::sort(ends_.begin(), ends_.end());
        used_.assign(grid_edges_.size(), false);
        for (const bool closed : {false, true}) {  // from the nodes; then what has none
            for (std::size_t first = 0, last = 0; first < ends_.size(); first = last) {
                for (last = first; last < ends_.size() && ends_[last].at == ends_[first].at; ++last) {
                }
                if (!closed && !is_node(first, last)) {
                    continue;
                }
                for (std::size_t i = first; i < last; ++i) {
                    if (!used_[ends_[i].edge]) {
                        follow(ends_[i]);
                    }
                }
            }
        }
    }

    void follow(End end) {
        Arc arc{result_.points.size(), 1, result_.sides.size(), 0};
        const GridEdge start = grid_edges_[end.edge];
        for (std::size_t i = 0; i < start.side_count; ++i) {
            ArcSide side = result_.sides[start.first_side + i];
            side.times = end.begins ? side.times : -side.times;
            result_.sides.push_back(side);
        }
        arc.side_count = start.side_count;
        const GridPoint origin = end.at;
        result_.points.push_back(origin);
        while (true) {
            used_[end.edge] = true;
            const GridEdge& edge = grid_edges_[end.edge];
            const GridPoint to = end.begins ? edge.b : edge.a;
            result_.points.push_back(to);
            ++arc.count;
            const auto [first, last] = ends_at(to);
            if (to == origin || is_node(first, last)) {
                break;
            }
            end = ends_[first].edge == end.edge ? ends_[first + 1] : ends_[first];
        }
        result_.arcs.push_back(arc);
    }

    const SharedSegments& shared_;
    double scale_;
    std::vector<SidedEdge> edges_;
    std::vector<GridEdge> grid_edges_;
    std::vector<End> ends_;
    std::vector<bool> used_;
    ArcTopology result_;
};

}  // namespace

ArcTopology arc_topology(const SharedSegments& shared, int zoom) {
    if (zoom < 0 || zoom > deepest_vector_zoom) {
        throw error(ErrorKind::usage, "map tiles: zoom {} of a vector layer is not in 0 to {}; choose another", zoom,
                    deepest_vector_zoom);
    }
    return Builder(shared, zoom).build();
}

std::vector<FeatureEdge> feature_edges(const ArcTopology& topology) {
    std::vector<FeatureEdge> edges;
    for (const Arc& arc : topology.arcs) {
        const auto points = topology.points_of(arc);
        for (const ArcSide& side : topology.sides_of(arc)) {
            for (std::int32_t copy = 0; copy < std::abs(side.times); ++copy) {
                for (std::size_t i = 1; i < points.size(); ++i) {
                    edges.push_back(side.times > 0 ? FeatureEdge{side.feature, points[i - 1], points[i]}
                                                   : FeatureEdge{side.feature, points[i], points[i - 1]});
                }
            }
        }
    }
    std::sort(edges.begin(), edges.end());
    return edges;
}

}  // namespace papar
