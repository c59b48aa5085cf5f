// PNG images of classes: a palette and one small number a pixel (PNG, third edition, colour type 3).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace papar {

struct Colour {
    std::uint8_t red = 0;
    std::uint8_t green = 0;
    std::uint8_t blue = 0;
    std::uint8_t alpha = 255;  // 0 is transparent

    bool operator==(const Colour&) const = default;
};

// The colour of each pixel value.
using Palette = std::array<Colour, 256>;

// A square image of `side` by `side` pixels, row by row from the north. The palette holds only the values that occur,
// transparent ones first, and pixels have the smallest depth (1, 2, 4 or 8 bits) that tells them
// apart. The same bytes for the same pixels.
[[nodiscard]] std::vector<std::byte> palette_png(std::span<const std::uint8_t> pixels, int side,
                                                 const Palette& palette);

}  // namespace papar
