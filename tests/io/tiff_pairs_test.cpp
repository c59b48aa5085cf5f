// Every kind of plain TIFF: the own decoder, GDAL and the values written agree bit by bit.
#include "tests/io/test_raster.hpp"

#include <cmath>
#include <limits>
#include <tuple>

namespace papar::test {

namespace {

const std::vector<GDALDataType> types = {GDT_Byte,  GDT_UInt16, GDT_Int16,   GDT_UInt32, GDT_Int32,
                                         GDT_Int64, GDT_UInt64, GDT_Float32, GDT_Float64};

// A smooth field with steps and some noise, in the type's range: long and short LZW strings, all bytes in use.
double field(GDALDataType type, int col, int row) {
    const double wave = std::sin(col * 0.11) * std::cos(row * 0.07);
    const double noise = ((col * 7919 + row * 104729) % 1009) / 1009.0;
    const double smooth = col % 37 < 9 ? 0.25 : 0.5 + 0.4 * wave + 0.01 * noise;
    switch (type) {
        case GDT_Byte:
            return std::floor(smooth * 250);
        case GDT_UInt16:
            return std::floor(smooth * 65000);
        case GDT_Int16:
            return std::floor((smooth - 0.5) * 65000);
        case GDT_UInt32:
            return std::floor(smooth * 4.2e9);
        case GDT_Int32:
            return std::floor((smooth - 0.5) * 4.2e9);
        case GDT_Int64:
            return std::floor((smooth - 0.5) * 4e15);
        case GDT_UInt64:
            return std::floor(smooth * 4e15);
        case GDT_Float32:
            return static_cast<double>(static_cast<float>(smooth * 1000 - 300));
        default:
            return smooth * 1000 - 300;
    }
}

std::vector<double> expected_field(const TestRaster& raster) {
    std::vector<double> cells;
    for (int row = 0; row < raster.rows; ++row) {
        for (int col = 0; col < raster.cols; ++col) {
            cells.push_back(raster.value(1, col, row));
        }
    }
    return cells;
}

void expect_own_equals_gdal(const std::filesystem::path& path, const TestRaster& raster) {
    const auto own = RasterFile::open(input_of(path));
    const auto gdal = RasterFile::open(input_of(path), Decoder::gdal);
    EXPECT_TRUE(own->facts().own_decoder);
    EXPECT_FALSE(gdal->facts().own_decoder);
    const std::vector<double> expected = expected_field(raster);
    expect_same_bits(whole(*own), expected);
    expect_same_bits(whole(*gdal), expected);
}

std::vector<int> legal_predictors(const std::string& codec, GDALDataType type) {
    if (codec == "NONE") {
        return {1};
    }
    return type == GDT_Float32 || type == GDT_Float64 ? std::vector<int>{1, 2, 3} : std::vector<int>{1, 2};
}

class TiffPairs : public testing::TestWithParam<std::tuple<int, std::string>> {};

std::vector<std::string> layout_options(int block, int rows) {
    if (block > 0) {
        return {"TILED=YES", "BLOCKXSIZE=" + std::to_string(block), "BLOCKYSIZE=" + std::to_string(block)};
    }
    return {"BLOCKYSIZE=" + std::to_string(block == 0 ? rows : -block)};
}

}  // namespace

TEST_P(TiffPairs, ValuesAgree) {
    const auto& [block, codec] = GetParam();
    const ScratchFolder folder;
    for (const GDALDataType type : types) {
        for (const int predictor : legal_predictors(codec, type)) {
            for (const auto& [cols, rows] : {std::pair{100, 67}, std::pair{259, 31}, std::pair{1, 1}}) {
                SCOPED_TRACE(testing::Message() << GDALGetDataTypeName(type) << ", predictor " << predictor << ", "
                                                << cols << " x " << rows);
                TestRaster raster;
                raster.cols = cols;
                raster.rows = rows;
                raster.type = type;
                raster.value = [type](int, int col, int row) { return field(type, col, row); };
                raster.options = layout_options(block, rows);
                raster.options.push_back("COMPRESS=" + codec);
                raster.options.push_back("PREDICTOR=" + std::to_string(predictor));
                raster.options.push_back(cols == 100 ? "BIGTIFF=YES" : "BIGTIFF=NO");
                const auto path = folder / "pair.tif";
                write_tiff(path, raster);
                expect_own_equals_gdal(path, raster);
                if (HasFailure()) {
                    return;
                }
            }
        }
    }
}

// Blocks: 16, 64, 256 = tiles; -1, -7 = strips of that many rows; 0 = one strip.
INSTANTIATE_TEST_SUITE_P(All, TiffPairs,
                         testing::Combine(testing::Values(16, 64, 256, -1, -7, 0),
                                          testing::Values("NONE", "LZW", "DEFLATE", "ZSTD")));

TEST(TiffPairs, PlanesOfTheirOwn) {
    const ScratchFolder folder;
    TestRaster raster;
    raster.cols = 70;
    raster.rows = 40;
    raster.bands = 3;
    raster.type = GDT_Int16;
    raster.options = {"TILED=YES", "BLOCKXSIZE=32", "BLOCKYSIZE=16", "COMPRESS=LZW", "INTERLEAVE=BAND"};
    raster.value = [](int band, int col, int row) { return band * 1000.0 + col - row; };
    write_tiff(folder / "planes.tif", raster);
    for (int band = 1; band <= 3; ++band) {
        const auto own = RasterFile::open(input_of(folder / "planes.tif", band));
        EXPECT_TRUE(own->facts().own_decoder);
        EXPECT_EQ(whole(*own)[71], band * 1000.0 + 1 - 1);
        expect_same_bits(whole(*own), whole(*RasterFile::open(input_of(folder / "planes.tif", band), Decoder::gdal)));
    }
}

TEST(TiffPairs, SignedBytes) {
    const ScratchFolder folder;
    TestRaster raster;
    raster.type = GDT_Byte;
    raster.options = {"PIXELTYPE=SIGNEDBYTE", "COMPRESS=DEFLATE", "PREDICTOR=2"};
    raster.value = [](int, int col, int) { return col == 0 ? 200.0 : col; };  // 200 as a signed byte: 200 - 256 = -56
    write_tiff(folder / "signed.tif", raster);
    for (const Decoder decoder : {Decoder::automatic, Decoder::gdal}) {
        const std::vector<double> cells = whole(folder / "signed.tif", decoder);
        EXPECT_EQ(cells[0], -56);
        EXPECT_EQ(cells[3], 3);
    }
}

// Anything the own decoder does not know is GDAL's, without a word.
TEST(TiffPairs, EverythingElseGoesToGdal) {
    const ScratchFolder folder;
    const std::vector<std::vector<std::string>> others = {
        {"ENDIANNESS=BIG"},
        {"ENDIANNESS=BIG", "COMPRESS=DEFLATE", "PREDICTOR=2", "TILED=YES"},  // 3: GDAL 3.6.2 writes it wrongly
        {"COMPRESS=LZMA"},
        {"COMPRESS=LERC"},
        {"COMPRESS=PACKBITS"},
        {"NBITS=16"},
    };
    for (const auto& options : others) {
        SCOPED_TRACE(options.front());
        TestRaster raster;
        raster.options = options;
        raster.value = [](int, int col, int row) { return col + 0.5 * row; };
        const auto path = folder / "other.tif";
        write_tiff(path, raster);
        EXPECT_FALSE(RasterFile::open(input_of(path))->facts().own_decoder);
        expect_same_bits(whole(path), expected_field(raster));
    }
    TestRaster mixed;
    mixed.bands = 2;
    mixed.options = {"INTERLEAVE=PIXEL", "COMPRESS=LZW"};
    mixed.value = [](int band, int col, int row) { return 100 * band + col + 0.5 * row; };
    write_tiff(folder / "mixed.tif", mixed);
    const auto second = RasterFile::open(input_of(folder / "mixed.tif", 2));
    EXPECT_FALSE(second->facts().own_decoder);
    EXPECT_EQ(whole(*second)[6], 201.5);
}

// 40 x 40 cells in tiles of 16: only the tile with cell (20, 20) is written, the other 8 stay empty.
TEST(TiffPairs, MissingTiles) {
    const ScratchFolder folder;
    for (const std::optional<double> nodata : {std::optional<double>{}, std::optional<double>{-9999.0}}) {
        TestRaster raster;
        raster.cols = raster.rows = 40;
        raster.nodata = nodata;
        raster.options = {"TILED=YES", "BLOCKXSIZE=16", "BLOCKYSIZE=16", "SPARSE_OK=TRUE", "COMPRESS=ZSTD"};
        raster.value = [&](int, int col, int row) { return col == 20 && row == 20 ? 5.0 : nodata.value_or(0); };
        const auto path = folder / "sparse.tif";
        write_tiff(path, raster);
        const auto own = RasterFile::open(input_of(path));
        ASSERT_TRUE(own->facts().own_decoder);
        EXPECT_EQ(own->facts().missing_blocks, 8);
        const std::vector<double> cells = whole(*own);
        EXPECT_EQ(cells[20 * 40 + 20], 5);
        EXPECT_EQ(std::isnan(cells[0]), nodata.has_value());
        expect_same_bits(cells, whole(path, Decoder::gdal));
        CellBlock corner;
        own->reader()->read({0, 0, 16, 16}, corner);
        EXPECT_EQ(corner.all_nodata, nodata.has_value());
    }
}

}  // namespace papar::test
