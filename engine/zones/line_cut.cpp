#include "engine/zones/line_cut.hpp"

#include "engine/zones/point_in_shape.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace papar {

namespace {

Vertex at(const Vertex& a, const Vertex& b, double share) {
    return {a.x + (b.x - a.x) * share, a.y + (b.y - a.y) * share};
}

// One segment against the edges near it.
class SegmentCuts {
public:
    void begin(const Vertex& a, const Vertex& b) {
        a_ = a;
        b_ = b;
        cuts_.assign({0, 1});
        on_border_.clear();
        any_ = false;
    }

    void add(const ShapeEdges::Edge& edge) {
        any_ = true;
        if (a_ == b_) {
            return;
        }
        const double of_a = turn(edge.low, edge.high, a_);
        const double of_b = turn(edge.low, edge.high, b_);
        const bool edge_on_segment = turn(a_, b_, edge.low) == 0 && turn(a_, b_, edge.high) == 0;
        if ((of_a == 0 && of_b == 0) || edge_on_segment) {
            const double one = share_of(edge.low);
            const double other = share_of(edge.high);
            cuts_.insert(cuts_.end(), {one, other});
            on_border_.push_back({std::min(one, other), std::max(one, other)});
        } else if ((of_a < 0) != (of_b < 0)) {
            // Where it meets the edge's line; a cut beyond the edge's ends does no harm.
            cuts_.push_back(std::clamp(of_a / (of_a - of_b), 0.0, 1.0));
        }
    }

    [[nodiscard]] bool any() const { return any_; }

    // Calls `use(from, to, inside)` along the segment.
    template <typename Use>
    void for_each_part(const ShapeEdges& shape, const Use& use) {
        std::sort(cuts_.begin(), cuts_.end());
        cuts_.erase(std::unique(cuts_.begin(), cuts_.end()), cuts_.end());
        for (std::size_t i = 0; i + 1 < cuts_.size(); ++i) {
            const double middle = (cuts_[i] + cuts_[i + 1]) / 2;
            const bool on_border = std::any_of(on_border_.begin(), on_border_.end(), [&](const LinePart& part) {
                return part.from <= middle && middle <= part.to;
            });
            use(cuts_[i], cuts_[i + 1], on_border || shape.holds(at(a_, b_, middle)));
        }
    }

private:
    // Of a point on the segment's line, held to the segment.
    [[nodiscard]] double share_of(const Vertex& v) const {
        const double dx = b_.x - a_.x;
        const double dy = b_.y - a_.y;
        const double share = std::abs(dx) >= std::abs(dy) ? (v.x - a_.x) / dx : (v.y - a_.y) / dy;
        return std::clamp(share, 0.0, 1.0);
    }

    Vertex a_, b_;
    std::vector<double> cuts_;
    std::vector<LinePart> on_border_;
    bool any_ = false;
};

void append(std::vector<LinePart>& parts, double from, double to) {
    if (!parts.empty() && parts.back().to == from) {
        parts.back().to = to;
    } else {
        parts.push_back({from, to});
    }
}

bool any_edge_near(const ShapeEdges& shape, const Box& box) {
    bool any = false;
    shape.for_each_near(box, [&](const ShapeEdges::Edge&) { any = true; });
    return any;
}

}  // namespace

std::vector<LinePart> parts_inside(const ShapeEdges& shape, std::span<const Vertex> line) {
    std::vector<LinePart> parts;
    if (!any_edge_near(shape, box_of(line))) {
        if (shape.holds(line.front())) {
            append(parts, 0, static_cast<double>(line.size() - 1));
        }
        return parts;
    }
    SegmentCuts cuts;
    bool known = false;  // whether `inside` holds for the next segment's beginning
    bool inside = false;
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const auto first = static_cast<double>(i);
        cuts.begin(line[i], line[i + 1]);
        shape.for_each_near(box_of(line.subspan(i, 2)), [&](const ShapeEdges::Edge& edge) { cuts.add(edge); });
        if (cuts.any()) {
            known = false;
            cuts.for_each_part(shape, [&](double from, double to, bool held) {
                if (held) {
                    append(parts, first + from, first + to);
                }
            });
            continue;
        }
        if (!known) {
            inside = shape.holds(line[i]);
            known = true;
        }
        if (inside) {
            append(parts, first, first + 1);
        }
    }
    return parts;
}

std::vector<ZonePart> first_zone_wins(std::span<const ZonePart> claims) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    std::vector<ZonePart> won;
    std::vector<LinePart> free{{-infinity, infinity}};
    std::vector<LinePart> left;
    for (const ZonePart& claim : claims) {
        left.clear();
        for (const LinePart& part : free) {
            const LinePart both{std::max(part.from, claim.part.from), std::min(part.to, claim.part.to)};
            if (both.from >= both.to) {
                left.push_back(part);
                continue;
            }
            won.push_back({claim.zone, both});
            if (part.from < both.from) {
                left.push_back({part.from, both.from});
            }
            if (both.to < part.to) {
                left.push_back({both.to, part.to});
            }
        }
        free.swap(left);
    }
    return won;
}

}  // namespace papar
