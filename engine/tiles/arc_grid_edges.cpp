#include "engine/tiles/arc_grid_edges.hpp"

#include "engine/tiles/arc_hot_points.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace papar {
namespace {

using Place = GridEdges::Place;

struct SidedEdge {
    Place a, b;  // a < b
    ArcSide side;
};

class Rounding {
public:
    Rounding(const SharedSegments& shared, int zoom) : shared_(shared), scale_(std::ldexp(double{tile_extent}, zoom)) {}

    GridEdges edges() {
        round_vertices();
        snap();
        sum_sides(sorted_edges());
        return std::move(result_);
    }

private:
    [[nodiscard]] Vertex scaled(std::uint32_t vertex) const {
        const Vertex& v = shared_.vertices[vertex];
        return {v.x * scale_, v.y * scale_};
    }

    // Vertices rise by x and so do their rounded x: only those of one x are to be sorted, by y.
    void round_vertices() {
        const std::size_t count = shared_.vertices.size();
        std::vector<GridPoint> rounded_vertices(count);
        std::vector<std::uint32_t> order(count);
        for (std::uint32_t i = 0; i < count; ++i) {
            rounded_vertices[i] = rounded(scaled(i));
            order[i] = i;
        }
        places_.resize(count);
        result_.points.reserve(count);
        for (std::size_t first = 0, last = 0; first < count; first = last) {
            for (last = first; last < count && rounded_vertices[last].x == rounded_vertices[first].x; ++last) {
            }
            std::sort(order.begin() + std::ptrdiff_t(first), order.begin() + std::ptrdiff_t(last),
                      [&](std::uint32_t l, std::uint32_t r) { return rounded_vertices[l].y < rounded_vertices[r].y; });
            for (std::size_t i = first; i < last; ++i) {
                const GridPoint& p = rounded_vertices[order[i]];
                if (result_.points.empty() || result_.points.back() != p) {
                    result_.points.push_back(p);
                }
                places_[order[i]] = static_cast<Place>(result_.points.size() - 1);
            }
        }
    }

    [[nodiscard]] Place place_of(const GridPoint& p) const {
        return static_cast<Place>(std::lower_bound(result_.points.begin(), result_.points.end(), p) -
                                  result_.points.begin());
    }

    void snap() {
        const HotPoints hot(result_.points);
        edges_.reserve(shared_.sides.size());
        // Twice the area between each snapped segment and the corner of the world, modulo 2^64: a ring's sum fits.
        std::vector<std::uint64_t> areas(shared_.segments.size());
        std::vector<GridPoint> chain;
        for (std::size_t s = 0; s < shared_.segments.size(); ++s) {
            const auto& segment = shared_.segments[s];
            const Place from = places_[segment.a], to = places_[segment.b];
            if (from == to) {
                continue;
            }
            Place before = from;
            const auto go_to = [&](Place place) {
                areas[s] += static_cast<std::uint64_t>(cross({0, 0}, result_.points[before], result_.points[place]));
                for (const auto& side : shared_.sides_of(s)) {
                    edges_.push_back(before < place ? SidedEdge{before, place, {side.feature, side.sign}}
                                                    : SidedEdge{place, before, {side.feature, -side.sign}});
                }
                before = place;
            };
            if (!share_a_side(result_.points[from], result_.points[to])) {
                chain.clear();
                hot.snap(scaled(segment.a), scaled(segment.b), chain);
                for (std::size_t i = 1; i + 1 < chain.size(); ++i) {
                    go_to(place_of(chain[i]));
                }
            }
            go_to(to);
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

    // By a, then b, then feature.
    [[nodiscard]] std::vector<SidedEdge> sorted_edges() const {
        std::vector<std::uint32_t> ends(result_.points.size() + 1);
        for (const SidedEdge& edge : edges_) {
            ++ends[edge.a];
        }
        std::partial_sum(ends.begin(), ends.end(), ends.begin());
        std::vector<SidedEdge> sorted(edges_.size());
        for (const SidedEdge& edge : edges_) {
            sorted[--ends[edge.a]] = edge;
        }
        for (std::size_t place = 0; place < result_.points.size(); ++place) {
            std::sort(sorted.begin() + ends[place], sorted.begin() + ends[place + 1],
                      [](const SidedEdge& l, const SidedEdge& r) {
                          return l.b != r.b ? l.b < r.b : l.side.feature < r.side.feature;
                      });
        }
        return sorted;
    }

    void sum_sides(const std::vector<SidedEdge>& edges) {
        std::vector<bool> seen(shared_.features);
        for (std::size_t i = 0; i < edges.size();) {
            const SidedEdge& first = edges[i];
            ArcSide sum{first.side.feature, 0};
            for (; i < edges.size() && edges[i].a == first.a && edges[i].b == first.b &&
                   edges[i].side.feature == sum.feature;
                 ++i) {
                sum.times += edges[i].side.times;
            }
            if (sum.times == 0) {
                continue;
            }
            if (result_.edges.empty() || result_.edges.back().a != first.a || result_.edges.back().b != first.b) {
                result_.edges.push_back({first.a, first.b, result_.sides.size(), 0});
            }
            ++result_.edges.back().side_count;
            result_.sides.push_back(sum);
            seen[sum.feature] = true;
        }
        for (std::uint32_t feature = 0; feature < shared_.features; ++feature) {
            if (!seen[feature]) {
                result_.collapsed_features.push_back(feature);
            }
        }
    }

    const SharedSegments& shared_;
    double scale_;
    std::vector<Place> places_;  // of the vertices
    std::vector<SidedEdge> edges_;
    GridEdges result_;
};

}  // namespace

GridEdges grid_edges(const SharedSegments& shared, int zoom) {
    return Rounding(shared, zoom).edges();
}

}  // namespace papar
