// Windows, row order, grids and what a file says of itself.
#include "tests/io/test_raster.hpp"

#include <cmath>
#include <random>
#include <thread>

namespace papar::test {

namespace {

double numbered(int, int col, int row) {
    return 1000.0 * row + col;
}

// Every window equals its part of the whole.
void expect_windows_agree(const RasterSource& source, unsigned seed) {
    SCOPED_TRACE(testing::Message() << "seed " << seed);
    const std::vector<double> all = whole(source);
    const Grid& grid = source.grid();
    const auto reader = source.reader();
    std::mt19937 random(seed);
    const auto below = [&random](std::int64_t limit) {
        return std::uniform_int_distribution<std::int64_t>(0, limit - 1)(random);
    };
    for (int i = 0; i < 200; ++i) {
        Window window{below(grid.cols), below(grid.rows), 0, 0};
        window.cols = 1 + below(grid.cols - window.col);
        window.rows = 1 + below(grid.rows - window.row);
        CellBlock block;
        reader->read(window, block);
        ASSERT_EQ(block.cols, window.cols);
        ASSERT_EQ(block.rows, window.rows);
        for (std::int64_t row = 0; row < block.rows; ++row) {
            for (std::int64_t col = 0; col < block.cols; ++col) {
                const double expected =
                    all[static_cast<std::size_t>((window.row + row) * grid.cols + window.col + col)];
                ASSERT_EQ(block.at(col, row), expected) << i << ": " << col << ", " << row;
            }
        }
    }
}

}  // namespace

TEST(RasterWindow, WindowsThatCutBlocksEqualTheWhole) {
    const ScratchFolder folder;
    const std::vector<std::vector<std::string>> layouts = {
        {"TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=32", "COMPRESS=DEFLATE"}, {"BLOCKYSIZE=5"}, {"BLOCKYSIZE=1"}};
    for (const auto& layout : layouts) {
        for (const double step : {-0.01, 0.01}) {
            TestRaster raster;
            raster.cols = 90;
            raster.rows = 71;
            raster.options = layout;
            raster.transform = {106, 0.01, 0, -6, 0, step};
            raster.value = numbered;
            write_tiff(folder / "windows.tif", raster);
            expect_windows_agree(*RasterFile::open(input_of(folder / "windows.tif")), 1);
            expect_windows_agree(*RasterFile::open(input_of(folder / "windows.tif"), Decoder::gdal), 2);
        }
    }
}

// More cut blocks than are kept: tiles of 512 x 512 float64 = 2 MB, 8 MB kept.
TEST(RasterWindow, KeptBlocksAreReplaced) {
    const ScratchFolder folder;
    TestRaster raster;
    raster.cols = 2100;
    raster.rows = 1100;
    raster.transform = {106, 1e-3, 0, -6, 0, -1e-3};
    raster.type = GDT_Float64;
    raster.options = {"TILED=YES", "BLOCKXSIZE=512", "BLOCKYSIZE=512", "COMPRESS=LZW"};
    raster.value = numbered;
    write_tiff(folder / "large.tif", raster);
    const auto reader = RasterFile::open(input_of(folder / "large.tif"))->reader();
    CellBlock block;
    for (int pass = 0; pass < 2; ++pass) {
        for (std::int64_t row = 100; row < 1000; row += 300) {
            for (std::int64_t col = 100; col < 2000; col += 300) {
                reader->read({col, row, 7, 5}, block);
                ASSERT_EQ(block.at(6, 4), numbered(1, static_cast<int>(col) + 6, static_cast<int>(row) + 4));
            }
        }
    }
}

// 5 x 4 cells of half a degree; rows stored from south (y = -8) to north (-6).
TEST(RasterWindow, SouthUpIsTurnedOver) {
    const ScratchFolder folder;
    TestRaster raster;
    raster.transform = {106, 0.5, 0, -8, 0, 0.5};
    raster.value = numbered;
    write_tiff(folder / "south_up.tif", raster);
    const auto file = RasterFile::open(input_of(folder / "south_up.tif"));
    EXPECT_EQ(file->grid(), (Grid{106, -6, 0.5, 0.5, 5, 4}));
    EXPECT_TRUE(file->facts().south_up);
    const std::vector<double> cells = whole(*file);
    EXPECT_EQ(cells[0], 3000);  // north-west corner = last stored row
    EXPECT_EQ(cells[19], 4);    // south-east corner = end of the first stored row
    expect_same_bits(cells, whole(folder / "south_up.tif", Decoder::gdal));
}

TEST(RasterWindow, WhatTheFileSaysOfItself) {
    const ScratchFolder folder;
    TestRaster raster;
    raster.cols = 40;
    raster.rows = 33;
    raster.type = GDT_Int16;
    raster.nodata = -32768;
    raster.crs = "EPSG:32748";
    raster.transform = {700000, 25, 0, 9300000, 0, -50};
    raster.options = {"TILED=YES", "BLOCKXSIZE=32", "BLOCKYSIZE=16", "COMPRESS=DEFLATE"};
    raster.finish = [](GDALDataset& dataset) { dataset.GetRasterBand(1)->SetOffset(2); };
    write_tiff(folder / "facts.tif", raster);
    const auto file = RasterFile::open(input_of(folder / "facts.tif"));
    EXPECT_EQ(file->name(), "facts.tif");
    EXPECT_EQ(file->grid(), (Grid{700000, 9300000, 25, 50, 40, 33}));
    EXPECT_EQ(file->tile_cols(), 32);
    EXPECT_EQ(file->tile_rows(), 16);
    EXPECT_THAT(file->crs_wkt(), testing::StartsWith("PROJCRS[\"WGS 84 / UTM zone 48S\""));
    const RasterFacts& facts = file->facts();
    EXPECT_EQ(facts.driver, "GTiff");
    EXPECT_EQ(facts.bands, 1);
    EXPECT_EQ(facts.data_type, "Int16");
    EXPECT_EQ(facts.compression, "DEFLATE");
    EXPECT_EQ(facts.nodata, "-32768");
    EXPECT_EQ(facts.mask, "none");
    EXPECT_EQ(facts.scale, 1);
    EXPECT_EQ(facts.offset, 2);
    EXPECT_FALSE(facts.south_up);
    EXPECT_TRUE(facts.own_decoder);
    EXPECT_EQ(facts.missing_blocks, 0);
    EXPECT_THAT(file->files(), testing::ElementsAre(folder / "facts.tif"));
}

TEST(RasterWindow, ReadersOutliveTheFileAndShareItAcrossThreads) {
    const ScratchFolder folder;
    for (const Decoder decoder : {Decoder::automatic, Decoder::gdal}) {
        TestRaster raster;
        raster.cols = raster.rows = 100;
        raster.options = {"TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16", "COMPRESS=ZSTD"};
        raster.value = numbered;
        write_tiff(folder / "shared.tif", raster);
        auto file = RasterFile::open(input_of(folder / "shared.tif"), decoder);
        std::array<double, 4> sums{};
        std::vector<std::thread> threads;
        for (double& sum : sums) {
            threads.emplace_back([&sum, file] {
                const auto reader = std::shared_ptr<const RasterFile>(file)->reader();
                CellBlock block;
                reader->read({0, 0, 100, 100}, block);
                for (std::int64_t i = 0; i < 100 * 100; ++i) {
                    sum += block.at(i % 100, i / 100);
                }
            });
        }
        file.reset();
        for (std::thread& thread : threads) {
            thread.join();
        }
        // Sum of 1000 row + col over 100 x 100 cells: 1001 x 100 x (99 x 100 / 2).
        EXPECT_THAT(sums, testing::Each(1001.0 * 100 * 4950));
    }
}

TEST(RasterWindow, AsciiGridWithEsriPrj) {
    const ScratchFolder folder;
    write_bytes(folder / "grid.asc",
                "ncols 3\nnrows 2\nxllcorner 106\nyllcorner -7\ncellsize 0.5\nNODATA_value -9999\n"
                "1 2.5 -9999\n4 5 6\n");
    EXPECT_THAT(input_error([&] { RasterFile::open(input_of(folder / "grid.asc")); }),
                testing::AllOf(testing::HasSubstr("coordinate system"), testing::HasSubstr(".prj")));
    write_bytes(folder / "grid.prj",
                "GEOGCS[\"GCS_WGS_1984\",DATUM[\"D_WGS_1984\",SPHEROID[\"WGS_1984\",6378137,298.257223563]],"
                "PRIMEM[\"Greenwich\",0],UNIT[\"Degree\",0.017453292519943295]]");
    const auto file = RasterFile::open(input_of(folder / "grid.asc"));
    EXPECT_EQ(file->grid(), (Grid{106, -6, 0.5, 0.5, 3, 2}));
    EXPECT_EQ(file->facts().driver, "AAIGrid");
    EXPECT_THAT(file->crs_wkt(), testing::StartsWith("GEOGCRS["));
    EXPECT_THAT(file->files(), testing::ElementsAre(folder / "grid.asc", folder / "grid.prj"));
    expect_same_bits(whole(*file), {1, 2.5, std::nan(""), 4, 5, 6});
}

}  // namespace papar::test
