#include "engine/grid/quad_shares.hpp"

#include <algorithm>
#include <cmath>

namespace papar {

namespace {

// Each of four cuts adds at most one corner to four.
class Polygon {
public:
    Polygon() = default;
    explicit Polygon(const Quad& quad) {
        for (const CellPosition& corner : quad) {
            add(corner);
        }
    }

    // What lies on one side of a line: `member` of its corners at least (sign 1) or at most (sign -1) `limit`.
    [[nodiscard]] Polygon cut(double CellPosition::*member, double sign, double limit) const {
        Polygon kept;
        for (std::size_t i = 0; i < count_; ++i) {
            const CellPosition& a = corners_[i];
            const CellPosition& b = corners_[i + 1 < count_ ? i + 1 : 0];
            const double a_in = sign * (a.*member - limit);
            const double b_in = sign * (b.*member - limit);
            if (a_in >= 0) {
                kept.add(a);
            }
            if ((a_in > 0 && b_in < 0) || (a_in < 0 && b_in > 0)) {
                const double t = a_in / (a_in - b_in);
                kept.add({a.col + t * (b.col - a.col), a.row + t * (b.row - a.row)});
            }
        }
        return kept;
    }

    // From its first corner, so that the distance from the origin costs no digits.
    [[nodiscard]] double area() const {
        double twice = 0;
        for (std::size_t i = 1; i + 1 < count_; ++i) {
            const CellPosition& o = corners_[0];
            const CellPosition& a = corners_[i];
            const CellPosition& b = corners_[i + 1];
            twice += (a.col - o.col) * (b.row - o.row) - (b.col - o.col) * (a.row - o.row);
        }
        return std::abs(twice) / 2;
    }

private:
    void add(const CellPosition& corner) {
        if (count_ < corners_.size()) {
            corners_[count_++] = corner;
        }
    }

    std::array<CellPosition, 12> corners_{};
    std::size_t count_ = 0;
};

// The cells between two positions, as [first, end).
struct Range {
    std::int64_t first;
    std::int64_t end;

    Range(double low, double high, std::int64_t begin, std::int64_t limit)
        : first(std::max(begin, static_cast<std::int64_t>(std::floor(low)))),
          end(std::min(limit, static_cast<std::int64_t>(std::ceil(high)))) {}
};

}  // namespace

void share_out(const Quad& quad, const Window& window, std::vector<CellShare>& shares) {
    shares.clear();
    const auto [west, east] = std::minmax({quad[0].col, quad[1].col, quad[2].col, quad[3].col});
    const auto [north, south] = std::minmax({quad[0].row, quad[1].row, quad[2].row, quad[3].row});
    const Range cols(west, east, window.col, window.end_col());
    const Range rows(north, south, window.row, window.end_row());
    const Polygon whole(quad);
    const double area = whole.area();
    if (!(area > 0)) {
        return;
    }
    for (std::int64_t row = rows.first; row < rows.end; ++row) {
        const Polygon strip = whole.cut(&CellPosition::row, 1, static_cast<double>(row))
                                  .cut(&CellPosition::row, -1, static_cast<double>(row + 1));
        for (std::int64_t col = cols.first; col < cols.end; ++col) {
            const double share = strip.cut(&CellPosition::col, 1, static_cast<double>(col))
                                     .cut(&CellPosition::col, -1, static_cast<double>(col + 1))
                                     .area() /
                                 area;
            if (share > 0) {
                shares.push_back({col, row, share});
            }
        }
    }
}

}  // namespace papar
