#include "engine/zones/cell_walk.hpp"

#include <algorithm>
#include <cmath>

namespace papar {

namespace {

// One axis in steps of the grid, in which straight lines are straight; the lines between cells are at whole steps, or
// where GridLines says.
class Axis {
public:
    Axis(std::int64_t cells, const GridLines* lines) : cells_(cells), lines_(lines) {}

    [[nodiscard]] std::optional<std::int32_t> cell_at(double position) const {
        const double end = lines_ != nullptr ? lines_->length() : static_cast<double>(cells_);
        // What lies on the grid's edge may miss it by the rounding of its coordinates, as in shape_area.cpp.
        constexpr double rounding = 1e-6;
        if (!(position >= -rounding && position <= end + rounding)) {
            return std::nullopt;
        }
        return static_cast<std::int32_t>(std::min(number(std::max(position, 0.0)), cells_ - 1));
    }

    // Adds where, in shares of the way from a to b, it crosses lines strictly between two shares of it.
    void add_cuts(double a, double b, double from, double to, std::vector<double>& cuts) const {
        const double one = a + (b - a) * from;
        const double other = a + (b - a) * to;
        const double low = std::min(one, other);
        const double high = std::max(one, other);
        for (std::int64_t line = low < 0 ? 0 : number(low) + 1; line <= cells_ && place(line) < high; ++line) {
            cuts.push_back(std::clamp((place(line) - a) / (b - a), from, to));
        }
    }

private:
    [[nodiscard]] double place(std::int64_t line) const {
        return lines_ != nullptr ? lines_->position(line) : static_cast<double>(line);
    }
    // Precondition: position >= 0. Beyond the grid's end at least its number of cells.
    [[nodiscard]] std::int64_t number(double position) const {
        return lines_ != nullptr ? lines_->cell_at(position)
                                 : static_cast<std::int64_t>(std::min(position, static_cast<double>(cells_)));
    }

    std::int64_t cells_;
    const GridLines* lines_;
};

double steps_south(const Grid& grid, double y) {
    return (grid.y0 - y) / grid.dy;
}

struct Axes {
    explicit Axes(const Grid& grid) : east(grid.cols, grid.col_lines.get()), south(grid.rows, grid.row_lines.get()) {}

    [[nodiscard]] std::optional<Cell> cell_at(double steps_east, double steps_south) const {
        const std::optional<std::int32_t> col = east.cell_at(steps_east);
        const std::optional<std::int32_t> row = south.cell_at(steps_south);
        return col && row ? std::optional<Cell>({*row, *col}) : std::nullopt;
    }

    Axis east;
    Axis south;
};

}  // namespace

std::optional<Cell> cell_holding(const Grid& grid, const Vertex& point) {
    return Axes(grid).cell_at(grid.steps_east(point.x), steps_south(grid, point.y));
}

std::vector<CellStretch> cells_along(const Grid& grid, const Vertex& a, const Vertex& b, double from, double to) {
    constexpr double too_short = 1e-12;
    const Axes axes(grid);
    const double ax = grid.steps_east(a.x);
    const double bx = grid.steps_east(b.x);
    const double ay = steps_south(grid, a.y);
    const double by = steps_south(grid, b.y);
    std::vector<double> cuts{from};
    axes.east.add_cuts(ax, bx, from, to, cuts);
    axes.south.add_cuts(ay, by, from, to, cuts);
    std::sort(cuts.begin(), cuts.end());
    std::vector<CellStretch> stretches;
    double begin = from;
    for (std::size_t i = 1; i <= cuts.size(); ++i) {
        const double end = i < cuts.size() ? cuts[i] : to;
        if (i < cuts.size() && end - begin <= too_short) {
            continue;  // a corner of cells
        }
        const double middle = (begin + end) / 2;
        const std::optional<Cell> cell = axes.cell_at(ax + (bx - ax) * middle, ay + (by - ay) * middle);
        if (cell && begin < end) {
            stretches.push_back({*cell, begin, end});
        }
        begin = end;
    }
    return stretches;
}

}  // namespace papar
