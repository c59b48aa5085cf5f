// PNG images of values: the pixels themselves, for programs to read. 0 is no data and transparent.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace papar {

// Square images of `side` by `side` pixels, row by row from the north; the same bytes for the same pixels.
// 8 bits are grey. Of 16 bits red is the high byte and green the low one: browsers give no more than 8 bits of a
// channel.
[[nodiscard]] std::vector<std::byte> value_png(std::span<const std::uint8_t> pixels, int side);
[[nodiscard]] std::vector<std::byte> value_png(std::span<const std::uint16_t> pixels, int side);

}  // namespace papar
