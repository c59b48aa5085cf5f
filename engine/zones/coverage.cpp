#include "engine/zones/coverage.hpp"

#include <algorithm>
#include <cmath>

namespace papar {

namespace {

// Positions along x are in steps of the grid's dx, in which straight lines are straight; heights are in rows, in units
// of 2^-30 row. With equal cells a step is a cell.
class EqualLines {
public:
    explicit EqualLines(const Grid& grid) : cols_(grid.cols) {}

    [[nodiscard]] double end() const { return static_cast<double>(cols_); }
    [[nodiscard]] double west_of(std::int64_t col) const { return static_cast<double>(col); }
    [[nodiscard]] std::int64_t col_at(double x) const { return static_cast<std::int64_t>(x); }
    [[nodiscard]] double share_east_of(double x, std::int64_t col) const { return static_cast<double>(col + 1) - x; }
    // The way down between two heights, true to scale, and the height that lies so far below another.
    [[nodiscard]] double fall(std::int64_t from, std::int64_t to) const { return static_cast<double>(to - from); }
    [[nodiscard]] std::int64_t below(std::int64_t from, double fall) const { return from + std::llrint(fall); }

private:
    std::int64_t cols_;
};

class UnevenLines {
public:
    explicit UnevenLines(const Grid& grid) : cols_(*grid.col_lines), rows_(*grid.row_lines) {}

    [[nodiscard]] double end() const { return cols_.length(); }
    [[nodiscard]] double west_of(std::int64_t col) const { return cols_.position(col); }
    [[nodiscard]] std::int64_t col_at(double x) const { return cols_.cell_at(x); }
    [[nodiscard]] double share_east_of(double x, std::int64_t col) const {
        return (cols_.position(col + 1) - x) / cols_.width(col);
    }
    [[nodiscard]] double fall(std::int64_t from, std::int64_t to) const { return steps_down(to) - steps_down(from); }
    [[nodiscard]] std::int64_t below(std::int64_t from, double fall) const {
        return std::llrint(rows_.cells_of(steps_down(from) + fall) * full_cell);
    }

private:
    [[nodiscard]] double steps_down(std::int64_t height) const {
        return rows_.steps_of(static_cast<double>(height) / full_cell);
    }

    const GridLines& cols_;
    const GridLines& rows_;
};

}  // namespace

// An edge in its one canonical direction, downwards. All positions on it are computed from its original end points, so
// the two zones beside it see exactly the same numbers.
template <typename Lines>
struct CoverageSweeper::Edge {
    const Lines& lines;
    double x1, x2;
    std::int64_t y1, y2;  // y1 < y2
    double columns_per_unit;
    double units_per_column;

    Edge(const Lines& its_lines, double xa, std::int64_t ya, double xb, std::int64_t yb)
        : lines(its_lines),
          x1(xa),
          x2(xb),
          y1(ya),
          y2(yb),
          columns_per_unit((xb - xa) / lines.fall(ya, yb)),
          units_per_column(lines.fall(ya, yb) / (xb - xa)) {}

