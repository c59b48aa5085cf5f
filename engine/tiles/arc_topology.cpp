#include "engine/tiles/arc_topology.hpp"

#include "engine/base/error.hpp"
#include "engine/tiles/arc_hot_points.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace papar {
namespace {

// Positions in the grid's points, which rise by x, then y.
using Place = std::uint32_t;

// One edge of the grid with the sides that are left after what runs both ways is taken out.
struct GridEdge {
    Place a, b;  // a < b
    std::size_t first_side = 0, side_count = 0;
};

struct SidedEdge {
    Place a, b;  // a < b
    ArcSide side;
};

class Builder {
public:
    Builder(const SharedSegments& shared, int zoom) : shared_(shared), scale_(std::ldexp(double{tile_extent}, zoom)) {}

    ArcTopology build() {
        round_vertices();
        snap();
        sum_sides(sorted_edges());
        join_edges();
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
        grid_.reserve(count);
        for (std::size_t first = 0, last = 0; first < count; first = last) {
            for (last = first; last < count && rounded_vertices[last].x == rounded_vertices[first].x; ++last) {
            }
            std::sort(order.begin() + std::ptrdiff_t(first), order.begin() + std::ptrdiff_t(last),
                      [&](std::uint32_t l, std::uint32_t r) { return rounded_vertices[l].y < rounded_vertices[r].y; });
            for (std::size_t i = first; i < last; ++i) {
                const GridPoint& p = rounded_vertices[order[i]];
                if (grid_.empty() || grid_.back() != p) {
                    grid_.push_back(p);
                }
                places_[order[i]] = static_cast<Place>(grid_.size() - 1);
            }
        }
    }

    [[nodiscard]] Place place_of(const GridPoint& p) const {
        return static_cast<Place>(std::lower_bound(grid_.begin(), grid_.end(), p) - grid_.begin());
    }

