#include "engine/tiles/people_pyramid.hpp"

#include "engine/tiles/people_scale.hpp"
#include "engine/tiles/tile_extent.hpp"

#include "tests/support/scratch_folder.hpp"
#include "tests/tiles/gdal_png.hpp"
#include "tests/tiles/tile_rasters.hpp"
#include <gtest/gtest.h>

#include <cmath>
#include <map>
#include <mutex>
#include <numeric>

namespace papar {
namespace {

using test::ScratchFolder;

// The pyramid, with an ear at what is encoded: the people of each zoom.
class HeardPyramid : public PeoplePyramid {
public:
    using PeoplePyramid::PeoplePyramid;

    void encode(const Tile& tile, const PixelTile<double>& pixels, ContentNumbers& numbers,
                EncodedTiles& out) const override {
        double people = 0;
        for (const double pixel : pixels) people += std::isnan(pixel) ? 0 : pixel;
        {
            const std::lock_guard guard(lock_);
            by_zoom_[tile.zoom] += people;
        }
        PeoplePyramid::encode(tile, pixels, numbers, out);
    }
    [[nodiscard]] const std::map<int, double>& by_zoom() const { return by_zoom_; }

private:
    mutable std::mutex lock_;
    mutable std::map<int, double> by_zoom_;
};

struct Place {
    const char* crs;
    std::array<double, 6> transform;
};

class PeopleTest : public testing::TestWithParam<Place> {};

TEST_P(PeopleTest, EachZoomHasAllPeople) {
    const ScratchFolder folder;
    double all = 0;
    const auto people = [](int col, int row) {
        return (col / 20 + row / 20) % 5 == 2 ? -9999.0 : (col * 31 + row * 17) % 97 / 7.0;
    };
    for (int row = 0; row < 200; ++row) {
        for (int col = 0; col < 300; ++col) all += people(col, row) > 0 ? people(col, row) : 0;
    }
    test::make_raster(folder / "p.tif", {300, 200, GetParam().crs, GetParam().transform, GDT_Float64, -9999, people});
    const auto file = test::class_raster(folder / "p.tif", {}).file;
    const int deepest = suited_zooms(*file, 256).max_zoom;
    const PyramidShape shape{2, deepest, 256, 2};
    const HeardPyramid pyramid({file, PopulationUnit::count, NegativePeople::refuse}, shape,
                               {TileFormat::png, density_legend(Language::id).palette});
    TileSet set(folder.path());
    PyramidBuilder<double>(pyramid, shape, pyramid.roots(), set).build({});
    ASSERT_EQ(pyramid.by_zoom().size(), static_cast<std::size_t>(deepest - 1));
    for (const auto& [zoom, sum] : pyramid.by_zoom()) EXPECT_NEAR(sum / all, 1, 1e-9) << "zoom " << zoom;
}

INSTANTIATE_TEST_SUITE_P(PeoplePyramid, PeopleTest,
                         testing::Values(Place{"EPSG:4326", {106.7, 0.000833, 0, -6.1, 0, -0.000833}},
                                         Place{"EPSG:32750", {400000, 100, 0, 8700000, 0, -100}},
                                         Place{"EPSG:3857", {11876543.2, 31.5, 0, -678901.2, 0, -31.5}},
                                         // Across 180 degrees, written either way, and in UTM 60S, whose zone ends
                                         // there: 833,979 m is 180 degrees at the equator.
                                         Place{"EPSG:4326", {179.9, 0.000833, 0, -16.1, 0, -0.000833}},
                                         Place{"EPSG:4326", {-180.1, 0.000833, 0, -16.1, 0, -0.000833}},
                                         Place{"EPSG:3857", {20033000.2, 31.5, 0, -678901.2, 0, -31.5}},
                                         Place{"EPSG:32760", {820000, 100, 0, 9900000, 0, -100}}));

// A raster of two cells, 179 to 181 degrees east, with 30 and 10 people: at zoom 1 and deeper 30 of the 40 are in the
// world's easternmost column of tiles and 10 in the westernmost.
TEST(PeoplePyramid, Across180DegreesEachSideHasItsPeople) {
    const ScratchFolder folder;
    test::make_raster(folder / "p.tif", {2, 1, "EPSG:4326", {179, 1, 0, 0.5, 0, -1}, GDT_Float32, -1, [](int col, int) {
                                             return col == 0 ? 30 : 10;
                                         }});
    const auto file = test::class_raster(folder / "p.tif", {}).file;
    const PyramidShape shape{1, 6, 256, 1};
    const PeoplePyramid pyramid({file, PopulationUnit::count, NegativePeople::refuse}, shape,
                                {TileFormat::png, density_legend(Language::id).palette});
    const auto tiles = pyramid.deepest();
    const auto people_in = [&](std::uint32_t x) {
        double people = 0;
        for (const std::uint32_t y : {31U, 32U}) {
            PixelTile<double> pixels;
            if (!tiles->fill({6, x, y}, pixels)) continue;
            for (const double pixel : pixels) people += std::isnan(pixel) ? 0 : pixel;
        }
        return people;
    };
    EXPECT_NEAR(people_in(63), 30, 1e-6);  // 2^6 = 64 columns of 5.6 degrees
    EXPECT_NEAR(people_in(0), 10, 1e-6);
    EXPECT_EQ(people_in(32), 0);
    EXPECT_THROW((PeoplePyramid({file, PopulationUnit::count, NegativePeople::refuse}, {0, 0, 256, 1}, {})), Error);
}

// The whole sphere's square: 2 pi R^2 sin of 85.05 degrees on either side, on a sphere; the ellipsoid differs by less
// than 1 %.
TEST(PeoplePyramid, APixelHasItsTrueArea) {
    double sum = 0;
    for (int row = 0; row < 256; ++row) sum += 256 * pixel_km2(256, row);
    EXPECT_NEAR(sum / (4 * M_PI * 6371.0072 * 6371.0072 * std::sin(85.0511288 * M_PI / 180)), 1, 2e-3);
    // At 60 degrees a pixel is a quarter of one at the equator: cos 60 in both directions. Rows of 2^20 pixels.
    const std::int64_t world = 1 << 20;
    const double y = mercator_y(60.0);
    const auto row = static_cast<std::int64_t>((mercator_half_m - y) / (2 * mercator_half_m) * world);
    EXPECT_NEAR(pixel_km2(world, row) / pixel_km2(world, world / 2), 0.25, 0.005);
}

TEST(PeoplePyramid, ADensityHasItsClassAtEveryZoom) {
    const ScratchFolder folder;
    // 300 people a km2 everywhere: class 4 (> 100, <= 500), pixel 5, in the middle of the raster at every zoom.
    test::make_raster(
        folder / "p.tif",
        {600, 600, "EPSG:32750", {400000, 100, 0, 8700000, 0, -100}, GDT_Float32, -1, [](int, int) { return 300; }});
    const auto file = test::class_raster(folder / "p.tif", {}).file;
    const ClassLegend legend = density_legend(Language::en);
    TileSet set(folder.path());
    build_pyramid(PeopleRaster{file, PopulationUnit::per_km2, NegativePeople::refuse}, {5, 11, 256, 1},
                  {TileFormat::png, legend.palette}, {}, set);
    // x 430000, y 8670000 in UTM 50S is in the middle.
    const LonLatBox box = lon_lat_box(map_extent(*file));
    const LonLat middle{(box.west + box.east) / 2, (box.south + box.north) / 2};
    int seen = 0;
    for (const StoredTile& stored : set.tiles()) {
        const Tile tile = tile_of(stored.id);
        if (tile != tile_at(middle, tile.zoom)) continue;
        const double side = tile_side_m(tile.zoom) / 256;
        const auto col = static_cast<std::size_t>((mercator_x(middle.lon) + mercator_half_m) / side) % 256;
        const auto row = static_cast<std::size_t>((mercator_half_m - mercator_y(middle.lat)) / side) % 256;
        EXPECT_EQ(test::read_png(set.content(stored.content)).pixels[row * 256 + col], legend.palette[5])
            << "zoom " << tile.zoom;
        ++seen;
    }
    EXPECT_EQ(seen, 7);
}

TEST(PeoplePyramid, ClassesOfDensity) {
    EXPECT_EQ(density_pixel(std::nan(""), 1), no_data_pixel);
    EXPECT_EQ(density_pixel(0, 1), 1);     // nobody
    EXPECT_EQ(density_pixel(0.01, 1), 2);  // > 0
    EXPECT_EQ(density_pixel(5, 0.5), 2);   // 10 a km2: on the limit
    EXPECT_EQ(density_pixel(5.1, 0.5), 3);
    EXPECT_EQ(density_pixel(10'001, 1), 9);
    EXPECT_EQ(density_legend(Language::id).classes.back().name, "> 10.000 jiwa/km²");
    EXPECT_EQ(density_legend(Language::en).classes[7].name, "> 5,000, ≤ 10,000 people/km²");
}

}  // namespace
}  // namespace papar
