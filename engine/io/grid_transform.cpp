#include "engine/io/grid_transform.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <optional>

namespace papar {

namespace {

constexpr std::int64_t widest_step = 64;  // cells
constexpr double good_guess = 1e-3;       // cells

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
    for (step_ = widest_step;; step_ /= 2) {
        set_nodes(operation, direction, from, to);
        if (step_ == 1 || worst_guess(operation, direction, from, to) <= good_guess) {
            return;
        }
    }
}

void GridTransform::set_nodes(const CrsOperation& operation, Direction direction, const Grid& from, const Grid& to) {
    cols_ = (from.cols + step_ - 1) / step_ + 1;
    rows_ = (from.rows + step_ - 1) / step_ + 1;
    nodes_.clear();
    nodes_.reserve(static_cast<std::size_t>(cols_ * rows_));
    for (std::int64_t j = 0; j < rows_; ++j) {
        for (std::int64_t i = 0; i < cols_; ++i) {
            nodes_.push_back(
                image(operation, direction, from, to, static_cast<double>(i * step_), static_cast<double>(j * step_)));
        }
    }
}

double GridTransform::worst_guess(const CrsOperation& operation, Direction direction, const Grid& from,
                                  const Grid& to) const {
    double worst = 0;
    for (std::int64_t j = 0; j + 1 < rows_; ++j) {
        for (std::int64_t i = 0; i + 1 < cols_; ++i) {
            const double col = (static_cast<double>(i) + .5) * static_cast<double>(step_);
            const double row = (static_cast<double>(j) + .5) * static_cast<double>(step_);
            const CellPosition exact = image(operation, direction, from, to, col, row);
            const CellPosition guess = (*this)(col, row);
            const double off = std::hypot(exact.col - guess.col, exact.row - guess.row);
            worst = std::isfinite(off) ? std::max(worst, off) : worst;
        }
    }
    return worst;
}

CellPosition GridTransform::operator()(double col, double row) const {
    const auto node = [this](double at, std::int64_t nodes) {
        return std::clamp<std::int64_t>(static_cast<std::int64_t>(at / static_cast<double>(step_)), 0, nodes - 2);
    };
    const std::int64_t i = node(col, cols_);
    const std::int64_t j = node(row, rows_);
    const double east = col / static_cast<double>(step_) - static_cast<double>(i);
    const double south = row / static_cast<double>(step_) - static_cast<double>(j);
    const CellPosition* north_west = &nodes_[static_cast<std::size_t>(j * cols_ + i)];
    const CellPosition* south_west = north_west + cols_;
    const auto between = [&](double CellPosition::*member) {
        const double north = north_west[0].*member + east * (north_west[1].*member - north_west[0].*member);
        const double bottom = south_west[0].*member + east * (south_west[1].*member - south_west[0].*member);
        return north + south * (bottom - north);
    };
    return {between(&CellPosition::col), between(&CellPosition::row)};
}

}  // namespace papar
