#include "engine/io/grid_transform.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace papar {

namespace {

constexpr std::int64_t widest_step = 64;  // cells
constexpr std::int64_t most_nodes = 4'000'000;

CellPosition image(const CrsOperation& operation, Direction direction, const Grid& from, const Grid& to, double col,
                   double row) {
    constexpr double nan = std::numeric_limits<double>::quiet_NaN();
    const Vertex point{from.x_of(col), from.y_of(row)};
    const std::optional<Vertex> there =
        direction == Direction::forward ? operation.forward(point) : operation.backward(point);
    return there ? CellPosition{to.col_of(there->x), to.row_of(there->y)} : CellPosition{nan, nan};
}

}  // namespace

GridTransform::GridTransform(const CrsOperation& operation, Direction direction, const Grid& from, const Grid& to) {
    for (std::int64_t step = widest_step;; step /= 2) {
        cols_ = {from.cols, step};
        rows_ = {from.rows, step};
        set_nodes(operation, direction, from, to);
        const bool enough = step == 1 || 4 * cols_.count() * rows_.count() > most_nodes;
        if (enough || worst_guess(operation, direction, from, to) <= accuracy) {
            return;
        }
    }
}

void GridTransform::set_nodes(const CrsOperation& operation, Direction direction, const Grid& from, const Grid& to) {
    nodes_.clear();
    nodes_.reserve(static_cast<std::size_t>(cols_.count() * rows_.count()));
    for (std::int64_t j = 0; j < rows_.count(); ++j) {
        for (std::int64_t i = 0; i < cols_.count(); ++i) {
            nodes_.push_back(image(operation, direction, from, to, cols_.at(i), rows_.at(j)));
        }
    }
}

double GridTransform::worst_guess(const CrsOperation& operation, Direction direction, const Grid& from,
                                  const Grid& to) const {
    double worst = 0;
    for (std::int64_t j = 0; j + 1 < rows_.count(); ++j) {
        for (std::int64_t i = 0; i + 1 < cols_.count(); ++i) {
            const double col = (cols_.at(i) + cols_.at(i + 1)) / 2;
            const double row = (rows_.at(j) + rows_.at(j + 1)) / 2;
            const CellPosition exact = image(operation, direction, from, to, col, row);
            const CellPosition guess = (*this)(col, row);
            const double off = std::hypot(exact.col - guess.col, exact.row - guess.row);
            if (std::isfinite(exact.col)) {
                worst = std::isfinite(off) ? std::max(worst, off) : std::numeric_limits<double>::infinity();
            }
        }
    }
    return worst;
}

CellPosition GridTransform::operator()(double col, double row) const {
    const std::int64_t i = cols_.before(col);
    const std::int64_t j = rows_.before(row);
    const double east = cols_.share(col, i);
    const double south = rows_.share(row, j);
    const CellPosition* north_west = &nodes_[static_cast<std::size_t>(j * cols_.count() + i)];
    const CellPosition* south_west = north_west + cols_.count();
    const auto between = [&](double CellPosition::*member) {
        const double north = north_west[0].*member + east * (north_west[1].*member - north_west[0].*member);
        const double bottom = south_west[0].*member + east * (south_west[1].*member - south_west[0].*member);
        return north + south * (bottom - north);
    };
    return {between(&CellPosition::col), between(&CellPosition::row)};
}

}  // namespace papar
