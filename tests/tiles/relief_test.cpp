// The hillshade of planes by Lambert's law, and its pyramid.
#include "engine/tiles/hillshade.hpp"
#include "engine/tiles/overview.hpp"
#include "engine/tiles/relief_pyramid.hpp"
#include "engine/tiles/terrain.hpp"

#include "tests/support/scratch_folder.hpp"
#include "tests/tiles/gdal_png.hpp"
#include "tests/tiles/tile_rasters.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <cmath>
#include <numbers>
#include <set>

namespace papar {
namespace {

using test::ScratchFolder;

constexpr double nodata = -9999;

TerrainInput terrain_in(const ScratchFolder& folder) {
    return {"e.tif", folder / "e.tif", "the test"};
}

// The shades of a terrain of 40 x 40 cells; the middle one is told.
double middle_shade(const ScratchFolder& folder, const test::MadeRaster& terrain) {
    test::make_raster(folder / "e.tif", terrain);
    const Hillshade shade(*open_terrain(terrain_in(folder)), folder / "shade", {});
    CellBlock block;
    shade.raster()->reader()->read({20, 20, 1, 1}, block);
    return block.at(0, 0);
}

test::MadeRaster plane(double east, double north) {  // metres up for a metre towards the east, the north
    return {40, 40, "EPSG:32750", {400000, 30, 0, 8700000, 0, -30}, GDT_Float64, nodata, [=](int col, int row) {
                return 500 + 30 * (col * east - row * north);
            }};
}

// The light comes from the north-west, 45 degrees up: (-1/2, 1/2, 1/sqrt 2). What stands upright on a plane z = ax + by
// is (-a, -b, 1) / sqrt(a^2 + b^2 + 1). A shade is 1 + 254 times their product, rounded.
TEST(Hillshade, OfAPlaneIsLambertsLaw) {
    const ScratchFolder folder;
    const double root = std::numbers::sqrt2 / 2;
    // Level: 1 + 254 * 0.70711 = 180.6.
    EXPECT_EQ(middle_shade(folder, plane(0, 0)), 181);
    // 45 degrees up to the south-east, a = sqrt 1/2, b = -sqrt 1/2: faces the light, the product is 1.
    EXPECT_EQ(middle_shade(folder, plane(root, -root)), 255);
    // 45 degrees up to the north-west: along the light, the product is 0.
    EXPECT_EQ(middle_shade(folder, plane(-root, root)), 1);
    // 1 in 1 up to the east: (1/2 + 1/sqrt 2) / sqrt 2 = 0.85355; 1 + 254 * 0.85355 = 217.8.
    EXPECT_EQ(middle_shade(folder, plane(1, 0)), 218);
    // 1 in 1 up to the north: (-1/2 + 1/sqrt 2) / sqrt 2 = 0.14645; 1 + 254 * 0.14645 = 38.2.
    EXPECT_EQ(middle_shade(folder, plane(0, 1)), 38);
}

TEST(Hillshade, DegreesAndStretchedMetresAreMetresOnTheGround) {
    const ScratchFolder folder;
    // At the equator a degree is 111,319.5 m of longitude and 110,574.3 m of latitude: the root of their product is
    // 110,946.3 m. Cells of 0.001 degree, 1 in 1 up to the east by that measure.
    const double degree = 110'946.3;
    test::MadeRaster terrain = {40, 40, "EPSG:4326", {110, 0.001, 0, 0.02, 0, -0.001}, GDT_Float64, nodata, {}};
    terrain.value = [&](int col, int) { return col * 0.001 * degree; };
    EXPECT_EQ(middle_shade(folder, terrain), 218);
    // At 60 degrees north a metre of Web Mercator is half one on the ground; 8,399,738 m is 60 degrees there.
    terrain = {40, 40, "EPSG:3857", {1e6, 30, 0, 8'399'738 + 600, 0, -30}, GDT_Float64, nodata, {}};
    terrain.value = [&](int col, int) { return col * 15.0; };
    EXPECT_NEAR(middle_shade(folder, terrain), 218, 1);
}

TEST(Hillshade, CellsWithoutHeightHaveNoShadeAndTheFileGoes) {
    const ScratchFolder folder;
    test::MadeRaster terrain = plane(0, 0);
    terrain.value = [](int col, int) { return col < 20 ? nodata : 100; };
    test::make_raster(folder / "e.tif", terrain);
    {
        const Hillshade shade(*open_terrain(terrain_in(folder)), folder / "shade", {});
        CellBlock block;
        shade.raster()->reader()->read({0, 0, 40, 40}, block);
        EXPECT_TRUE(std::isnan(block.at(19, 20)));
        EXPECT_EQ(block.at(20, 20), 181);  // at the edge of the data
        EXPECT_EQ(block.at(39, 0), 181);   // and of the raster
    }
    EXPECT_FALSE(std::filesystem::exists(folder / "shade"));
}

TEST(Hillshade, StopsWhenAsked) {
    const ScratchFolder folder;
    test::make_raster(folder / "e.tif", plane(0, 0));
    const auto terrain = open_terrain(terrain_in(folder));
    try {
        const Hillshade shade(*terrain, folder / "shade", [](const Progress&) { return false; });
        FAIL();
    } catch (const Error& problem) {
        EXPECT_EQ(problem.kind(), ErrorKind::interrupted);
    }
    EXPECT_FALSE(std::filesystem::exists(folder / "shade"));
}

std::string refusal(const ScratchFolder& folder) {
    try {
        static_cast<void>(open_terrain(terrain_in(folder)));
    } catch (const Error& problem) {
        EXPECT_EQ(problem.kind(), ErrorKind::input);
        return problem.what();
    }
    return "";
}

TEST(Terrain, IsRefusedWhereItIsNone) {
    const ScratchFolder folder;
    test::MadeRaster terrain = plane(0, 0);
    terrain.value = [](int col, int row) { return col == 7 && row == 3 ? -32768 : 10; };
    test::make_raster(folder / "e.tif", terrain);
    EXPECT_THAT(refusal(folder), testing::StartsWith("e.tif: the cell in column 7, row 3 holds -32768, which is no "
                                                     "height in metres"));
    terrain.value = [](int, int) { return nodata; };
    test::make_raster(folder / "e.tif", terrain);
    EXPECT_EQ(refusal(folder), "e.tif: no cell has a height; there is no relief to show");
    // A picture: three bands.
    GDALDataset* picture =
        GetGDALDriverManager()->GetDriverByName("GTiff")->Create((folder / "e.tif").c_str(), 4, 4, 3, GDT_Byte, {});
    std::array<double, 6> place = {400000, 30, 0, 8700000, 0, -30};
    picture->SetGeoTransform(place.data());
    OGRSpatialReference crs;
    crs.importFromEPSG(32750);
    picture->SetSpatialRef(&crs);
    GDALClose(picture);
    EXPECT_THAT(refusal(folder), testing::StartsWith("e.tif: this is no elevation raster: it has several bands"));
}

TEST(Relief, AGreyIsLighterTheMoreLight) {
    EXPECT_EQ(grey_of(no_data_pixel), no_data_pixel);
    EXPECT_EQ(grey_of(1), 1);
    EXPECT_EQ(grey_of(255), grey_count);
    const Palette palette = grey_palette();
    EXPECT_EQ(palette[no_data_pixel].alpha, 0);
    for (std::size_t i = 2; i <= grey_count; ++i) EXPECT_GT(palette[i].red, palette[i - 1].red);
}

TEST(Relief, APixelOfASmallerZoomIsTheMeanOfThoseWithData) {
    EXPECT_EQ(mean_of({10, 20, 30, 40}), 25);
    EXPECT_EQ(mean_of({0, 20, 0, 41}), 31);  // 30.5
    EXPECT_EQ(mean_of({0, 0, 0, 7}), 7);
    EXPECT_EQ(mean_of({0, 0, 0, 0}), 0);
    EXPECT_EQ(mean_of({255, 255, 255, 255}), 255);
}

// Level ground has one grey at every zoom, and the files are small.
TEST(Relief, LevelGroundIsEvenAtEveryZoom) {
    const ScratchFolder folder;
    test::make_raster(folder / "e.tif", plane(0, 0));
    const Hillshade shade(*open_terrain(terrain_in(folder)), folder / "shade", {});
    TileSet set(folder.path());
    build_pyramid(ShadeRaster{shade.raster(), {}}, {8, 12, 256, 2}, {TileFormat::png, grey_palette()}, {}, set);
    std::set<int> zooms;
    const Colour level = grey_palette()[grey_of(181)];
    for (const StoredTile& stored : set.tiles()) {
        zooms.insert(tile_of(stored.id).zoom);
        for (const Colour& pixel : test::read_png(set.content(stored.content)).pixels) {
            if (pixel.alpha != 0) {
                ASSERT_EQ(pixel, level);
            }
        }
    }
    EXPECT_EQ(zooms, (std::set<int>{8, 9, 10, 11, 12}));
}

}  // namespace
}  // namespace papar
