// Lossless WebP (RFC 9649).
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace papar {

// A square image of `side` by `side` pixels, each alpha, red, green, blue from the highest byte down; every pixel comes
// back as it is. The same bytes for the same pixels. Throws std::bad_alloc.
[[nodiscard]] std::vector<std::byte> webp_image(std::span<const std::uint32_t> argb, int side);

}  // namespace papar
