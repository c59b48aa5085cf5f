#include "engine/tiles/tile_extent.hpp"

#include "engine/io/raster_file.hpp"
#include "engine/tiles/pixel_cells.hpp"

#include <algorithm>
#include <cmath>

namespace papar {

std::vector<Box> MapExtent::pieces() const {
    if (!crosses_180()) return {box};
    return {{box.low, {mercator_half_m, box.high.y}},
            {{-mercator_half_m, box.low.y}, {box.high.x - 2 * mercator_half_m, box.high.y}}};
}

MapExtent map_extent(const RasterFile& raster) {
    return PixelLookup(raster.grid(), raster.crs_wkt()).extent();
}

LonLatBox lon_lat_box(const MapExtent& extent) {
    const Box& box = extent.box;
    const bool crosses = extent.crosses_180();
    return {crosses ? -180 : lon_of(box.low.x), lat_of(box.low.y), crosses ? 180 : lon_of(box.high.x),
            lat_of(box.high.y)};
}

double middle_lon(const MapExtent& extent) {
    const double x = (extent.box.low.x + extent.box.high.x) / 2;
    return lon_of(x > mercator_half_m ? x - 2 * mercator_half_m : x);
}

std::vector<TileRange> tile_ranges(const MapExtent& extent, int zoom) {
    const double side = tile_side_m(zoom);
    const auto number = [&](double from_edge) {
        return static_cast<std::uint32_t>(std::clamp(std::floor(from_edge / side), 0.0, std::ldexp(1.0, zoom) - 1));
    };
    std::vector<TileRange> ranges;
    for (const Box& box : extent.pieces()) {
        const double margin_x = (box.high.x - box.low.x) * 0.01;
        const double margin_y = (box.high.y - box.low.y) * 0.01;
        ranges.push_back(
            {number(box.low.x - margin_x + mercator_half_m), number(mercator_half_m - box.high.y - margin_y),
             number(box.high.x + margin_x + mercator_half_m), number(mercator_half_m - box.low.y + margin_y)});
    }
    return ranges;
}

std::vector<Tile> tiles_in(const MapExtent& extent, int zoom) {
    std::vector<std::uint64_t> ids;
    for (const TileRange& range : tile_ranges(extent, zoom)) {
        for (std::uint32_t y = range.y0; y <= range.y1; ++y) {
            for (std::uint32_t x = range.x0; x <= range.x1; ++x) ids.push_back(tile_id({zoom, x, y}));
        }
    }
    std::ranges::sort(ids);
    ids.erase(std::ranges::unique(ids).begin(), ids.end());
    std::vector<Tile> tiles;
    tiles.reserve(ids.size());
    for (const std::uint64_t id : ids) tiles.push_back(tile_of(id));
    return tiles;
}

ZoomRange suited_zooms(const RasterFile& raster, int tile_pixels) {
    const Box box = map_extent(raster).box;
    const double width = box.high.x - box.low.x;
    const double height = box.high.y - box.low.y;
    const Grid& grid = raster.grid();
    // Metres of the projection are longer than metres on the ground, in cells and in pixels alike.
    const double cell_m = std::min(width / static_cast<double>(grid.cols), height / static_cast<double>(grid.rows));
    const int deepest = zoom_of_resolution(cell_m, 0, tile_pixels);
    constexpr int province_zoom = 6;
    const double fits = std::floor(std::log2(2 * mercator_half_m / std::max(width, height)));
    return {static_cast<int>(std::clamp(fits, 0.0, static_cast<double>(std::min(province_zoom, deepest)))), deepest};
}

}  // namespace papar
