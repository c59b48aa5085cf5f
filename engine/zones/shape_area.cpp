#include "engine/zones/shape_area.hpp"

#include "engine/zones/ring_direction.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace papar {

namespace {

// In cells; rows grow southwards.
struct CellBox {
    double west;
    double east;
    double north;
    double south;
};

CellBox box_of(const Shape& shape, const Grid& grid) {
    constexpr double infinity = std::numeric_limits<double>::infinity();
    Vertex low{infinity, infinity};
    Vertex high{-infinity, -infinity};
    for (const Vertex& vertex : shape.vertices) {
        low = {std::min(low.x, vertex.x), std::min(low.y, vertex.y)};
        high = {std::max(high.x, vertex.x), std::max(high.y, vertex.y)};
    }
    return {grid.col_of(low.x), grid.col_of(high.x), grid.row_of(high.y), grid.row_of(low.y)};
}

// A strip of columns of some rows, all cells of a row taken for equally large.
struct Strip {
    double west;
    double east;
    double north;
    double south;
    std::int64_t col;  // whose area serves
    bool one_area;     // all rows have the area of the northernmost
};

// Mean over an edge's piece from xa to xb of the part of the strip west of the edge, in columns.
double mean_held(double xa, double xb, double west, double east) {
    const double low = std::min(xa, xb);
    const double high = std::max(xa, xb);
    if (low == high) {
        return std::clamp(low, west, east);
    }
    const double before = std::clamp((west - low) / (high - low), 0.0, 1.0);
    const double beyond = std::clamp((high - east) / (high - low), 0.0, 1.0);
    const double between = (std::clamp(low, west, east) + std::clamp(high, west, east)) / 2;
    return before * west + beyond * east + (1 - before - beyond) * between;
}

// Area between an edge and the strip's east side. Signed: positive for an edge that runs down.
double area_east_of_edge(Vertex from, Vertex to, const Strip& strip, const CellArea& cell_area) {
    const double sign = from.y < to.y ? 1 : -1;
    if (from.y > to.y) {
        std::swap(from, to);
    }
    const double end = std::min(to.y, strip.south);
    const double columns_per_row = (to.x - from.x) / (to.y - from.y);
    double area = 0;
    for (double top = std::max(from.y, strip.north); top < end;) {
        const double bottom = strip.one_area ? end : std::min(end, std::floor(top) + 1);
        const double x_top = from.x + columns_per_row * (top - from.y);
        const double x_bottom = from.x + columns_per_row * (bottom - from.y);
        const auto row = static_cast<std::int64_t>(std::floor(strip.one_area ? strip.north : top));
        area += (bottom - top) * (strip.east - mean_held(x_top, x_bottom, strip.west, strip.east)) *
                cell_area.frame_m2(row, strip.col);
        top = bottom;
    }
    return sign * area;
}

double area_in(const Strip& strip, const Shape& shape, const Grid& grid, const CellArea& cell_area) {
    if (strip.west >= strip.east || strip.north >= strip.south) {
        return 0;
    }
    const auto position = [&grid](const Vertex& v) { return Vertex{grid.col_of(v.x), grid.row_of(v.y)}; };
    double area = 0;
    for (const Ring& ring : shape.rings) {
        double ring_area = 0;
        for (std::size_t i = ring.first; i + 1 < ring.first + ring.count; ++i) {
            ring_area +=
                area_east_of_edge(position(shape.vertices[i]), position(shape.vertices[i + 1]), strip, cell_area);
        }
        area += inside_sign(shape, ring) * ring_area;
    }
    return area;
}

}  // namespace

AreaM2 area_outside(const Shape& shape, const Grid& grid, const CellArea& cell_area) {
    if (shape.empty()) {
        return {};
    }
    // Straight edges are straight in the frame's cells.
    const Grid frame = grid.frame();
    const CellBox box = box_of(shape, frame);
    const double cols = grid.uneven() ? grid.col_lines->length() : static_cast<double>(grid.cols);
    const double rows = grid.uneven() ? grid.row_lines->length() : static_cast<double>(grid.rows);
    // A border on the grid's edge may miss it by the rounding of its coordinates.
    constexpr double rounding = 1e-6;  // of a cell
    if (box.west >= -rounding && box.north >= -rounding && box.east <= cols + rounding &&
        box.south <= rows + rounding) {
        return {};
    }
    const bool one_area = !cell_area.depends_on_row_only();
    const CellArea::Rows land = cell_area.rows_with_area();
    const double north = std::max(box.north, land.first);
    const double south = std::min(box.south, land.end);
    const auto middle = static_cast<std::int64_t>(std::clamp((box.west + box.east) / 2, 0.0, cols - 1));
    const Strip strips[] = {
        {box.west, box.east, north, std::min(south, 0.0), middle, one_area},
        {box.west, box.east, std::max(north, rows), south, middle, one_area},
        {box.west, std::min(box.east, 0.0), std::max(north, 0.0), std::min(south, rows), 0, false},
        {std::max(box.west, cols), box.east, std::max(north, 0.0), std::min(south, rows), frame.cols - 1, false},
    };
    double area = 0;
    for (const Strip& strip : strips) {
        area += area_in(strip, shape, frame, cell_area);
    }
    return AreaM2(std::max(area, 0.0));
}

}  // namespace papar