    [[nodiscard]] double x_at(std::int64_t y) const {
        if (y == y1) {
            return x1;
        }
        if (y == y2) {
            return x2;
        }
        const double x = x1 + columns_per_unit * lines.fall(y1, y);
        return std::clamp(x, std::min(x1, x2), std::max(x1, x2));
    }
    // Rounded once; between `low` and `high`, which a rounding could pass.
    [[nodiscard]] std::int64_t y_at(double x, std::int64_t low, std::int64_t high) const {
        return std::clamp<std::int64_t>(lines.below(y1, (x - x1) * units_per_column), low, high);
    }
};

// `right_of_edge`: mean over the height of the share of the cell east of the edge.
void CoverageSweeper::add_crossing(std::int32_t row, std::int64_t col, std::int64_t height, double right_of_edge,
                                   std::int32_t sign) {
    if (height == 0) {
        return;
    }
    const std::int64_t cover = sign * height;
    const std::int64_t area = sign * std::llrint(static_cast<double>(height) * right_of_edge);
    // A dense boundary stays in one cell for several edges: one crossing then, and less to sort.
    if (!crossings_.empty() && crossings_.back().row == row && crossings_.back().col == col) {
        Crossing& last = crossings_.back();
        const std::int64_t both_covers = last.cover + cover;
        const std::int64_t both_areas = last.area + area;
        if (std::abs(both_covers) <= full_cell && std::abs(both_areas) <= full_cell) {  // fits 32 bits
            last.cover = static_cast<std::int32_t>(both_covers);
            last.area = static_cast<std::int32_t>(both_areas);
            ++last.edges;
            return;
        }
    }
    crossings_.push_back(
        {row, static_cast<std::int32_t>(col), static_cast<std::int32_t>(cover), static_cast<std::int32_t>(area), 1});
}

// The part of `edge` inside one row, from (xa, ya) to (xb, yb), cell by cell. Columns left of the grid are one
// column, -1, where only the height matters; columns right of it do not matter at all.
template <typename Lines>
void CoverageSweeper::add_part(const Edge<Lines>& edge, std::int32_t row, double xa, std::int64_t ya, double xb,
                               std::int64_t yb, std::int32_t sign) {
    const Lines& lines = edge.lines;
    constexpr double any_share = 0.5;  // of column -1
    const double end = lines.end();
    const auto add = [&](std::int64_t col, std::int64_t height, double x_in, double x_out) {
        add_crossing(row, col, height, lines.share_east_of((x_in + x_out) / 2, col), sign);
    };
    if (std::min(xa, xb) >= end) {
        return;
    }
    if (std::max(xa, xb) < 0) {
        add_crossing(row, -1, yb - ya, any_share, sign);
        return;
    }
    if (xa <= xb) {
        if (xa < 0) {
            const std::int64_t y = edge.y_at(0, ya, yb);
            add_crossing(row, -1, y - ya, any_share, sign);
            xa = 0;
            ya = y;
        }
        std::int64_t col = lines.col_at(xa);
        const std::int64_t last = lines.col_at(std::min(xb, end));
        for (; col < last; ++col) {
            const double right = lines.west_of(col + 1);
            const std::int64_t y = edge.y_at(right, ya, yb);
            add(col, y - ya, xa, right);
            xa = right;
            ya = y;
        }
        if (col < grid_.cols) {
            add(col, yb - ya, xa, xb);
        }
        return;
    }
    if (xa >= end) {
        ya = edge.y_at(end, ya, yb);
        xa = end;
    }
    std::int64_t col = std::min(lines.col_at(xa), grid_.cols - 1);
    const std::int64_t last = xb < 0 ? 0 : lines.col_at(xb);
    for (; col > last; --col) {
        const double left = lines.west_of(col);
        const std::int64_t y = edge.y_at(left, ya, yb);
        add(col, y - ya, xa, left);
        xa = left;
        ya = y;
    }
    if (xb < 0) {
        const std::int64_t y = edge.y_at(0, ya, yb);
        add(0, y - ya, xa, 0);
        add_crossing(row, -1, yb - y, any_share, sign);
    } else {
        add(col, yb - ya, xa, xb);
    }
}

template <typename Lines>
void CoverageSweeper::add_edge(const Edge<Lines>& edge, std::int32_t sign) {
    const std::int64_t first = std::max(edge.y1 >> fraction_bits, first_row_);
    const std::int64_t last = std::min((edge.y2 - 1) >> fraction_bits, end_row_ - 1);
    if (first > last) {
        return;
    }
    std::int64_t ya = std::max(edge.y1, first << fraction_bits);
    double xa = edge.x_at(ya);
    for (std::int64_t row = first; row <= last; ++row) {
        const std::int64_t yb = std::min(edge.y2, (row + 1) << fraction_bits);
        const double xb = edge.x_at(yb);
        add_part(edge, static_cast<std::int32_t>(row - first_row_), xa, ya, xb, yb, sign);
        xa = xb;
        ya = yb;
    }
}

template <typename Lines>
void CoverageSweeper::add_stretch(const Stretch& stretch, const Lines& lines) {
    const Vertex* vertex = layer_.shape_on_grid(stretch.zone).vertices.data() + stretch.first;
    double xa = grid_.steps_east(vertex->x);
    std::int64_t ya = fixed_row(grid_, vertex->y);
    for (std::uint64_t i = 0; i < stretch.edges; ++i) {
        ++vertex;
        const double xb = grid_.steps_east(vertex->x);
        const std::int64_t yb = fixed_row(grid_, vertex->y);
        if (ya < yb) {
            add_edge(Edge<Lines>(lines, xa, ya, xb, yb), stretch.sign);
        } else if (yb < ya) {
            add_edge(Edge<Lines>(lines, xb, yb, xa, ya), -stretch.sign);
        }
        xa = xb;
        ya = yb;
    }
}

// Counting sort by row, then insertion sort by column: the boundary visits cells nearly in order.
void CoverageSweeper::sort_crossings() {
    const auto rows = static_cast<std::size_t>(end_row_ - first_row_);
    row_ends_.assign(rows + 1, 0);
    for (const Crossing& crossing : crossings_) {
        ++row_ends_[static_cast<std::size_t>(crossing.row) + 1];
    }
    for (std::size_t row = 0; row < rows; ++row) {
        row_ends_[row + 1] += row_ends_[row];
    }
    sorted_.resize(crossings_.size());
    for (const Crossing& crossing : crossings_) {
        sorted_[row_ends_[static_cast<std::size_t>(crossing.row)]++] = crossing;
    }
    // row_ends_[r] is now the end of row r.
    std::size_t begin = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        const std::size_t end = row_ends_[row];
        if (end - begin > 64) {
            std::sort(sorted_.begin() + static_cast<std::ptrdiff_t>(begin),
                      sorted_.begin() + static_cast<std::ptrdiff_t>(end),
                      [](const Crossing& a, const Crossing& b) { return a.col < b.col; });
        } else {
            for (std::size_t i = begin + 1; i < end; ++i) {
                const Crossing crossing = sorted_[i];
                std::size_t k = i;
                for (; k > begin && sorted_[k - 1].col > crossing.col; --k) {
                    sorted_[k] = sorted_[k - 1];
                }
                sorted_[k] = crossing;
            }
        }
        begin = end;
    }
}

