// True areas of cells on the ellipsoid.
#pragma once

#include "engine/grid/grid.hpp"

#include <cstdint>
#include <vector>

namespace papar {

// Semi-major axis and flattening. WGS 84: EPSG:7030, a = 6378137 m, 1/f = 298.257223563.
struct Ellipsoid {
    double a_m = 6378137.0;
    double f = 1.0 / 298.257223563;
};

// Area of the quadrangle between two parallels per radian of longitude, in m2: closed form with the
// authalic latitude's q (Snyder 1987, Map Projections: A Working Manual, eq. 3-12 and p. 16-17). Angles in radians.
[[nodiscard]] double zone_area_per_radian(const Ellipsoid& ellipsoid, double south, double north);

// A coarse lattice of the projection's inverse areal scale over the grid, for projected CRS: true area =
// planar area x value. Node (i, j) lies at column i * step, row j * step. Between nodes bilinear.
struct ScaleLattice {
    std::int64_t step = 0;  // in cells
    std::int64_t cols = 0;  // nodes along a row: enough to reach the grid's end
    std::int64_t rows = 0;
    std::vector<double> inverse_areal_scale;  // row-major
};

// Mean cell area along a span of cells of one row. An uneven grid's areas are made from its frame's (grid.hpp): the
// lattice covers the frame, in its cells.
class CellArea {
public:
    // Planar: width x height x unit_m^2.
    static CellArea planar(const Grid& grid, double metres_per_unit);
    // Geographic grid: the area depends on the row only. `radians_per_unit` converts CRS units.
    // Rows beyond a pole have no area.
    static CellArea geographic(const Grid& grid, const Ellipsoid& ellipsoid, double radians_per_unit);
    // Projected grid: planar area corrected by the lattice, evaluated at the span's centre. Precondition: at least
    // 2 x 2 nodes.
    static CellArea projected(const Grid& grid, double metres_per_unit, ScaleLattice lattice);

    // Mean area in m2 of a cell of columns [col, col + cols) in `row`. Columns and rows outside the grid are
    // allowed: geographic rows are computed, projected ones take the nearest edge's scale.
    [[nodiscard]] double mean_m2(std::int64_t row, std::int64_t col, std::int64_t cols) const;
    // Area of a cell of the grid's frame; on an even grid the same as mean_m2(row, col, 1).
    [[nodiscard]] double frame_m2(std::int64_t row, std::int64_t col) const;
    // Whether all cells of the frame in a row are equally large, and rows differ (a geographic grid).
    [[nodiscard]] bool depends_on_row_only() const { return !row_m2_.empty(); }
    // Rows between the poles on a geographic grid, in rows of the frame; all rows otherwise.
    struct Rows {
        double first;
        double end;
    };
    [[nodiscard]] Rows rows_with_area() const;
    // Longest span for which one mean serves: one cell on an uneven grid; otherwise unlimited where the area depends on
    // the row only, else one step of the lattice. Between nodes the scale is linear along a row, so that its value at
    // the centre is its mean; a span that crosses a node errs by at most the lattice's own error of interpolation.
    [[nodiscard]] std::int64_t longest_span() const { return longest_span_; }

private:
    [[nodiscard]] double projected_m2(double centre_col, double centre_row) const;

    double planar_m2_ = 0;        // of a cell of the frame
    std::vector<double> row_m2_;  // geographic: area of a cell one step wide of each row of the grid
    ScaleLattice lattice_;
    Grid grid_;
    Ellipsoid ellipsoid_;
    double radians_per_unit_ = 0;
    std::int64_t longest_span_ = 0;
};

}  // namespace papar