    void snap() {
        const HotPoints hot(grid_);
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
                areas[s] += static_cast<std::uint64_t>(cross({0, 0}, grid_[before], grid_[place]));
                for (const auto& side : shared_.sides_of(s)) {
                    edges_.push_back(before < place ? SidedEdge{before, place, {side.feature, side.sign}}
                                                    : SidedEdge{place, before, {side.feature, -side.sign}});
                }
                before = place;
            };
            if (!share_a_side(grid_[from], grid_[to])) {
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
        std::vector<std::uint32_t> ends(grid_.size() + 1);
        for (const SidedEdge& edge : edges_) {
            ++ends[edge.a];
        }
        std::partial_sum(ends.begin(), ends.end(), ends.begin());
        std::vector<SidedEdge> sorted(edges_.size());
        for (const SidedEdge& edge : edges_) {
            sorted[--ends[edge.a]] = edge;
        }
        for (std::size_t place = 0; place < grid_.size(); ++place) {
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

    // The edges that meet at a place, by their numbers.
    [[nodiscard]] std::span<const std::uint32_t> edges_at(Place place) const {
        return {meeting_.data() + first_meeting_[place], first_meeting_[place + 1] - first_meeting_[place]};
    }

    void gather_ends() {
        first_meeting_.assign(grid_.size() + 1, 0);
        for (const GridEdge& edge : grid_edges_) {
            ++first_meeting_[edge.a];
            ++first_meeting_[edge.b];
        }
        std::partial_sum(first_meeting_.begin(), first_meeting_.end(), first_meeting_.begin());
        meeting_.resize(2 * grid_edges_.size());
        for (auto e = static_cast<std::uint32_t>(grid_edges_.size()); e-- > 0;) {
            meeting_[--first_meeting_[grid_edges_[e].a]] = e;
            meeting_[--first_meeting_[grid_edges_[e].b]] = e;
        }
        nodes_.resize(grid_.size());
        for (Place place = 0; place < grid_.size(); ++place) {
            nodes_[place] = is_node(place);
        }
    }

    [[nodiscard]] bool same_sides(const GridEdge& l, const GridEdge& r, bool turned) const {
        return std::equal(result_.sides.begin() + std::ptrdiff_t(l.first_side),
                          result_.sides.begin() + std::ptrdiff_t(l.first_side + l.side_count),
                          result_.sides.begin() + std::ptrdiff_t(r.first_side),
                          result_.sides.begin() + std::ptrdiff_t(r.first_side + r.side_count),
                          [&](const ArcSide& x, const ArcSide& y) {
                              return x.feature == y.feature && x.times == (turned ? -y.times : y.times);
                          });
    }

    [[nodiscard]] bool is_node(Place place) const {
        const auto meeting = edges_at(place);
        if (meeting.size() != 2) {
            return true;
        }
        // Two edges go on in one direction where one ends and the other begins here.
        const GridEdge &l = grid_edges_[meeting[0]], &r = grid_edges_[meeting[1]];
        return !same_sides(l, r, (l.a == place) == (r.a == place));
    }

    void join_edges() {
        gather_ends();
        used_.assign(grid_edges_.size(), false);
        for (const bool closed : {false, true}) {  // from the nodes; then what has none
            for (Place place = 0; place < grid_.size(); ++place) {
                if (!closed && !nodes_[place]) {
                    continue;
                }
                for (const std::uint32_t edge : edges_at(place)) {
                    if (!used_[edge]) {
                        follow(place, edge);
                    }
                }
            }
        }
    }

    void follow(Place origin, std::uint32_t e) {
        Arc arc{result_.points.size(), 1, result_.sides.size(), 0};
        const GridEdge start = grid_edges_[e];
        for (std::size_t i = 0; i < start.side_count; ++i) {
            ArcSide side = result_.sides[start.first_side + i];
            side.times = start.a == origin ? side.times : -side.times;
            result_.sides.push_back(side);
        }
        arc.side_count = start.side_count;
        result_.points.push_back(grid_[origin]);
        for (Place at = origin;;) {
            used_[e] = true;
            at = grid_edges_[e].a == at ? grid_edges_[e].b : grid_edges_[e].a;
            result_.points.push_back(grid_[at]);
            ++arc.count;
            if (at == origin || nodes_[at]) {
                break;
            }
            const auto meeting = edges_at(at);
            e = meeting[0] == e ? meeting[1] : meeting[0];
        }
        result_.arcs.push_back(arc);
    }

    const SharedSegments& shared_;
    double scale_;
    std::vector<GridPoint> grid_;
    std::vector<Place> places_;  // of the vertices
    std::vector<SidedEdge> edges_;
    std::vector<GridEdge> grid_edges_;
    std::vector<std::uint32_t> meeting_, first_meeting_;  // edges at each place, one place after the other
    std::vector<char> nodes_, used_;
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
    const auto each_side = [&](const auto& use) {
        for (const Arc& arc : topology.arcs) {
            for (const ArcSide& side : topology.sides_of(arc)) {
                for (std::int32_t copy = 0; copy < std::abs(side.times); ++copy) {
                    use(topology.points_of(arc), side);
                }
            }
        }
    };
    std::vector<std::size_t> ends;
    each_side([&](std::span<const GridPoint> points, const ArcSide& side) {
        ends.resize(std::max<std::size_t>(ends.size(), side.feature + 1));
        ends[side.feature] += points.size() - 1;
    });
    std::partial_sum(ends.begin(), ends.end(), ends.begin());
    std::vector<FeatureEdge> edges(ends.empty() ? 0 : ends.back());
    each_side([&](std::span<const GridPoint> points, const ArcSide& side) {
        for (std::size_t i = 1; i < points.size(); ++i) {
            edges[--ends[side.feature]] = side.times > 0 ? FeatureEdge{side.feature, points[i - 1], points[i]}
                                                         : FeatureEdge{side.feature, points[i], points[i - 1]};
        }
    });
    return edges;
}

}  // namespace papar
