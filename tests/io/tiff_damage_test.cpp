// Truncated and damaged files: values or an Error, never a crash, never a read outside the buffers.
#include "tests/io/test_raster.hpp"

#include <random>

namespace papar::test {

namespace {

TestRaster noisy(const std::string& codec) {
    TestRaster raster;
    raster.cols = 120;
    raster.rows = 90;
    raster.options = {"TILED=YES", "BLOCKXSIZE=32", "BLOCKYSIZE=32", "COMPRESS=" + codec, "PREDICTOR=2"};
    raster.value = [](int, int col, int row) { return col * row % 251 + (col < 50 ? 0 : col * 0.001); };
    return raster;
}

class TiffDamage : public testing::TestWithParam<std::string> {};

}  // namespace

TEST_P(TiffDamage, TruncatedFileIsAnError) {
    const ScratchFolder folder;
    write_tiff(folder / "whole.tif", noisy(GetParam()));
    const std::string bytes = file_bytes(folder / "whole.tif");
    const auto path = folder / "cut.tif";
    for (const std::size_t kept : {bytes.size() / 100, bytes.size() / 2, bytes.size() * 99 / 100, bytes.size() - 1}) {
        write_bytes(path, bytes.substr(0, kept));
        SCOPED_TRACE(testing::Message() << kept << " of " << bytes.size() << " bytes");
        for (const Decoder decoder : {Decoder::automatic, Decoder::gdal}) {
            EXPECT_THAT(input_error([&] { whole(path, decoder); }), testing::HasSubstr("cut.tif"));
        }
    }
}

TEST_P(TiffDamage, DamagedTileIsNamed) {
    const ScratchFolder folder;
    write_tiff(folder / "damaged.tif", noisy(GetParam()));
    std::string bytes = file_bytes(folder / "damaged.tif");
    bytes.resize(bytes.size() - 1);  // the last tile (column 3, row 2 of 4 x 3) loses its end
    write_bytes(folder / "damaged.tif", bytes);
    EXPECT_THAT(input_error([&] { whole(folder / "damaged.tif"); }),
                testing::AllOf(testing::HasSubstr("damaged.tif: the tile at column 3, row 2"),
                               testing::HasSubstr("truncated or damaged")));
}

TEST_P(TiffDamage, FlippedBytesGiveValuesOrAnError) {
    const ScratchFolder folder;
    write_tiff(folder / "whole.tif", noisy(GetParam()));
    const std::string bytes = file_bytes(folder / "whole.tif");
    const auto path = folder / "flipped.tif";
    int errors = 0;
    for (unsigned seed = 0; seed < 300; ++seed) {
        std::mt19937 random(seed);
        std::string flipped = bytes;
        // Half of the seeds damage the directory, which lies in the first bytes.
        const std::size_t range = seed % 2 == 0 ? bytes.size() : 600;
        for (int i = 0; i < 4; ++i) {
            flipped[random() % range] = static_cast<char>(random());
        }
        write_bytes(path, flipped);
        try {
            const auto file = RasterFile::open(input_of(path));
            if (file->grid().cols * file->grid().rows < 10'000'000) {
                EXPECT_EQ(whole(*file).size(), static_cast<std::size_t>(file->grid().cols * file->grid().rows));
            }
        } catch (const Error& error) {
            EXPECT_EQ(error.kind(), ErrorKind::input) << "seed " << seed << ": " << error.what();
            EXPECT_THAT(error.what(), testing::StartsWith("flipped.tif: ")) << "seed " << seed;
            ++errors;
        }
    }
    EXPECT_GT(errors, 30);  // flips that no check sees would make this test worthless
}

INSTANTIATE_TEST_SUITE_P(Codecs, TiffDamage, testing::Values("LZW", "DEFLATE", "ZSTD"));

}  // namespace papar::test
