#include "engine/tiles/raster_pyramid.hpp"

#include "engine/base/error.hpp"
#include "engine/tiles/tile_extent.hpp"

#include "tests/support/scratch_folder.hpp"
#include "tests/tiles/gdal_png.hpp"
#include "tests/tiles/tile_rasters.hpp"
#include <gtest/gtest.h>
#include <ogr_spatialref.h>

#include <cmath>
#include <map>
#include <memory>
#include <set>

namespace papar {
namespace {

using test::class_raster;
using test::MadeRaster;
using test::make_raster;
using test::PngImage;
using test::read_png;
using test::ScratchFolder;

// Pixel value v has red v, so that a colour tells its pixel; 0 is transparent.
Palette telling_palette() {
    Palette palette;
    for (std::size_t i = 0; i < palette.size(); ++i) palette[i] = {static_cast<std::uint8_t>(i), 9, 9, 255};
    palette[0] = {0, 0, 0, 0};
    return palette;
}

PyramidSettings zooms(int min_zoom, int max_zoom) {
    PyramidSettings settings;
    settings.shape.min_zoom = min_zoom;
    settings.shape.max_zoom = max_zoom;
    settings.image.palette = telling_palette();
    return settings;
}

std::map<Tile, PngImage> images(const TileSet& set) {
    std::map<Tile, PngImage> all;
    for (const StoredTile& tile : set.tiles()) {
        all[tile_of(tile.id)] = read_png(set.content(tile.content));
    }
    return all;
}

// A pattern in which neighbours differ, with a hole.
int class_at(int col, int row) {
    return (col / 40 + row / 40) % 7 == 3 ? 255 : (col * 3 + row * 5) % 4;
}

struct Place {
    const char* crs;
    std::array<double, 6> transform;
    TileFormat format = TileFormat::png;
    int tile_pixels = 256;
};

class SamplingTest : public testing::TestWithParam<Place> {};

// Every pixel of the deepest zoom against PROJ, pixel by pixel through GDAL's own coordinate transformation.
TEST_P(SamplingTest, EveryPixelHasTheClassUnderItsCentre) {
    const ScratchFolder folder;
    MadeRaster made{500, 400, GetParam().crs, GetParam().transform, GDT_Byte, 255, class_at};
    make_raster(folder / "kelas.tif", made);
    const ClassRaster raster = class_raster(folder / "kelas.tif", {{}, 3});
    const int tile_pixels = GetParam().tile_pixels;
    const int zoom = suited_zooms(*raster.file, tile_pixels).max_zoom;
    TileSet set(folder.path());
    PyramidSettings settings = zooms(zoom, zoom);
    settings.shape.tile_pixels = tile_pixels;
    settings.image.format = GetParam().format;
    build_pyramid(raster, settings, {}, set);
    ASSERT_GT(set.tiles().size(), 3U);

    OGRSpatialReference web;
    OGRSpatialReference own;
    web.importFromEPSG(3857);
    own.SetFromUserInput(made.crs.c_str());
    own.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const std::unique_ptr<OGRCoordinateTransformation> way(OGRCreateCoordinateTransformation(&web, &own));
    std::int64_t wrong = 0;
    std::int64_t seen = 0;
    for (const auto& [tile, image] : images(set)) {
        const double side = tile_side_m(zoom);
        ASSERT_EQ(image.side, tile_pixels);
        for (int y = 0; y < tile_pixels; ++y) {
            for (int x = 0; x < tile_pixels; ++x) {
                double px = (tile.x + (x + 0.5) / tile_pixels) * side - mercator_half_m;
                double py = mercator_half_m - (tile.y + (y + 0.5) / tile_pixels) * side;
                ASSERT_TRUE(way->Transform(1, &px, &py));
                if (own.IsGeographic() && px < made.transform[0]) px += 360;  // PROJ's longitudes end at 180
                const double col = std::floor((px - made.transform[0]) / made.transform[1]);
                const double row = std::floor((py - made.transform[3]) / made.transform[5]);
                const bool inside = col >= 0 && row >= 0 && col < made.cols && row < made.rows;
                const int expected = inside ? class_at(static_cast<int>(col), static_cast<int>(row)) : 255;
                const Colour& got = image.pixels[static_cast<std::size_t>(y * tile_pixels + x)];
                seen += expected != 255 ? 1 : 0;
                wrong += got != telling_palette()[expected == 255 ? 0 : static_cast<std::size_t>(expected + 1)] ? 1 : 0;
            }
        }
    }
    EXPECT_EQ(wrong, 0);
    EXPECT_GT(seen, 100000);
}

INSTANTIATE_TEST_SUITE_P(
    RasterPyramid, SamplingTest,
    testing::Values(Place{"EPSG:4326", {106.7, 0.0003, 0, -6.1, 0, -0.0003}},
                    Place{"EPSG:3857", {11876543.2, 31.5, 0, -678901.2, 0, -31.5}},
                    Place{"EPSG:32750", {400000, 30, 0, 8700000, 0, -30}},
                    Place{"EPSG:32748", {-900000, 2500, 0, 10400000, 0, -2500}},  // far out of its zone: strongly bent
                    Place{"EPSG:23837", {1400000, 30, 0, 1300000, 0, -30}},       // DGN95 / Indonesia TM-3 zone 50.2
                    Place{"EPSG:4326", {106.7, 0.0003, 0, -6.1, 0, -0.0003}, TileFormat::webp},
                    Place{"EPSG:32750", {400000, 30, 0, 8700000, 0, -30}, TileFormat::png, 512},
                    // Across 180 degrees: longitudes that go on, PROJ's geographic way, a UTM zone that reaches over.
                    Place{"EPSG:4326", {170, 0.04, 0, -6.1, 0, -0.04}},
                    Place{"EPSG:4755", {179.95, 0.0003, 0, -6.1, 0, -0.0003}},
                    Place{"EPSG:32760", {825000, 30, 0, 8700000, 0, -30}}));

TEST(RasterPyramid, OverviewsHaveNoClassThatNoChildHas) {
    const ScratchFolder folder;
    make_raster(folder / "kelas.tif",
                {900, 900, "EPSG:32750", {400000, 30, 0, 8700000, 0, -30}, GDT_Byte, 255, class_at});
    const ClassRaster raster = class_raster(folder / "kelas.tif", {{}, 3});
    for (const Overview overview : {Overview::max, Overview::mode}) {
        PyramidSettings settings = zooms(6, 13);
        settings.overview = overview;
        TileSet set(folder.path());
        build_pyramid(raster, settings, {}, set);
        const std::map<Tile, PngImage> all = images(set);
        EXPECT_EQ(all.begin()->first.zoom, 6);
        for (const auto& [tile, image] : all) {
            if (tile.zoom == 13) continue;
            for (std::uint32_t y = 0; y < 256; ++y) {
                for (std::uint32_t x = 0; x < 256; ++x) {
                    const Tile child{tile.zoom + 1, tile.x * 2 + x / 128, tile.y * 2 + y / 128};
                    std::array<std::uint8_t, 4> four{};
                    if (const auto at = all.find(child); at != all.end()) {
                        for (std::uint32_t i = 0; i < 4; ++i) {
                            four[i] = at->second.pixels[(y % 128 * 2 + i / 2) * 256 + x % 128 * 2 + i % 2].red;
                        }
                    }
                    ASSERT_EQ(image.pixels[y * 256 + x].red, reduced(four, overview));
                }
            }
        }
        // Each tile below has its parent.
        for (const auto& [tile, image] : all) EXPECT_TRUE(tile.zoom == 6 || all.contains(tile.parent()));
    }
}

// 20 columns of 1 degree from 170 degrees east on, over the equator.
TEST(RasterPyramid, ARasterAcross180DegreesIsInTheFarEastAndTheFarWest) {
    const ScratchFolder folder;
    make_raster(folder / "a.tif",
                {20, 10, "EPSG:4326", {170, 1, 0, 5, 0, -1}, GDT_Byte, 255, [](int, int) { return 1; }});
    const ClassRaster raster = class_raster(folder / "a.tif", {{}, 3});
    const MapExtent extent = map_extent(*raster.file);
    EXPECT_TRUE(extent.crosses_180());
    EXPECT_DOUBLE_EQ(lon_lat_box(extent).west, -180);
    EXPECT_DOUBLE_EQ(lon_lat_box(extent).east, 180);
    EXPECT_NEAR(middle_lon(extent), 180, 1e-9);
    TileSet set(folder.path());
    build_pyramid(raster, zooms(3, 3), {}, set);
    // 10 degrees on either side in tiles of 45: the first and the last column, the two rows at the equator.
    std::set<std::pair<std::uint32_t, std::uint32_t>> places;
    std::int64_t pixels = 0;
    for (const auto& [tile, image] : images(set)) {
        places.insert({tile.x, tile.y});
        for (const Colour& pixel : image.pixels) pixels += pixel.alpha > 0 ? 1 : 0;
    }
    EXPECT_EQ(places, (std::set<std::pair<std::uint32_t, std::uint32_t>>{{0, 3}, {0, 4}, {7, 3}, {7, 4}}));
    // 2048 pixels are 360 degrees: 20 degrees are 113.8, of which 57 centres lie on each side (56.9); 5 degrees of
    // latitude are y = 5.0063 degrees on the map, 28.5 pixels, or 28 centres (the 29th is at 28.5 > 28.48).
    EXPECT_EQ(pixels, 2 * 57 * 2 * 28);
}

TEST(RasterPyramid, ValuesComeBackWithinHalfAStep) {
    const ScratchFolder folder;
    const auto value = [](int col, int row) { return col == 3 ? -9999.0 : (col * 7 + row * 11) % 1000 / 999.0; };
    make_raster(folder / "i.tif",
                {500, 400, "EPSG:4326", {106.7, 0.0003, 0, -6.1, 0, -0.0003}, GDT_Float32, -9999, value});
    const auto file = class_raster(folder / "i.tif", {}).file;
    const int zoom = suited_zooms(*file, 256).max_zoom;
    for (const TileFormat format : {TileFormat::png, TileFormat::webp}) {
        for (const int bits : {8, 16}) {
            PyramidSettings settings = zooms(zoom - 1, zoom);
            settings.image = {format, std::nullopt};
            TileSet set(folder.path());
            if (bits == 8) {
                build_pyramid(SampledRaster<ValueScale<std::uint8_t>>{file, {}}, settings, {}, set);
            } else {
                build_pyramid(SampledRaster<ValueScale<std::uint16_t>>{file, {}}, settings, {}, set);
            }
            const std::map<Tile, PngImage> all = images(set);
            const double last = bits == 8 ? 254 : 65534;
            const auto number = [&](const Colour& pixel) {
                return bits == 8 ? int{pixel.red} : 256 * pixel.red + pixel.green;
            };
            std::int64_t seen = 0;
            for (const auto& [tile, image] : all) {
                for (std::uint32_t y = 0; y < 256; ++y) {
                    for (std::uint32_t x = 0; x < 256; ++x) {
                        const Colour& pixel = image.pixels[y * 256 + x];
                        ASSERT_EQ(pixel.alpha, number(pixel) == 0 ? 0 : 255);
                        if (tile.zoom < zoom) {  // the highest of four
                            int highest = 0;
                            const auto at = all.find({zoom, tile.x * 2 + x / 128, tile.y * 2 + y / 128});
                            for (std::uint32_t i = 0; at != all.end() && i < 4; ++i) {
                                highest = std::max(
                                    highest,
                                    number(at->second.pixels[(y % 128 * 2 + i / 2) * 256 + x % 128 * 2 + i % 2]));
                            }
                            ASSERT_EQ(number(pixel), highest);
                            continue;
                        }
                        const double side = tile_side_m(zoom);
                        const double lon = lon_of((tile.x + (x + 0.5) / 256) * side - mercator_half_m);
                        const double lat = lat_of(mercator_half_m - (tile.y + (y + 0.5) / 256) * side);
                        const int col = static_cast<int>(std::floor((lon - 106.7) / 0.0003));
                        const int row = static_cast<int>(std::floor((-6.1 - lat) / 0.0003));
                        const bool data = col >= 0 && row >= 0 && col < 500 && row < 400 && col != 3;
                        ASSERT_EQ(number(pixel) > 0, data);
                        if (!data) continue;
                        ASSERT_NEAR((number(pixel) - 1) / last, value(col, row), 0.5 / last + 1e-7);
                        ++seen;
                    }
                }
            }
            EXPECT_GT(seen, 100000);
        }
    }
}

TEST(RasterPyramid, FourPixelsBecomeOne) {
    EXPECT_EQ(reduced({1, 1, 1, 3}, Overview::max), 3);
    EXPECT_EQ(reduced({1, 1, 1, 3}, Overview::mode), 1);
    EXPECT_EQ(reduced({0, 0, 0, 2}, Overview::mode), 2);  // no data does not count
    EXPECT_EQ(reduced({1, 1, 3, 3}, Overview::mode), 3);
    EXPECT_EQ(reduced({3, 1, 2, 0}, Overview::mode), 3);
    EXPECT_EQ(reduced({0, 0, 0, 0}, Overview::max), 0);
}

TEST(RasterPyramid, TheSameForEveryNumberOfThreads) {
    const ScratchFolder folder;
    make_raster(folder / "kelas.tif",
                {900, 900, "EPSG:32750", {400000, 30, 0, 8700000, 0, -30}, GDT_Byte, 255, class_at});
    const ClassRaster raster = class_raster(folder / "kelas.tif", {{}, 3});
    TileSet one(folder.path());
    build_pyramid(raster, zooms(8, 15), {}, one);
    PyramidSettings settings = zooms(8, 15);
    settings.shape.threads = 2;
    TileSet two(folder.path());
    build_pyramid(raster, settings, {}, two);
    ASSERT_EQ(one.tiles().size(), two.tiles().size());
    for (std::size_t i = 0; i < one.tiles().size(); ++i) {
        EXPECT_EQ(one.tiles()[i].id, two.tiles()[i].id);
        EXPECT_EQ(one.tiles()[i].content, two.tiles()[i].content);
    }
    ASSERT_EQ(one.contents(), two.contents());
    for (std::uint32_t i = 0; i < one.contents(); ++i) EXPECT_EQ(one.content(i), two.content(i));
}

TEST(RasterPyramid, EqualTilesOnceAndEmptyTilesNever) {
    const ScratchFolder folder;
    // One class over the tiles x 8..15, y 8..15 of zoom 4 exactly, which is the south-eastern quarter of the square.
    const double cell = mercator_half_m / 1024;
    make_raster(folder / "kelas.tif",
                {1024, 1024, "EPSG:3857", {0, cell, 0, 0, 0, -cell}, GDT_Byte, 255, [](int, int) { return 2; }});
    TileSet set(folder.path());
    build_pyramid(class_raster(folder / "kelas.tif", {{}, 3}), zooms(0, 4), {}, set);
    // 64 at zoom 4, 16, 4, 1 at zoom 1, and zoom 0 a quarter full: 86 tiles of two contents.
    EXPECT_EQ(set.tiles().size(), 86U);
    EXPECT_EQ(set.contents(), 2U);
    const PngImage top = read_png(set.content(0));
    EXPECT_EQ(top.pixels[0].alpha, 0);
    EXPECT_EQ(top.pixels[255 * 256 + 255].red, 3);
}

TEST(RasterPyramid, AnIndexBecomesClassesAtItsLimits) {
    const ClassScale scale{{1.0 / 3, 2.0 / 3}, 3};
    EXPECT_EQ(scale.pixel(0), 1);                                                 // no hazard
    EXPECT_EQ(scale.pixel(0.2), 2);                                               // class 1
    EXPECT_EQ(scale.pixel(static_cast<double>(static_cast<float>(1.0 / 3))), 2);  // on the limit: lower class
    EXPECT_EQ(scale.pixel(0.34), 3);
    EXPECT_EQ(scale.pixel(1), 4);
    EXPECT_EQ((ClassScale{{}, 3}.pixel(4)), no_data_pixel);
    EXPECT_EQ((ClassScale{{}, 3}.pixel(1.5)), no_data_pixel);
}

TEST(RasterPyramid, AHazardBecomesClassesAsTheStudySays) {
    // Breaks 0.75 and 1.5 m, nothing up to 0.1 m.
    ClassScale depth{{0.75, 1.5}, 3, {}, 0.1, OnBreak::lower};
    EXPECT_EQ(depth.pixel(0.1), 1);
    EXPECT_EQ(depth.pixel(0.2), 2);
    EXPECT_EQ(depth.pixel(0.75), 2);
    EXPECT_EQ(depth.pixel(2), 4);
    depth.on_break = OnBreak::upper;
    EXPECT_EQ(depth.pixel(0.75), 3);
    EXPECT_EQ(depth.pixel(0.75 - 5e-7), 3);  // within 1e-6 of the break: on it
    EXPECT_EQ(depth.pixel(0.75 - 2e-6), 2);
    // The highest class has the lowest code.
    const ClassScale codes{{}, 3, {30, 20, 10}, 0, OnBreak::lower};
    EXPECT_EQ(codes.pixel(0), 1);
    EXPECT_EQ(codes.pixel(30), 2);
    EXPECT_EQ(codes.pixel(10), 4);
    EXPECT_EQ(codes.pixel(15), no_data_pixel);
    EXPECT_EQ(ValueScale<std::uint8_t>::pixel(1.01), 0);
}

TEST(RasterPyramid, AClassWithoutColourIsRefused) {
    const ScratchFolder folder;
    make_raster(folder / "kelas.tif",
                {4, 4, "EPSG:4326", {106, 0.1, 0, -6, 0, -0.1}, GDT_Byte, 255, [](int col, int) { return col; }});
    TileSet set(folder.path());
    try {
        build_pyramid(class_raster(folder / "kelas.tif", {{}, 2}), zooms(8, 8), {}, set);
        ADD_FAILURE() << "not refused";
    } catch (const Error& problem) {
        EXPECT_EQ(problem.kind(), ErrorKind::input);
        EXPECT_NE(std::string(problem.what()).find("column 3"), std::string::npos) << problem.what();
    }
}

TEST(RasterPyramid, ZoomsThatSuit) {
    const ScratchFolder folder;
    // 30 m at 12° S: 156543 m cos 12° = 153122 m; / 2^13 = 18.7 m, / 2^12 = 37.4 m. 27 km on the ground.
    make_raster(folder / "a.tif",
                {900, 900, "EPSG:32750", {400000, 30, 0, 8700000, 0, -30}, GDT_Byte, 255, [](int, int) { return 1; }});
    const ZoomRange zoom = suited_zooms(*class_raster(folder / "a.tif", {{}, 3}).file, 256);
    EXPECT_EQ(zoom.max_zoom, 13);
    EXPECT_EQ(zoom.min_zoom, 6);
}

}  // namespace
}  // namespace papar
