#include "engine/tiles/palette_png.hpp"

#include "engine/tiles/png_chunks.hpp"

#include <algorithm>

namespace papar {

namespace {

using Bytes = std::vector<std::byte>;

struct UsedColours {
    std::vector<std::uint8_t> values;              // of pixels, in the order of the image's palette
    std::array<std::uint8_t, 256> number_of = {};  // a value's place in it
};

UsedColours used_colours(std::span<const std::uint8_t> pixels, const Palette& palette) {
    std::array<bool, 256> used = {};
    for (const std::uint8_t pixel : pixels) {
        used[pixel] = true;
    }
    UsedColours colours;
    for (std::size_t value = 0; value < used.size(); ++value) {
        if (used[value]) colours.values.push_back(static_cast<std::uint8_t>(value));
    }
    // tRNS may end after the last colour that is not opaque.
    std::ranges::stable_partition(colours.values, [&](std::uint8_t value) { return palette[value].alpha < 255; });
    for (std::size_t i = 0; i < colours.values.size(); ++i) {
        colours.number_of[colours.values[i]] = static_cast<std::uint8_t>(i);
    }
    return colours;
}

int depth_of(std::size_t colours) {
    return colours <= 2 ? 1 : colours <= 4 ? 2 : colours <= 16 ? 4 : 8;
}

// Each row after a byte that says "no filter", its first pixel in the highest bits.
Bytes packed_rows(std::span<const std::uint8_t> pixels, int side, int depth, const UsedColours& colours) {
    const auto width = static_cast<std::size_t>(side);
    const auto per_byte = static_cast<std::size_t>(8 / depth);
    Bytes rows;
    rows.reserve(width * (1 + width / per_byte + 1));
    for (std::size_t y = 0; y < width; ++y) {
        rows.push_back(std::byte{0});
        for (std::size_t x = 0; x < width; x += per_byte) {
            unsigned byte = 0;
            for (std::size_t i = x; i < x + per_byte; ++i) {
                byte = byte << depth | (i < width ? colours.number_of[pixels[y * width + i]] : 0U);
            }
            rows.push_back(static_cast<std::byte>(byte));
        }
    }
    return rows;
}

}  // namespace

Bytes palette_png(std::span<const std::uint8_t> pixels, int side, const Palette& palette) {
    const UsedColours colours = used_colours(pixels, palette);
    const int depth = depth_of(colours.values.size());
    Bytes entries;
    Bytes alphas;
    for (const std::uint8_t value : colours.values) {
        const Colour& colour = palette[value];
        for (const std::uint8_t part : {colour.red, colour.green, colour.blue}) {
            entries.push_back(static_cast<std::byte>(part));
        }
        if (colour.alpha < 255) alphas.push_back(static_cast<std::byte>(colour.alpha));
    }
    constexpr int palette_colours = 3;
    return png_image(side, {depth, palette_colours}, entries, alphas, packed_rows(pixels, side, depth, colours));
}

}  // namespace papar
