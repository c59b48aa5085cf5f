#include "engine/tiles/arc_rings.hpp"

#include <algorithm>
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
        edges_.reserve(edges.size());
        for (const FeatureEdge& e : edges) {
            edges_.emplace_back(e.from, e.to);
        }
        std::sort(edges_.begin(), edges_.end());
        if (cancel()) {
            find_nexts();
        }
    }

    // Every ring, simple ones only.
    std::vector<GridRing> trace() {
        used_.assign(edges_.size(), false);
        position_.assign(edges_.size(), nowhere);
        for (std::size_t e = 0; e < edges_.size(); ++e) {
            if (!used_[e]) {
                split(walk(e));
            }
        }
        return std::move(rings_);
    }

private:
    using Edge = std::pair<GridPoint, GridPoint>;
    static constexpr std::size_t nowhere = SIZE_MAX;

    // For each edge the first one that begins where it ends, and the first one that begins where it begins.
    void find_nexts() {
        nexts_.resize(edges_.size());
        firsts_.resize(edges_.size());
        for (std::size_t e = 0; e < edges_.size(); ++e) {
            firsts_[e] = e > 0 && edges_[e - 1].first == edges_[e].first ? firsts_[e - 1] : e;
            const auto next = std::lower_bound(edges_.begin(), edges_.end(), edges_[e].second,
                                               [](const Edge& l, const GridPoint& at) { return l.first < at; });
            nexts_[e] = static_cast<std::size_t>(next - edges_.begin());
        }
    }

    // Takes out what runs both ways, as often as it does; whether there was any.
    bool cancel() {
        find_nexts();
        std::vector<Edge> left;
        left.reserve(edges_.size());
        for (std::size_t e = 0, last = 0; e < edges_.size(); e = last) {
            for (last = e; last < edges_.size() && edges_[last] == edges_[e]; ++last) {
            }
            const auto& [from, at] = edges_[e];
            std::size_t back = 0;
            for (std::size_t i = nexts_[e]; i < edges_.size() && edges_[i].first == at; ++i) {
                back += edges_[i].second == from ? 1 : 0;
            }
            for (std::size_t i = e + back; i < last; ++i) {
                left.push_back(edges_[e]);
            }
        }
        const bool any = left.size() < edges_.size();
        edges_ = std::move(left);
        return any;
    }

    // The next border edge of the part of the feature beside edge e.
    [[nodiscard]] std::size_t next(std::size_t e) const {
        const auto& [from, at] = edges_[e];
        std::size_t best = edges_.size();
        std::pair<int, Heading> best_turn;
        const Heading back{std::int64_t{from.x} - at.x, std::int64_t{from.y} - at.y};
        for (std::size_t i = nexts_[e]; i < edges_.size() && edges_[i].first == at; ++i) {
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

    // The ring's edges.
    std::vector<std::size_t> walk(std::size_t start) {
        std::vector<std::size_t> ring;
        // The first edge stays free until it is chosen as the last one's next.
        for (std::size_t e = start;;) {
            ring.push_back(e);
            e = next(e);
            if (e == start || e == edges_.size()) {
                used_[start] = true;
                return ring;
            }
            used_[e] = true;
        }
    }

    // Cuts a ring where it meets itself.
    void split(const std::vector<std::size_t>& ring) {
        GridRing open;
        std::vector<std::size_t> places;
        for (const std::size_t edge : ring) {
            const std::size_t place = firsts_[edge];
            if (const std::size_t seen = position_[place]; seen != nowhere) {
                keep({open.begin() + static_cast<std::ptrdiff_t>(seen), open.end()});
                for (std::size_t k = seen; k < places.size(); ++k) {
                    position_[places[k]] = nowhere;
                }
                open.resize(seen);
                places.resize(seen);
            }
            position_[place] = open.size();
            open.push_back(edges_[edge].first);
            places.push_back(place);
        }
        for (const std::size_t place : places) {
            position_[place] = nowhere;
        }
        keep(std::move(open));
    }

    void keep(GridRing ring) {
        if (ring.size() >= 3 && twice_area(ring) != 0) {
            rings_.push_back(std::move(ring));
        }
    }

    std::vector<Edge> edges_;
    std::vector<std::size_t> nexts_, firsts_;
    std::vector<char> used_;
    std::vector<std::size_t> position_;  // in the open ring, of the point where this is the first edge
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
    std::vector<std::int64_t> areas;
    std::vector<std::size_t> shells, holes;
    for (std::size_t i = 0; i < rings.size(); ++i) {
        areas.push_back(twice_area(rings[i]));
        (areas[i] > 0 ? shells : holes).push_back(i);
    }
    GridPolygons result;
    std::vector<std::vector<std::size_t>> holes_of(rings.size());
    for (const std::size_t hole : holes) {
        std::size_t best = rings.size();
        for (const std::size_t shell : shells) {
            if ((best == rings.size() || areas[shell] < areas[best]) && holds(rings[shell], rings[hole])) {
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
