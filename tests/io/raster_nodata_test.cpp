// What becomes NaN and what does not. All rasters here are read by both decoders where both apply.
#include "tests/io/test_raster.hpp"

#include <cmath>
#include <limits>

namespace papar::test {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
constexpr double infinity = std::numeric_limits<double>::infinity();

// One row of cells.
TestRaster row_of(GDALDataType type, const std::vector<double>& cells, std::optional<double> nodata = {}) {
    TestRaster raster;
    raster.cols = static_cast<int>(cells.size());
    raster.rows = 1;
    raster.type = type;
    raster.nodata = nodata;
    raster.value = [cells](int, int col, int) { return cells[static_cast<std::size_t>(col)]; };
    return raster;
}

void expect_cells(const TestRaster& raster, const std::vector<double>& expected) {
    const ScratchFolder folder;
    write_tiff(folder / "row.tif", raster);
    expect_same_bits(whole(folder / "row.tif"), expected);
    expect_same_bits(whole(folder / "row.tif", Decoder::gdal), expected);
}

}  // namespace

TEST(RasterNodata, DeclaredValueAndEveryNan) {
    expect_cells(row_of(GDT_Float32, {-9999, nan, 0, -1.5}, -9999), {nan, nan, 0, -1.5});
    expect_cells(row_of(GDT_Float32, {-9999, nan, 0}), {-9999, nan, 0});  // not declared: a value like any other
    expect_cells(row_of(GDT_Float64, {0, nan, 2}, 0), {nan, nan, 2});
    expect_cells(row_of(GDT_Float32, {0, nan, 2}, nan), {0, nan, 2});
}

// The text "-3.4028235e+38" of the metadata is no float; rounded to float32 it is the lowest one.
TEST(RasterNodata, ComparedInTheBandsOwnType) {
    const double lowest = std::numeric_limits<float>::lowest();
    expect_cells(row_of(GDT_Float32, {lowest, 1}, lowest), {nan, 1});
    expect_cells(row_of(GDT_Float32, {static_cast<double>(-3.4e38F), 1}, -3.4e38), {nan, 1});
    expect_cells(row_of(GDT_Float32, {static_cast<double>(0.1F), 1}, 0.1), {nan, 1});
    expect_cells(row_of(GDT_Byte, {255, 0, 241}, 255), {nan, 0, 241});
    // No byte is -9999 (-9999 mod 256 = 241) or 254.5: nothing is nodata.
    expect_cells(row_of(GDT_Byte, {0, 241, 255}, -9999), {0, 241, 255});
    expect_cells(row_of(GDT_Byte, {254, 255}, 254.5), {254, 255});
    expect_cells(row_of(GDT_UInt16, {65535, 1}, 65535), {nan, 1});
    expect_cells(row_of(GDT_Int32, {-2147483648.0, 7}, -2147483648.0), {nan, 7});
}

// 2^53 + 1 = 9007199254740993 is no double: as a double it would be 2^53, the first cell.
TEST(RasterNodata, SixtyFourBits) {
    const ScratchFolder folder;
    TestRaster raster = row_of(GDT_Int64, {9007199254740992.0, 5, -1});
    raster.finish = [](GDALDataset& dataset) { dataset.GetRasterBand(1)->SetNoDataValueAsInt64(9007199254740993); };
    expect_cells(raster, {9007199254740992.0, 5, -1});
    raster.finish = [](GDALDataset& dataset) { dataset.GetRasterBand(1)->SetNoDataValueAsInt64(-1); };
    expect_cells(raster, {9007199254740992.0, 5, nan});

    TestRaster wide = row_of(GDT_UInt64, {5, 6});
    wide.finish = [](GDALDataset& dataset) {
        const std::uint64_t largest = std::numeric_limits<std::uint64_t>::max();
        ASSERT_EQ(dataset.GetRasterBand(1)->RasterIO(GF_Write, 0, 0, 1, 1, const_cast<std::uint64_t*>(&largest), 1, 1,
                                                     GDT_UInt64, 0, 0, nullptr),
                  CE_None);
        dataset.GetRasterBand(1)->SetNoDataValueAsUInt64(largest);
    };
    expect_cells(wide, {nan, 6});
}

TEST(RasterNodata, TypesOfCells) {
    const ScratchFolder folder;
    const auto type_of = [&](GDALDataType type, double scale) {
        TestRaster raster = row_of(type, {1, 2});
        raster.finish = [scale](GDALDataset& dataset) {
            if (scale != 1) {
                dataset.GetRasterBand(1)->SetScale(scale);
            }
        };
        write_tiff(folder / "type.tif", raster);
        return RasterFile::open(input_of(folder / "type.tif"))->type();
    };
    for (const GDALDataType type : {GDT_Byte, GDT_UInt16, GDT_Int16, GDT_Float32}) {
        EXPECT_EQ(type_of(type, 1), CellType::float32);
        EXPECT_EQ(type_of(type, 0.5), CellType::float64);
    }
    for (const GDALDataType type : {GDT_UInt32, GDT_Int32, GDT_UInt64, GDT_Int64, GDT_Float64}) {
        EXPECT_EQ(type_of(type, 1), CellType::float64);
    }
}

