#include "engine/tiles/level_zooms.hpp"

#include <algorithm>
#include <cmath>

namespace papar {

namespace {

// The longer side of the shape's box, in metres of the projection.
double width_m(const Shape& shape) {
    if (shape.vertices.empty()) return 0;
    const auto [west, east] = std::ranges::minmax(shape.vertices, {}, &Vertex::x);
    const auto [south, north] = std::ranges::minmax(shape.vertices, {}, &Vertex::y);
    return std::max(east.x - west.x, north.y - south.y);
}

double median_width_m(const std::vector<Shape>& shapes) {
    std::vector<double> widths;
    for (const Shape& shape : shapes) widths.push_back(width_m(shape));
    const auto middle = widths.begin() + static_cast<std::ptrdiff_t>(widths.size() / 2);
    std::nth_element(widths.begin(), middle, widths.end());
    return *middle;
}

double longer_side_m(const LonLatBox& box) {
    return std::max(mercator_x(box.east) - mercator_x(box.west), mercator_y(box.north) - mercator_y(box.south));
}

}  // namespace

ZoomRange suited_vector_zooms(const LonLatBox& bounds) {
    constexpr int province_zoom = 6;
    constexpr int deepest = 14, least_deep = 12;
    constexpr double most_tiles = 64;
    const double side = longer_side_m(bounds);
    ZoomRange range{province_zoom, deepest};
    while (range.min_zoom > 0 && tile_side_m(range.min_zoom) < side) --range.min_zoom;
    while (range.max_zoom > least_deep && tile_side_m(range.max_zoom) * most_tiles < side) --range.max_zoom;
    return range;
}

std::vector<ZoomRange> level_zooms(const std::vector<const std::vector<Shape>*>& layers, const ZoomRange& range) {
    constexpr double legible = 8.0 / 512;  // of a tile's side
    std::vector<ZoomRange> zooms(layers.size(), range);
    int first = range.min_zoom;
    for (std::size_t i = layers.size() - 1; i-- > 0;) {
        const double width = median_width_m(*layers[i]);
        while (first < range.max_zoom && tile_side_m(first) * legible > width) ++first;
        zooms[i].min_zoom = first;
    }
    return zooms;
}

}  // namespace papar
