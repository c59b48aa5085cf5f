// The chunks that all PNG images of papar are made of (PNG, third edition).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace papar {

struct PngForm {
    int depth = 8;        // bits of a sample
    int colour_type = 3;  // 0 grey, 2 red green blue, 3 palette
};

// A square image of `side` pixels. `palette` (PLTE) and `transparency` (tRNS) are left out where they are empty; `rows`
// are all rows, each behind the byte of its filter. The same bytes for the same arguments.
[[nodiscard]] std::vector<std::byte> png_image(int side, const PngForm& form, std::span<const std::byte> palette,
                                               std::span<const std::byte> transparency,
                                               std::span<const std::byte> rows);

}  // namespace papar