void CoverageSweeper::emit_span(std::int32_t row, std::int64_t col, std::int64_t end_col, std::int64_t fraction,
                                std::vector<BlockCoverage>& blocks) {
    while (columns_[block_] > col) {
        --block_;
    }
    while (columns_[block_ + 1] <= col) {
        ++block_;
    }
    // Beyond this only in a zone that has been reported as bad.
    const auto held = static_cast<std::int32_t>(std::clamp<std::int64_t>(fraction, -full_cell, full_cell));
    while (col < end_col) {
        const std::int64_t block_end = std::min(end_col, columns_[block_ + 1]);
        blocks[block_].spans.push_back(
            {row, static_cast<std::int32_t>(col - columns_[block_]), static_cast<std::int32_t>(block_end - col), held});
        col = block_end;
        if (col < end_col) {
            ++block_;
        }
    }
}

std::optional<std::int64_t> CoverageSweeper::emit_row(std::int32_t row, std::span<const Crossing> crossings,
                                                      std::vector<BlockCoverage>& blocks) {
    std::optional<std::int64_t> bad;
    const auto check = [&](bool fine, std::int64_t col) {
        if (!fine && !bad) {
            bad = col;
        }
    };
    std::int64_t cover = 0;  // of all cells right of the crossings seen so far
    for (std::size_t i = 0; i < crossings.size();) {
        const std::int64_t col = crossings[i].col;
        std::int64_t height = 0;
        std::int64_t area = 0;
        std::int64_t edges = 0;
        for (; i < crossings.size() && crossings[i].col == col; ++i) {
            height += crossings[i].cover;
            area += crossings[i].area;
            edges += crossings[i].edges;
        }
        if (col >= 0 && cover + area != 0) {
            const std::int64_t fraction = cover + area;
            check(fraction >= -rounding_units - edges && fraction <= full_cell + rounding_units + edges, col);
            emit_span(row, col, col + 1, fraction, blocks);
        }
        cover += height;
        const std::int64_t run_begin = std::max<std::int64_t>(0, col + 1);
        const std::int64_t run_end = i < crossings.size() ? std::max<std::int64_t>(0, crossings[i].col) : grid_.cols;
        if (run_begin >= run_end || std::abs(cover) <= rounding_units) {
            continue;
        }
        // A run between 0 and 1 lies along an edge that is exactly horizontal.
        const bool full = std::abs(cover - full_cell) <= rounding_units;
        check(full || (cover > 0 && cover < full_cell), run_begin);
        emit_span(row, run_begin, run_end, full ? full_cell : cover, blocks);
    }
    return bad;
}

void CoverageSweeper::emit_zone(std::uint32_t zone, std::vector<BlockCoverage>& blocks, std::vector<BadCoverage>& bad) {
    sort_crossings();
    bool good = true;
    std::size_t begin = 0;
    const auto rows = static_cast<std::int32_t>(end_row_ - first_row_);
    for (std::int32_t row = 0; row < rows; ++row) {
        const std::size_t end = row_ends_[static_cast<std::size_t>(row)];
        const std::optional<std::int64_t> bad_col = emit_row(row, {sorted_.data() + begin, end - begin}, blocks);
        if (bad_col && good) {
            bad.push_back({zone, first_row_ + row, *bad_col});
            good = false;
        }
        begin = end;
    }
}

void CoverageSweeper::sweep(std::span<const Stretch> stretches, std::int64_t first_row, std::int64_t end_row,
                            std::vector<BlockCoverage>& blocks, std::vector<BadCoverage>& bad) {
    first_row_ = first_row;
    end_row_ = end_row;
    blocks.resize(columns_.size() - 1);
    for (BlockCoverage& block : blocks) {
        block.spans.clear();
        block.zones.clear();
    }
    std::vector<std::size_t> before(blocks.size(), 0);
    for (std::size_t i = 0; i < stretches.size();) {
        const std::uint32_t zone = stretches[i].zone;
        crossings_.clear();
        for (; i < stretches.size() && stretches[i].zone == zone; ++i) {
            if (grid_.uneven()) {
                add_stretch(stretches[i], UnevenLines(grid_));
            } else {
                add_stretch(stretches[i], EqualLines(grid_));
            }
        }
        emit_zone(zone, blocks, bad);
        for (std::size_t block = 0; block < blocks.size(); ++block) {
            const std::size_t count = blocks[block].spans.size();
            if (count > before[block]) {
                blocks[block].zones.push_back({zone, static_cast<std::uint32_t>(before[block]),
                                               static_cast<std::uint32_t>(count - before[block])});
                before[block] = count;
            }
        }
    }
}

}  // namespace papar
