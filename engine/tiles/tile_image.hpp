// How the pixels of a set of tiles become images.
#pragma once

#include "engine/tiles/palette_png.hpp"
#include "engine/tiles/tile_format.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace papar {

struct TileImage {
    TileFormat format = TileFormat::png;  // or webp
    // Of classes: the colour of each pixel value. None: pixels are values (value_png.hpp), in WebP by the same
    // channels.
    std::optional<Palette> palette;

    [[nodiscard]] std::vector<std::byte> encoded(std::span<const std::uint8_t> pixels, int side) const;
    // Values only.
    [[nodiscard]] std::vector<std::byte> encoded(std::span<const std::uint16_t> pixels, int side) const;
};

}  // namespace papar
