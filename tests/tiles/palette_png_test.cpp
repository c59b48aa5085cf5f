#include "engine/tiles/palette_png.hpp"

#include "tests/tiles/gdal_png.hpp"
#include <gtest/gtest.h>

namespace papar {
namespace {

using test::PngImage;
using test::read_png;

Palette some_palette() {
    Palette palette;
    for (std::size_t i = 0; i < palette.size(); ++i) {
        palette[i] = {static_cast<std::uint8_t>(i), static_cast<std::uint8_t>(255 - i), 7, 255};
    }
    palette[0].alpha = 0;
    return palette;
}

// Values 0, 1, ..., count - 1 in turn.
std::vector<std::uint8_t> stripes(int side, int count) {
    std::vector<std::uint8_t> pixels(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        pixels[i] = static_cast<std::uint8_t>(i % static_cast<std::size_t>(count));
    }
    return pixels;
}

class DepthTest : public testing::TestWithParam<std::pair<int, int>> {};

TEST_P(DepthTest, GdalReadsEveryPixelInItsColour) {
    const auto [count, depth] = GetParam();
    const Palette palette = some_palette();
    const std::vector<std::uint8_t> pixels = stripes(256, count);
    const std::vector<std::byte> png = palette_png(pixels, 256, palette);
    EXPECT_EQ(static_cast<int>(png[24]), depth);  // 8 of signature, 4 + 4 + 4 + 4 of IHDR before it
    const PngImage image = read_png(png);
    ASSERT_EQ(image.side, 256);
    for (std::size_t i = 0; i < pixels.size(); ++i) {
        ASSERT_EQ(image.pixels[i], palette[pixels[i]]) << i;
    }
}

INSTANTIATE_TEST_SUITE_P(PalettePng, DepthTest,
                         testing::Values(std::pair{1, 1}, std::pair{2, 1}, std::pair{3, 2}, std::pair{4, 2},
                                         std::pair{5, 4}, std::pair{16, 4}, std::pair{17, 8}, std::pair{256, 8}));

TEST(PalettePng, TheDepthIsOfTheColoursThatOccur) {
    std::vector<std::uint8_t> pixels(std::size_t{512} * 512, 200);
    pixels[3] = 90;
    pixels[5] = 0;
    const std::vector<std::byte> png = palette_png(pixels, 512, some_palette());
    EXPECT_EQ(static_cast<int>(png[24]), 2);
    const PngImage image = read_png(png);
    ASSERT_EQ(image.side, 512);
    EXPECT_EQ(image.pixels[3], some_palette()[90]);
    EXPECT_EQ(image.pixels[4], some_palette()[200]);
    EXPECT_EQ(image.pixels[5].alpha, 0);
}

}  // namespace
}  // namespace papar
