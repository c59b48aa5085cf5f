#include "engine/tiles/people_pyramid.hpp"

#include "engine/base/error.hpp"
#include "engine/grid/negative_people.hpp"
#include "engine/io/cell_area_of_crs.hpp"
#include "engine/io/reprojected_population.hpp"
#include "engine/tiles/overview.hpp"
#include "engine/tiles/people_scale.hpp"
#include "engine/tiles/tile_extent.hpp"

#include <algorithm>
#include <limits>
#include <numbers>

namespace papar {

namespace {

class PeopleTiles : public DeepestTiles<double> {
public:
    PeopleTiles(const RasterSource& people, const Tile& first, int tile_pixels)
        : grid_(people.grid()), reader_(people.reader()), first_(first), tile_pixels_(tile_pixels) {}

    bool fill(const Tile& tile, PixelTile<double>& pixels) override {
        const std::int64_t side = tile_pixels_;
        const Window window{(std::int64_t{tile.x} - first_.x) * side, (std::int64_t{tile.y} - first_.y) * side, side,
                            side};
        if (window.col < 0 || window.row < 0 || window.end_col() > grid_.cols || window.end_row() > grid_.rows) {
            return false;
        }
        reader_->read(window, block_);
        if (block_.all_nodata) return false;
        pixels.resize(static_cast<std::size_t>(side * side));
        for (std::int64_t row = 0; row < side; ++row) {
            std::copy_n(block_.f64.data() + row * block_.stride, side, pixels.data() + row * side);
        }
        return true;
    }

private:
    Grid grid_;
    std::unique_ptr<RasterReader> reader_;
    Tile first_;
    int tile_pixels_;
    CellBlock block_;
};

}  // namespace

double pixel_km2(std::int64_t world, std::int64_t row) {
    const auto latitude = [&](std::int64_t edge) {
        const double share = static_cast<double>(edge) / static_cast<double>(world);
        return lat_of(mercator_half_m - share * 2 * mercator_half_m) * std::numbers::pi / 180;
    };
    const double radians = 2 * std::numbers::pi / static_cast<double>(world);
    constexpr double m2_per_km2 = 1e6;
    return zone_area_per_radian(Ellipsoid{}, latitude(row + 1), latitude(row)) * radians / m2_per_km2;
}

PeoplePyramid::PeoplePyramid(const PeopleRaster& raster, const PyramidShape& shape, const TileImage& image)
    : shape_(shape), image_(image) {
    const RasterFile& file = *raster.file;
    const MapExtent extent = map_extent(file);
    if (extent.crosses_180()) {
        throw error(ErrorKind::input,
                    "{}: the raster crosses 180 degrees of longitude; cut it there into two rasters of people",
                    file.name());
    }
    roots_ = tiles_in(extent, shape.group_zoom());
    const TileRange range = tile_ranges(extent, shape.max_zoom).front();
    first_ = {shape.max_zoom, range.x0, range.y0};
    const double side_m = tile_side_m(shape.max_zoom);
    const double pixel_m = side_m / shape.tile_pixels;
    const std::int64_t side = shape.tile_pixels;
    const Grid pixels{range.x0 * side_m - mercator_half_m,
                      mercator_half_m - range.y0 * side_m,
                      pixel_m,
                      pixel_m,
                      (std::int64_t{range.x1} - range.x0 + 1) * side,
                      (std::int64_t{range.y1} - range.y0 + 1) * side,
                      nullptr,
                      nullptr};
    const Grid& cells = file.grid();
    const Box box{{cells.x0, cells.y_of(static_cast<double>(cells.rows))},
                  {cells.x_of(static_cast<double>(cells.cols)), cells.y0}};
    std::shared_ptr<const RasterSource> source = raster.file;
    if (raster.negative == NegativePeople::zero) source = std::make_shared<NegativesToZero>(source);
    people_ = std::make_shared<ReprojectedPopulation>(source, raster.unit,
                                                      cell_area_of_crs(file.crs_wkt(), cells, AreaModel::ellipsoidal),
                                                      CrsOperation(file.crs_wkt(), "EPSG:3857", box), pixels);
}

std::unique_ptr<DeepestTiles<double>> PeoplePyramid::deepest() const {
    return std::make_unique<PeopleTiles>(*people_, first_, shape_.tile_pixels);
}

PixelTile<double> PeoplePyramid::above(const ChildTiles<double>& children) const {
    return reduced_tile(children, shape_.tile_pixels, std::numeric_limits<double>::quiet_NaN(), sum_of);
}

void PeoplePyramid::encode(const Tile& tile, const PixelTile<double>& pixels, ContentNumbers& numbers,
                           EncodedTiles& out) const {
    const auto side = static_cast<std::size_t>(shape_.tile_pixels);
    const std::int64_t world = std::int64_t{shape_.tile_pixels} << tile.zoom;
    TilePixels classes(pixels.size());
    for (std::size_t row = 0; row < side; ++row) {
        const double km2 = pixel_km2(world, std::int64_t{tile.y} * shape_.tile_pixels + static_cast<std::int64_t>(row));
        for (std::size_t i = row * side; i < (row + 1) * side; ++i) classes[i] = density_pixel(pixels[i], km2);
    }
    out.encode(tile, classes, shape_.tile_pixels, image_, numbers);
}

GroupCounts build_pyramid(const PeopleRaster& raster, const PyramidShape& shape, const TileImage& image,
                          const ProgressCallback& progress, TileSet& tiles) {
    const PeoplePyramid kind(raster, shape, image);
    return PyramidBuilder<double>(kind, shape, kind.roots(), tiles).build(progress);
}

}  // namespace papar
