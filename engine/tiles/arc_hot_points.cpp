#include "engine/tiles/arc_hot_points.hpp"

#include <cmath>
#include <utility>

namespace papar {
namespace {

// The open sides of a pixel, in units. Between integer points of one tile a line that misses a pixel's corner misses it
// by more than 1 / (2 * 4224 * sqrt 2).
constexpr double open_side = 1e-6;

// Twice the middle of the part of the segment inside the pixel, as a share of its length; negative where it misses it.
double passage(const Vertex& a, const Vertex& b, const GridPoint& p) {
    double from = 0, to = 1;
    const auto cut = [&](double start, double step, double low, double high) {
        if (step == 0) {
            return start >= low && start <= high;
        }
        double enter = (low - start) / step, leave = (high - start) / step;
        if (enter > leave) {
            std::swap(enter, leave);
        }
        from = std::max(from, enter);
        to = std::min(to, leave);
        return from <= to;
    };
    const bool met =
        cut(a.x, b.x - a.x, p.x - 0.5, p.x + 0.5 - open_side) && cut(a.y, b.y - a.y, p.y - 0.5, p.y + 0.5 - open_side);
    return met ? from + to : -1;
}

// Whether the pixel may meet the line through a and b: without a division, for most points near a segment do not.
bool may_meet(const Vertex& a, const Vertex& b, const GridPoint& p) {
    const double dx = b.x - a.x, dy = b.y - a.y;
    constexpr double half_pixel = 0.5 + open_side;
    return std::abs(dx * (p.y - a.y) - dy * (p.x - a.x)) <= half_pixel * (std::abs(dx) + std::abs(dy));
}

// Cheaper than the library's floor, which is a call: coordinates fit 32 bits.
std::int32_t floor_of(double v) {
    const auto towards_zero = static_cast<std::int32_t>(v);
    return towards_zero - (v < towards_zero ? 1 : 0);
}

}  // namespace

GridPoint rounded(const Vertex& v) {
    return {floor_of(v.x + 0.5), floor_of(v.y + 0.5)};
}

HotPoints::HotPoints(std::vector<GridPoint> points) : points_(std::move(points)) {
    GridPoint high;
    if (!points_.empty()) {
        low_ = high = points_[0];
    }
    for (const GridPoint& p : points_) {
        low_ = {std::min(low_.x, p.x), std::min(low_.y, p.y)};
        high = {std::max(high.x, p.x), std::max(high.y, p.y)};
    }
    const auto most = static_cast<std::int64_t>(4 * points_.size() + 16);
    do {
        cols_ = ((std::int64_t{high.x} - low_.x) >> shift_) + 1;
        rows_ = ((std::int64_t{high.y} - low_.y) >> shift_) + 1;
    } while (cols_ * rows_ > most && ++shift_ > 0);

    const auto cell_of = [&](const GridPoint& p) { return cell(col_of(p.x), row_of(p.y)); };
    const auto cells = static_cast<std::size_t>(cols_ * rows_);
    starts_.assign(cells + 1, 0);
    for (const GridPoint& p : points_) {
        ++starts_[cell_of(p)];
    }
    for (std::size_t i = 1; i <= cells; ++i) {
        starts_[i] += starts_[i - 1];
    }
    std::vector<GridPoint> sorted(points_.size());
    for (const GridPoint& p : points_) {
        sorted[--starts_[cell_of(p)]] = p;  // starts_ are the cells' ends until here
    }
    auto to = sorted.begin();
    for (std::size_t i = 0; i < cells; ++i) {  // each cell in order, equal points once
        const auto first = sorted.begin() + starts_[i], last = sorted.begin() + starts_[i + 1];
        std::sort(first, last);
        starts_[i] = static_cast<std::uint32_t>(to - sorted.begin());
        for (auto p = first; p != last; ++p) {
            if (to == sorted.begin() || to[-1] != *p) {
                *to++ = *p;
            }
        }
    }
    sorted.erase(to, sorted.end());
    starts_[cells] = static_cast<std::uint32_t>(sorted.size());
    points_ = std::move(sorted);
}

std::size_t HotPoints::index_of(const GridPoint& p) const {
    std::size_t index = 0;
    any_in_box(p, p, [&](std::size_t i) {
        index = i;
        return true;
    });
    return index;
}

void HotPoints::snap(const Vertex& a, const Vertex& b, std::vector<GridPoint>& chain) const {
    if (b.x < a.x || (b.x == a.x && b.y < a.y)) {
        const std::size_t before = chain.size();
        snap(b, a, chain);
        std::reverse(chain.begin() + static_cast<std::ptrdiff_t>(before), chain.end());
        return;
    }
    const GridPoint first = rounded(a), last = rounded(b);
    chain.push_back(first);
    if (first == last) {
        return;
    }
    if (!share_a_side(first, last)) {
        pass(a, b, first, last, chain);
    }
    chain.push_back(last);
}

void HotPoints::pass(const Vertex& a, const Vertex& b, const GridPoint& first, const GridPoint& last,
                     std::vector<GridPoint>& chain) const {
    std::vector<std::pair<double, GridPoint>> passed;
    const auto [low_y, high_y] = std::minmax(first.y, last.y);
    const double slope = b.x == a.x ? 0 : (b.y - a.y) / (b.x - a.x);
    const std::int64_t first_col = col_of(first.x), last_col = col_of(last.x);
    for (std::int64_t col = first_col; col <= last_col; ++col) {
        double one = a.y, other = b.y;
        if (first_col != last_col) {
            // The part of the segment in this column of cells, a unit more on every side.
            const auto west = static_cast<double>(low_.x + (col << shift_)) - 1;
            const auto east = static_cast<double>(low_.x + ((col + 1) << shift_)) + 1;
            one = a.y + (std::clamp(west, a.x, b.x) - a.x) * slope;
            other = a.y + (std::clamp(east, a.x, b.x) - a.x) * slope;
        }
        const std::int64_t first_row = row_of(floor_of(std::min(one, other)));
        const std::int64_t last_row = row_of(floor_of(std::max(one, other)) + 1);
        const std::size_t end = starts_[cell(col, last_row) + 1];
        for (std::size_t i = starts_[cell(col, first_row)]; i < end; ++i) {
            const GridPoint& p = points_[i];
            if (p.x < first.x || p.x > last.x || p.y < low_y || p.y > high_y || !may_meet(a, b, p)) {
                continue;
            }
            if (p != first && p != last) {
                if (const double middle = passage(a, b, p); middle >= 0) {
                    passed.emplace_back(middle, p);
                }
            }
        }
    }
    std::sort(passed.begin(), passed.end());
    for (const auto& [middle, p] : passed) {
        chain.push_back(p);
    }
}

}  // namespace papar
