#include "engine/tiles/arc_simplify.hpp"

#include "engine/tiles/arc_hot_points.hpp"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <functional>
#include <queue>
#include <set>
#include <tuple>
#include <utility>

namespace papar {
namespace {

class Simplifier {
public:
    Simplifier(ArcTopology& topology, double tolerance)
        : topology_(topology), most_(2 * tolerance * tolerance), places_(topology.points) {}

    std::size_t run() {
        prepare();
        while (!queue_.empty()) {
            const auto [area, point, version] = queue_.top();
            queue_.pop();
            if (!gone_[point] && versions_[point] == version && may_go(point)) {
                take_out(point);
            }
        }
        return compact();
    }

private:
    static constexpr std::size_t none = SIZE_MAX;

    void prepare() {
        const std::size_t count = topology_.points.size();
        before_.assign(count, none);
        after_.assign(count, none);
        gone_.assign(count, false);
        versions_.assign(count, 0);
        arc_of_.assign(count, 0);
        gone_places_.assign(places_.points().size(), false);
        left_.resize(topology_.arcs.size());
        for (std::size_t a = 0; a < topology_.arcs.size(); ++a) {
            const Arc& arc = topology_.arcs[a];
            left_[a] = arc.count;
            note_line(a);
            for (std::size_t i = arc.first + 1; i + 1 < arc.first + arc.count; ++i) {
                before_[i] = i - 1;
                after_[i] = i + 1;
                arc_of_[i] = a;
            }
        }
        for (std::size_t i = 0; i < count; ++i) {
            enqueue(i);
        }
    }

    [[nodiscard]] std::pair<GridPoint, GridPoint> ends_of(std::size_t a) const {
        const auto points = topology_.points_of(topology_.arcs[a]);
        return std::minmax(points.front(), points.back());
    }
    void note_line(std::size_t a) {
        if (left_[a] == 2) {
            lines_.insert(ends_of(a));
        }
    }

    void enqueue(std::size_t point) {
        if (after_[point] == none) {
            return;  // the end of an arc
        }
        const auto& p = topology_.points;
        const std::int64_t area = std::abs(cross(p[before_[point]], p[point], p[after_[point]]));
        if (static_cast<double>(area) <= most_) {
            queue_.emplace(area, point, ++versions_[point]);
        } else {
            ++versions_[point];
        }
    }

    [[nodiscard]] bool may_go(std::size_t point) const {
        const std::size_t arc = arc_of_[point];
        const auto [low_end, high_end] = ends_of(arc);
        if (low_end == high_end ? left_[arc] <= 4 : left_[arc] == 3 && lines_.count({low_end, high_end}) > 0) {
            return false;
        }
        GridPoint a = topology_.points[before_[point]], c = topology_.points[after_[point]];
        const GridPoint b = topology_.points[point];
        if (cross(a, b, c) < 0) {
            std::swap(a, c);
        }
        const GridPoint low{std::min({a.x, b.x, c.x}), std::min({a.y, b.y, c.y})};
        const GridPoint high{std::max({a.x, b.x, c.x}), std::max({a.y, b.y, c.y})};
        return !places_.any_in_box(low, high, [&](std::size_t i) {
            const GridPoint& p = places_.points()[i];
            return !gone_places_[i] && p != a && p != b && p != c && cross(a, b, p) >= 0 && cross(b, c, p) >= 0 &&
                   cross(c, a, p) >= 0;
        });
    }

    void take_out(std::size_t point) {
        const std::size_t prev = before_[point], next = after_[point];
        gone_[point] = true;
        gone_places_[places_.index_of(topology_.points[point])] = true;
        --left_[arc_of_[point]];
        note_line(arc_of_[point]);
        if (after_[prev] != none) {
            after_[prev] = next;
            enqueue(prev);
        }
        if (before_[next] != none) {
            before_[next] = prev;
            enqueue(next);
        }
    }

    std::size_t compact() {
        std::size_t to = 0;
        for (Arc& arc : topology_.arcs) {
            const std::size_t first = to;
            for (std::size_t i = arc.first; i < arc.first + arc.count; ++i) {
                if (!gone_[i]) {
                    topology_.points[to++] = topology_.points[i];
                }
            }
            arc.first = first;
            arc.count = to - first;
        }
        const std::size_t taken = topology_.points.size() - to;
        topology_.points.resize(to);
        return taken;
    }

    ArcTopology& topology_;
    double most_;       // twice the area
    HotPoints places_;  // every inner point of an arc has a place of its own
    std::vector<char> gone_places_;
    std::vector<std::size_t> before_, after_, arc_of_;  // of inner points; none at the ends of arcs
    std::vector<std::size_t> left_;                     // points of each arc
    std::vector<char> gone_;
    std::vector<std::uint32_t> versions_;
    std::set<std::pair<GridPoint, GridPoint>> lines_;  // between the ends of arcs of two points
    using Candidate = std::tuple<std::int64_t, std::size_t, std::uint32_t>;
    std::priority_queue<Candidate, std::vector<Candidate>, std::greater<>> queue_;
};

}  // namespace

std::size_t simplify(ArcTopology& topology, double tolerance) {
    return Simplifier(topology, tolerance).run();
}

}  // namespace papar
