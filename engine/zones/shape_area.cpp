#include "engine/zones/shape_area.hpp"

#include "engine/zones/edge_index.hpp"
#include "engine/zones/ring_direction.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace papar {

namespace {

// In cells; rows grow southwards.
struct Box {
    double west;
    double east;
    double north;
    double south;
};

Box box_of(const Shape& shape, const Grid& grid) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    Vertex low{infinity, infinity};
    Vertex high{-infinity, -infinity};
    for (const Vertex& vertex : shape.vertices) {
        low = {std::min(low.x, vertex.x), std::min(low.y, vertex.y)};
        high = {std::max(high.x, vertex.x), std::max(high.y, vertex.y)};
    }
    return {grid.col_of(low.x), grid.col_of(high.x), grid.row_of(high.y), grid.row_of(low.y)};
}

// Cells between an edge and column `east`, row by row, times the area of a cell of that row. Signed: positive
// downwards.
double area_east_of_edge(double xa, double ya, double xb, double yb, double east, const CellArea& cell_area,
                         std::int64_t col) {
    if (ya == yb) {
        return 0;
    }
    const double sign = ya < yb ? 1 : -1;
    if (ya > yb) {
        std::swap(xa, xb);
        std::swap(ya, yb);
    }
    const double columns_per_row = (xb - xa) / (yb - ya);
    double area = 0;
    double top = ya;
    while (top < yb) {
        const double row = std::floor(top);
        const double bottom = std::min(yb, row + 1);
        const double mean_x = xa + columns_per_row * ((top + bottom) / 2 - ya);
        area += (bottom - top) * (east - mean_x) * cell_area.mean_m2(static_cast<std::int64_t>(row), col, 1);
        top = bottom;
    }
    return sign * area;
}

}  // namespace

AreaM2 area_outside(const Shape& shape, const Grid& grid, const CellArea& cell_area, AreaM2 inside) {
    if (shape.empty()) {
        return {};
    }
    const Box box = box_of(shape, grid);
    // A border on the grid's edge may miss it by the rounding of its coordinates.
    constexpr double rounding = 1e-6;  // of a cell
    if (box.west >= -rounding && box.north >= -rounding && box.east <= static_cast<double>(grid.cols) + rounding &&
        box.south <= static_cast<double>(grid.rows) + rounding) {
        return {};
    }
    const auto middle = static_cast<std::int64_t>(std::floor((box.west + box.east) / 2));
    double whole = 0;
    for (const Ring& ring : shape.rings) {
        const auto sign = static_cast<double>(inside_sign(shape, ring));
        for (std::size_t i = ring.first; i + 1 < ring.first + ring.count; ++i) {
            const Vertex& a = shape.vertices[i];
            const Vertex& b = shape.vertices[i + 1];
            whole += sign * area_east_of_edge(grid.col_of(a.x), grid.row_of(a.y), grid.col_of(b.x), grid.row_of(b.y),
                                              box.east, cell_area, middle);
        }
    }
    return std::max(AreaM2{}, AreaM2(whole) - inside);
}

}  // namespace papar
