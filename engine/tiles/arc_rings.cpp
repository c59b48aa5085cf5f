#include "engine/tiles/arc_rings.hpp"

#include <algorithm>
#include <limits>
#include <map>
#include <utility>

namespace papar {
namespace {

struct Heading {
    std::int64_t x, y;
};

std::int64_t cross(const Heading& a, const Heading& b) {
    return a.x * b.y - a.y * b.x;
}

// Turning from `start` to its left as seen on the map (the feature lies there), which half turn holds d: 0 the first, 1
// straight on, 2 the second, 3 back where we came from.
int half_turn(const Heading& start, const Heading& d) {
    const std::int64_t side = cross(start, d);
    if (side != 0) {
        return side < 0 ? 0 : 2;
    }
    return start.x * d.x + start.y * d.y < 0 ? 1 : 3;
}

class Tracer {
public:
    explicit Tracer(std::span<const FeatureEdge> edges) {
        std::vector<std::pair<Edge, int>> both_ways;  // from the smaller point, and whether it runs so
        both_ways.reserve(edges.size());
        for (const FeatureEdge& e : edges) {
            both_ways.emplace_back(std::minmax(e.from, e.to), e.from < e.to ? 1 : -1);
        }
        std::sort(both_ways.begin(), both_ways.end());
        for (std::size_t i = 0; i < both_ways.size();) {
            const Edge edge = both_ways[i].first;
            int times = 0;
            for (; i < both_ways.size() && both_ways[i].first == edge; ++i) {
                times += both_ways[i].second;
            }
            for (; times > 0; --times) {
                edges_.push_back(edge);
            }
            for (; times < 0; ++times) {
                edges_.emplace_back(edge.second, edge.first);
            }
        }
        std::sort(edges_.begin(), edges_.end());
        used_.assign(edges_.size(), false);
    }

    // Every ring, simple ones only.
    std::vector<GridRing> trace() {
        for (std::size_t e = 0; e < edges_.size(); ++e) {
            if (!used_[e]) {
                split(walk(e));
            }
        }
        return std::move(rings_);
    }

private:
    using Edge = std::pair<GridPoint, GridPoint>;

    // The next border edge of the part of the feature beside edge e.
    [[nodiscard]] std::size_t next(std::size_t e) const {
        const auto& [from, at] = edges_[e];
        const Heading back{std::int64_t{from.x} - at.x, std::int64_t{from.y} - at.y};
        const auto begin =
            std::lower_bound(edges_.begin(), edges_.end(), Edge{at, {std::numeric_limits<std::int32_t>::min(), 0}}) -
            edges_.begin();
        std::size_t best = edges_.size();
        std::pair<int, Heading> best_turn;
        for (auto i = static_cast<std::size_t>(begin); i < edges_.size() && edges_[i].first == at; ++i) {
            if (used_[i]) {
                continue;
            }
            const Heading d{std::int64_t{edges_[i].second.x} - at.x, std::int64_t{edges_[i].second.y} - at.y};
            const int half = half_turn(back, d);
            if (best == edges_.size() || half < best_turn.first ||
                (half == best_turn.first && cross(best_turn.second, d) > 0)) {
                best = i;
                best_turn = {half, d};
            }
        }
        return best;
    }

    GridRing walk(std::size_t start) {
        GridRing ring;
        // The first edge stays free until it is chosen as the last one's next.
        for (std::size_t e = start;;) {
            ring.push_back(edges_[e].first);
            e = next(e);
            if (e == start || e == edges_.size()) {
                used_[start] = true;
                return ring;
            }
            used_[e] = true;
        }
    }

    // Cuts a ring where it meets itself.
    void split(const GridRing& ring) {
        std::map<GridPoint, std::size_t> position;
        GridRing open;
        for (const GridPoint& p : ring) {
            if (const auto seen = position.find(p); seen != position.end()) {
                const auto from = open.begin() + static_cast<std::ptrdiff_t>(seen->second);
                keep({from, open.end()});
                for (auto i = from; i != open.end(); ++i) {
                    position.erase(*i);
                }
                open.erase(from, open.end());
            }
            position[p] = open.size();
            open.push_back(p);
        }
        keep(open);
    }

    void keep(GridRing ring) {
        if (ring.size() >= 3 && twice_area(ring) != 0) {
            rings_.push_back(std::move(ring));
        }
    }

    std::vector<Edge> edges_;
    std::vector<char> used_;
    std::vector<GridRing> rings_;
};

// 1 inside, -1 outside, 0 on the border.
int side_of(const GridRing& ring, const GridPoint& p) {
    bool inside = false;
    for (std::size_t i = 0, j = ring.size() - 1; i < ring.size(); j = i++) {
        const GridPoint &a = ring[j], &b = ring[i];
        const std::int64_t turn = papar::cross(a, b, p);
        if (turn == 0 && std::min(a.x, b.x) <= p.x && p.x <= std::max(a.x, b.x) && std::min(a.y, b.y) <= p.y &&
            p.y <= std::max(a.y, b.y)) {
            return 0;
        }
        if ((a.y > p.y) != (b.y > p.y) && (turn > 0) == (b.y > a.y)) {
            inside = !inside;
        }
    }
    return inside ? 1 : -1;
}

// The rings do not cross: the first point off the border decides.
bool holds(const GridRing& shell, const GridRing& hole) {
    for (const GridPoint& p : hole) {
        if (const int side = side_of(shell, p); side != 0) {
            return side > 0;
        }
    }
    return twice_area(shell) > -twice_area(hole);
}

}  // namespace

GridPolygons rings_of(std::span<const FeatureEdge> edges) {
    std::vector<GridRing> rings = Tracer(edges).trace();
    std::vector<std::size_t> shells, holes;
    for (std::size_t i = 0; i < rings.size(); ++i) {
        (twice_area(rings[i]) > 0 ? shells : holes).push_back(i);
    }
    GridPolygons result;
    std::map<std::size_t, std::vector<std::size_t>> holes_of;
    for (const std::size_t hole : holes) {
        std::size_t best = rings.size();
        for (const std::size_t shell : shells) {
            if (holds(rings[shell], rings[hole]) &&
                (best == rings.size() || twice_area(rings[shell]) < twice_area(rings[best]))) {
                best = shell;
            }
        }
        if (best == rings.size()) {
            ++result.stray_holes;
        } else {
            holes_of[best].push_back(hole);
        }
    }
    for (const std::size_t shell : shells) {
        result.rings.push_back(std::move(rings[shell]));
        for (const std::size_t hole : holes_of[shell]) {
            result.rings.push_back(std::move(rings[hole]));
        }
    }
    return result;
}

}  // namespace papar
