#include "engine/grid/cell_area.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <numbers>

namespace papar {

namespace {

constexpr std::int64_t unlimited = std::numeric_limits<std::int64_t>::max();

// a^2 (1 - e^2) / 2 times the difference of q, from the middle and half the height of the quadrangle. The difference is
// formed before anything is subtracted, so that a low row keeps its relative precision:
//   sin n - sin s           = 2 cos(middle) sin(half)
//   s/(1 - e^2 s^2)         : the difference of two such terms over a common denominator
//   atanh(e n) - atanh(e s) = atanh(e (n - s) / (1 - e^2 n s))
double area_per_radian(const Ellipsoid& ellipsoid, double middle, double half) {
    const double e2 = ellipsoid.f * (2 - ellipsoid.f);
    const double e = std::sqrt(e2);
    const double south = std::sin(middle - half);
    const double north = std::sin(middle + half);
    const double rise = 2 * std::cos(middle) * std::sin(half);
    const double first = rise * (1 + e2 * south * north) / ((1 - e2 * south * south) * (1 - e2 * north * north));
    const double argument = rise / (1 - e2 * south * north);
    const double second = e > 0 ? std::atanh(e * argument) / e : argument;
    return ellipsoid.a_m * ellipsoid.a_m * (1 - e2) / 2 * (first + second);
}

// Area of a cell one step wide between two positions in steps down; what lies beyond a pole is cut off.
double geographic_m2(const Grid& frame, const Ellipsoid& ellipsoid, double radians_per_unit, double top,
                     double height) {
    constexpr double pole = std::numbers::pi / 2;
    double middle = frame.y_of(top + 0.5 * height) * radians_per_unit;
    double half = height * frame.dy * radians_per_unit / 2;
    if (std::abs(middle) + half > pole) {
        const double south = std::clamp(middle - half, -pole, pole);
        const double north = std::clamp(middle + half, -pole, pole);
        middle = (south + north) / 2;
        half = (north - south) / 2;
    }
    return frame.dx * radians_per_unit * area_per_radian(ellipsoid, middle, half);
}

// Where a coordinate in cells lies between two nodes of the lattice: the first of the two, and the share of the second.
struct Between {
    std::size_t first;
    double share;
};

Between between_nodes(double cell, std::int64_t step, std::int64_t nodes) {
    const double position = std::clamp(cell / static_cast<double>(step), 0.0, static_cast<double>(nodes - 1));
    const double first = std::min(std::floor(position), static_cast<double>(nodes - 2));
    return {static_cast<std::size_t>(first), position - first};
}

double bilinear(const ScaleLattice& lattice, double col, double row) {
    const Between x = between_nodes(col, lattice.step, lattice.cols);
    const Between y = between_nodes(row, lattice.step, lattice.rows);
    const auto cols = static_cast<std::size_t>(lattice.cols);
    const double* north = &lattice.inverse_areal_scale[y.first * cols + x.first];
    const double* south = north + cols;
    return (1 - y.share) * ((1 - x.share) * north[0] + x.share * north[1]) +
           y.share * ((1 - x.share) * south[0] + x.share * south[1]);
}

}  // namespace

double zone_area_per_radian(const Ellipsoid& ellipsoid, double south, double north) {
    return area_per_radian(ellipsoid, (south + north) / 2, (north - south) / 2);
}

CellArea CellArea::planar(const Grid& grid, double metres_per_unit) {
    CellArea area;
    area.grid_ = grid;
    area.planar_m2_ = grid.dx * metres_per_unit * grid.dy * metres_per_unit;
    area.longest_span_ = grid.uneven() ? 1 : unlimited;
    return area;
}

CellArea CellArea::geographic(const Grid& grid, const Ellipsoid& ellipsoid, double radians_per_unit) {
    CellArea area;
    area.grid_ = grid;
    area.ellipsoid_ = ellipsoid;
    area.radians_per_unit_ = radians_per_unit;
    area.longest_span_ = grid.uneven() ? 1 : unlimited;
    area.row_m2_.resize(static_cast<std::size_t>(grid.rows));
    const Grid frame = grid.frame();
    for (std::int64_t row = 0; row < grid.rows; ++row) {
        const double top = grid.uneven() ? grid.row_lines->position(row) : static_cast<double>(row);
        const double height = grid.uneven() ? grid.row_lines->width(row) : 1.0;
        area.row_m2_[static_cast<std::size_t>(row)] = geographic_m2(frame, ellipsoid, radians_per_unit, top, height);
    }
    return area;
}

CellArea CellArea::projected(const Grid& grid, double metres_per_unit, ScaleLattice lattice) {
    assert(lattice.step > 0 && lattice.cols >= 2 && lattice.rows >= 2);
    CellArea area = planar(grid, metres_per_unit);
    area.longest_span_ = grid.uneven() ? 1 : lattice.step;
    area.lattice_ = std::move(lattice);
    return area;
}

double CellArea::projected_m2(double centre_col, double centre_row) const {
    return lattice_.step > 0 ? planar_m2_ * bilinear(lattice_, centre_col, centre_row) : planar_m2_;
}

double CellArea::mean_m2(std::int64_t row, std::int64_t col, std::int64_t cols) const {
    if (grid_.uneven()) {
        const GridLines& across = *grid_.col_lines;
        const double width = across.width(col);
        if (depends_on_row_only()) {
            return row_m2_[static_cast<std::size_t>(row)] * width;
        }
        const GridLines& down = *grid_.row_lines;
        const double height = down.width(row);
        return projected_m2(across.position(col) + width / 2, down.position(row) + height / 2) * width * height;
    }
    if (!depends_on_row_only()) {
        return projected_m2(static_cast<double>(col) + static_cast<double>(cols) / 2, static_cast<double>(row) + 0.5);
    }
    return row >= 0 && row < grid_.rows ? row_m2_[static_cast<std::size_t>(row)] : frame_m2(row, col);
}

double CellArea::frame_m2(std::int64_t row, std::int64_t col) const {
    if (depends_on_row_only()) {
        return geographic_m2(grid_.frame(), ellipsoid_, radians_per_unit_, static_cast<double>(row), 1.0);
    }
    return projected_m2(static_cast<double>(col) + 0.5, static_cast<double>(row) + 0.5);
}

CellArea::Rows CellArea::rows_with_area() const {
    if (!depends_on_row_only()) {
        return {-std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
    }
    const double pole = std::numbers::pi / 2 / radians_per_unit_;
    const Grid frame = grid_.frame();
    return {frame.row_of(pole), frame.row_of(-pole)};
}

}  // namespace papar
