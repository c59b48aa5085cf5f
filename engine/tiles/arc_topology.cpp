#include "engine/tiles/arc_topology.hpp"

#include "engine/base/error.hpp"
#include "engine/tiles/arc_grid_edges.hpp"

#include <algorithm>
#include <numeric>
#include <utility>

namespace papar {
namespace {

using Place = GridEdges::Place;

class Joiner {
public:
    explicit Joiner(const GridEdges& from) : from_(from) {}

    ArcTopology arcs() {
        join_edges();
        return std::move(result_);
    }

private:
    // The edges that meet at a place, by their numbers.
    [[nodiscard]] std::span<const std::uint32_t> edges_at(Place place) const {
        return {meeting_.data() + first_meeting_[place], first_meeting_[place + 1] - first_meeting_[place]};
    }

    void gather_ends() {
        first_meeting_.assign(from_.points.size() + 1, 0);
        for (const GridEdges::Edge& edge : from_.edges) {
            ++first_meeting_[edge.a];
            ++first_meeting_[edge.b];
        }
        std::partial_sum(first_meeting_.begin(), first_meeting_.end(), first_meeting_.begin());
        meeting_.resize(2 * from_.edges.size());
        for (auto e = static_cast<std::uint32_t>(from_.edges.size()); e-- > 0;) {
            meeting_[--first_meeting_[from_.edges[e].a]] = e;
            meeting_[--first_meeting_[from_.edges[e].b]] = e;
        }
        nodes_.resize(from_.points.size());
        for (Place place = 0; place < from_.points.size(); ++place) {
            nodes_[place] = is_node(place);
        }
    }

    [[nodiscard]] bool same_sides(const GridEdges::Edge& l, const GridEdges::Edge& r, bool turned) const {
        return std::equal(from_.sides.begin() + std::ptrdiff_t(l.first_side),
                          from_.sides.begin() + std::ptrdiff_t(l.first_side + l.side_count),
                          from_.sides.begin() + std::ptrdiff_t(r.first_side),
                          from_.sides.begin() + std::ptrdiff_t(r.first_side + r.side_count),
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
        const GridEdges::Edge &l = from_.edges[meeting[0]], &r = from_.edges[meeting[1]];
        return !same_sides(l, r, (l.a == place) == (r.a == place));
    }

    void join_edges() {
        gather_ends();
        used_.assign(from_.edges.size(), false);
        for (const bool closed : {false, true}) {  // from the nodes; then what has none
            for (Place place = 0; place < from_.points.size(); ++place) {
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
        const GridEdges::Edge start = from_.edges[e];
        for (std::size_t i = 0; i < start.side_count; ++i) {
            ArcSide side = from_.sides[start.first_side + i];
            side.times = start.a == origin ? side.times : -side.times;
            result_.sides.push_back(side);
        }
        arc.side_count = start.side_count;
        result_.points.push_back(from_.points[origin]);
        for (Place at = origin;;) {
            used_[e] = true;
            at = from_.edges[e].a == at ? from_.edges[e].b : from_.edges[e].a;
            result_.points.push_back(from_.points[at]);
            ++arc.count;
            if (at == origin || nodes_[at]) {
                break;
            }
            const auto meeting = edges_at(at);
            e = meeting[0] == e ? meeting[1] : meeting[0];
        }
        result_.arcs.push_back(arc);
    }

    const GridEdges& from_;
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
    GridEdges edges = grid_edges(shared, zoom);
    ArcTopology topology = Joiner(edges).arcs();
    topology.collapsed_rings = edges.collapsed_rings;
    topology.collapsed_features = std::move(edges.collapsed_features);
    return topology;
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