// Stored 4 x 0.25 + 10 = 11; the stored nodata 8 is nodata, the value 8 (stored -8) is not.
TEST(RasterNodata, ScaleAndOffsetComeAfterNodata) {
    TestRaster raster = row_of(GDT_Int16, {4, 8, -8}, 8);
    raster.finish = [](GDALDataset& dataset) {
        dataset.GetRasterBand(1)->SetScale(0.25);
        dataset.GetRasterBand(1)->SetOffset(10);
    };
    expect_cells(raster, {11, nan, 8});
}

TEST(RasterNodata, InternalMaskTogetherWithNodata) {
    CPLSetThreadLocalConfigOption("GDAL_TIFF_INTERNAL_MASK", "YES");
    TestRaster raster = row_of(GDT_Float32, {1, 2, infinity, -9999}, -9999);
    raster.finish = [](GDALDataset& dataset) {
        ASSERT_EQ(dataset.CreateMaskBand(GMF_PER_DATASET), CE_None);
        std::array<std::uint8_t, 4> mask = {255, 0, 0, 255};
        ASSERT_EQ(dataset.GetRasterBand(1)->GetMaskBand()->RasterIO(GF_Write, 0, 0, 4, 1, mask.data(), 4, 1, GDT_Byte,
                                                                    0, 0, nullptr),
                  CE_None);
    };
    expect_cells(raster, {1, nan, nan, nan});
    CPLSetThreadLocalConfigOption("GDAL_TIFF_INTERNAL_MASK", nullptr);
}

TEST(RasterNodata, ExternalMaskWithScale) {
    const ScratchFolder folder;
    CPLSetThreadLocalConfigOption("GDAL_TIFF_INTERNAL_MASK", "NO");
    TestRaster raster = row_of(GDT_Int16, {1, 2, 3});
    raster.finish = [](GDALDataset& dataset) {
        dataset.GetRasterBand(1)->SetScale(0.5);
        ASSERT_EQ(dataset.CreateMaskBand(GMF_PER_DATASET), CE_None);
        std::array<std::uint8_t, 3> mask = {255, 0, 255};
        ASSERT_EQ(dataset.GetRasterBand(1)->GetMaskBand()->RasterIO(GF_Write, 0, 0, 3, 1, mask.data(), 3, 1, GDT_Byte,
                                                                    0, 0, nullptr),
                  CE_None);
    };
    write_tiff(folder / "masked.tif", raster);
    CPLSetThreadLocalConfigOption("GDAL_TIFF_INTERNAL_MASK", nullptr);
    const auto file = RasterFile::open(input_of(folder / "masked.tif"));
    EXPECT_FALSE(file->facts().own_decoder);
    EXPECT_EQ(file->facts().mask, "mask");
    expect_same_bits(whole(*file), {0.5, nan, 1.5});
    EXPECT_THAT(file->files(), testing::ElementsAre(folder / "masked.tif", folder / "masked.tif.msk"));
}

TEST(RasterNodata, AlphaBand) {
    TestRaster raster = row_of(GDT_Byte, {1, 2, 3});
    raster.bands = 2;
    raster.options = {"ALPHA=YES"};
    raster.value = [](int band, int col, int) { return band == 1 ? col + 1.0 : (col == 1 ? 0.0 : 255.0); };
    const ScratchFolder folder;
    write_tiff(folder / "alpha.tif", raster);
    EXPECT_EQ(RasterFile::open(input_of(folder / "alpha.tif"))->facts().mask, "alpha");
    expect_same_bits(whole(folder / "alpha.tif"), {1, nan, 3});
}

TEST(RasterNodata, InfiniteCellIsRefusedByName) {
    const ScratchFolder folder;
    for (const double transform_dy : {-0.5, 0.5}) {
        TestRaster raster;
        raster.transform[5] = transform_dy;
        raster.value = [](int, int col, int row) { return col == 2 && row == 1 ? -infinity : 1.0; };
        write_tiff(folder / "infinite.tif", raster);
        // Stored row 1 of 4 is the second from the north, or with rows turned over the third.
        const std::string place = transform_dy < 0 ? "column 3, row 2" : "column 3, row 3";
        EXPECT_THAT(input_error([&] { whole(folder / "infinite.tif"); }), testing::HasSubstr(place));
        EXPECT_THAT(input_error([&] { whole(folder / "infinite.tif", Decoder::gdal); }), testing::HasSubstr(place));
    }
    // Declared as nodata it is no fault.
    expect_cells(row_of(GDT_Float32, {infinity, 1}, infinity), {nan, 1});
}

TEST(RasterNodata, AllNodataIsSaid) {
    const ScratchFolder folder;
    TestRaster raster;
    raster.cols = 40;
    raster.rows = 16;
    raster.nodata = -1;
    raster.options = {"TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16"};
    raster.value = [](int, int col, int) { return col < 16 ? -1.0 : 3.0; };
    write_tiff(folder / "half.tif", raster);
    const auto reader = RasterFile::open(input_of(folder / "half.tif"))->reader();
    CellBlock block;
    reader->read({0, 0, 16, 16}, block);
    EXPECT_TRUE(block.all_nodata);
    reader->read({3, 2, 5, 4}, block);
    EXPECT_TRUE(block.all_nodata);
    EXPECT_TRUE(std::isnan(block.at(4, 3)));
    reader->read({0, 0, 17, 16}, block);
    EXPECT_FALSE(block.all_nodata);
    // The padding up to the stride of 32 is NaN.
    for (std::size_t col = 17; col < 32; ++col) {
        EXPECT_TRUE(std::isnan(block.f32[col]));
    }
}

}  // namespace papar::test
