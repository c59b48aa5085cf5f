// Snap rounding: which points of the integer grid a straight segment must pass, so that rounding makes no two segments
// cross (Hobby 1999; Guibas and Marimont 1998).
#pragma once

#include "engine/tiles/arc_points.hpp"
#include "engine/zones/zone.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <vector>

namespace papar {

[[nodiscard]] GridPoint rounded(const Vertex& v);  // halves upwards

// Whether the pixels of two different points have a side in common: a segment from one to the other passes no third.
[[nodiscard]] inline bool share_a_side(const GridPoint& p, const GridPoint& q) {
    return std::abs(p.x - q.x) + std::abs(p.y - q.y) == 1;
}

// A fixed set of grid points with an index by square cells. Immutable: safe to use from many threads.
class HotPoints {
public:
    // Any order; points may repeat. The set is kept in an order of its own: see `points`.
    explicit HotPoints(std::vector<GridPoint> points);

    [[nodiscard]] const std::vector<GridPoint>& points() const { return points_; }

    // Position in `points`. Precondition: the point is in the set.
    [[nodiscard]] std::size_t index_of(const GridPoint& p) const;

    // Appends the points whose pixel [x - 1/2, x + 1/2) x [y - 1/2, y + 1/2) the segment passes, along it: first the
    // one of a's pixel, last the one of b's. Both directions give the same points. Precondition: the ends' pixels are
    // in the set.
    void snap(const Vertex& a, const Vertex& b, std::vector<GridPoint>& chain) const;

    // Calls `found(index)` for every point of the closed box until it answers true; whether it did.
    template <typename Found>
    bool any_in_box(const GridPoint& low, const GridPoint& high, const Found& found) const {
        const std::int64_t first_row = row_of(low.y), last_row = row_of(high.y), last_col = col_of(high.x);
        for (std::int64_t col = col_of(low.x); col <= last_col; ++col) {
            const auto end = starts_[cell(col, last_row) + 1];
            for (std::size_t i = starts_[cell(col, first_row)]; i < end; ++i) {
                const GridPoint& p = points_[i];
                if (p.x >= low.x && p.x <= high.x && p.y >= low.y && p.y <= high.y && found(i)) {
                    return true;
                }
            }
        }
        return false;
    }

private:
    // Places outside the set's box belong to the cells at its edge.
    [[nodiscard]] std::int64_t col_of(std::int64_t x) const {
        return std::clamp<std::int64_t>((x - low_.x) >> shift_, 0, cols_ - 1);
    }
    [[nodiscard]] std::int64_t row_of(std::int64_t y) const {
        return std::clamp<std::int64_t>((y - low_.y) >> shift_, 0, rows_ - 1);
    }
    [[nodiscard]] std::size_t cell(std::int64_t col, std::int64_t row) const {
        return static_cast<std::size_t>(col * rows_ + row);
    }

    // Appends the points between the ends of a segment that runs eastwards.
    void pass(const Vertex& a, const Vertex& b, const GridPoint& first, const GridPoint& last,
              std::vector<GridPoint>& chain) const;

    std::vector<GridPoint> points_;      // by cell, then by x and y
    std::vector<std::uint32_t> starts_;  // of the cells, column by column: shapes' vertices come by x
    GridPoint low_;
    std::int64_t cols_ = 1, rows_ = 1;
    int shift_ = 0;  // cells are 2^shift units wide
};

}  // namespace papar
