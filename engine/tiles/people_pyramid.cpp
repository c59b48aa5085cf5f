#include "engine/tiles/people_pyramid.hpp"

#include "engine/base/error.hpp"
#include "engine/grid/negative_people.hpp"
#include "engine/grid/same_cells_raster.hpp"
#include "engine/io/cell_area_of_crs.hpp"
#include "engine/io/crs.hpp"
#include "engine/io/geographic_crs.hpp"
#include "engine/io/reprojected_population.hpp"
#include "engine/tiles/overview.hpp"
#include "engine/tiles/people_scale.hpp"
#include "engine/tiles/tile_extent.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <numbers>
#include <string>
#include <utility>

namespace papar {

namespace {

class PeopleTiles : public DeepestTiles<double> {
public:
    // `turned`: tiles that the people are turned by.
    PeopleTiles(const RasterSource& people, const Tile& first, std::uint32_t turned, int tile_pixels)
        : grid_(people.grid()), reader_(people.reader()), first_(first), turned_(turned), tile_pixels_(tile_pixels) {}

    bool fill(const Tile& tile, PixelTile<double>& pixels) override {
        const std::int64_t side = tile_pixels_;
        const std::uint32_t x = (tile.x + turned_) & ((1U << tile.zoom) - 1);
        const Window window{(std::int64_t{x} - first_.x) * side, (std::int64_t{tile.y} - first_.y) * side, side, side};
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
    std::uint32_t turned_;
    int tile_pixels_;
    CellBlock block_;
};

// The same people elsewhere along the equator.
class MovedRaster : public SameCellsRaster {
public:
    MovedRaster(std::shared_ptr<const RasterSource> source, double x0)
        : SameCellsRaster(std::move(source)), grid_(SameCellsRaster::grid()) {
        grid_.x0 = x0;
    }

    [[nodiscard]] const Grid& grid() const override { return grid_; }
    [[nodiscard]] std::unique_ptr<RasterReader> reader() const override { return source().reader(); }

private:
    Grid grid_;
};

// How a raster and the map are turned half way round: coordinates that go along the equator are moved; from all others
// the way leads to Web Mercator around 180 degrees.
struct HalfTurn {
    double whole = 0;  // around the globe in units of the raster's coordinates; 0: they do not go along the equator
    std::string mercator_crs = "EPSG:3857";
};

// Web Mercator with its middle at 180 degrees.
constexpr const char* mercator_around_180 =
    R"(PROJCRS["WGS 84 / Pseudo-Mercator around 180",)"
    R"(BASEGEOGCRS["WGS 84",DATUM["World Geodetic System 1984",ELLIPSOID["WGS 84",6378137,298.257223563]],)"
    R"(ID["EPSG",4326]],CONVERSION["around 180",METHOD["Popular Visualisation Pseudo Mercator",ID["EPSG",1024]],)"
    R"(PARAMETER["Latitude of natural origin",0,ANGLEUNIT["degree",0.0174532925199433]],)"
    R"(PARAMETER["Longitude of natural origin",180,ANGLEUNIT["degree",0.0174532925199433]],)"
    R"(PARAMETER["False easting",0,LENGTHUNIT["metre",1]],PARAMETER["False northing",0,LENGTHUNIT["metre",1]]],)"
    R"(CS[Cartesian,2],AXIS["easting",east],AXIS["northing",north],LENGTHUNIT["metre",1]])";

HalfTurn half_turn(const RasterFile& file, const MapExtent& extent, int zoom) {
    const auto refused = [&](const char* why) {
        return error(ErrorKind::input, "{}: the raster crosses 180 degrees of longitude {}", file.name(), why);
    };
    if (extent.box.low.x < 0 || extent.box.high.x > 2 * mercator_half_m) {
        throw refused("and reaches Greenwich too; cut it there into two rasters of people");
    }
    if (zoom == 0) throw refused("and has no tiles of its own at zoom 0; give a deeper one, e.g. --zoom 0-6");
    if (same_crs(file.crs_wkt(), "EPSG:3857")) return {2 * mercator_half_m};
    if (same_crs(file.crs_wkt(), "EPSG:4326")) return {360};
    if (same_crs(file.crs_wkt(), GeographicCrs(file.crs_wkt()).wkt())) {
        throw refused("in degrees of another datum than WGS 84; transform it to EPSG:4326");
    }
    return {0, mercator_around_180};
}

// Half a turn on, and in the turn around 0.
double moved_x0(const Grid& cells, double whole) {
    const double middle = (cells.x0 + cells.x_of(static_cast<double>(cells.cols))) / 2 + whole / 2;
    return cells.x0 + whole / 2 - whole * std::round(middle / whole);
}

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
    MapExtent extent = map_extent(file);
    roots_ = tiles_in(extent, shape.group_zoom());
    HalfTurn turn;
    std::shared_ptr<const RasterSource> source = raster.file;
    if (extent.crosses_180()) {
        turn = half_turn(file, extent, shape.max_zoom);
        turned_ = 1U << (shape.max_zoom - 1);
        extent.box.low.x -= mercator_half_m;
        extent.box.high.x -= mercator_half_m;
        if (turn.whole > 0) source = std::make_shared<MovedRaster>(source, moved_x0(file.grid(), turn.whole));
    }
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
    const Grid cells = source->grid();
    const Box box{{cells.x0, cells.y_of(static_cast<double>(cells.rows))},
                  {cells.x_of(static_cast<double>(cells.cols)), cells.y0}};
    if (raster.negative == NegativePeople::zero) source = std::make_shared<NegativesToZero>(source);
    people_ = std::make_shared<ReprojectedPopulation>(
        source, raster.unit, cell_area_of_crs(file.crs_wkt(), file.grid(), AreaModel::ellipsoidal),
        CrsOperation(file.crs_wkt(), turn.mercator_crs, box), pixels);
}

std::unique_ptr<DeepestTiles<double>> PeoplePyramid::deepest() const {
    return std::make_unique<PeopleTiles>(*people_, first_, turned_, shape_.tile_pixels);
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
