// The pyramid of a hillshade: a grey picture under the maps.
#pragma once

#include "engine/tiles/sampled_tiles.hpp"
#include "engine/tiles/tile_image.hpp"
#include "engine/tiles/tile_pyramid.hpp"

#include <cstdint>

namespace papar {

// Cells that are shades already: 1 to 255; 0 is no data and no value of a cell.
struct ShadeScale {
    using Pixel = std::uint8_t;

    [[nodiscard]] static Pixel pixel(double shade) { return static_cast<Pixel>(shade); }
    [[nodiscard]] static std::string misfit(double shade) { return fmt::format("{}, which is no shade", shade); }
};
using ShadeRaster = SampledRaster<ShadeScale>;

// Greys of a tile, beside "no data": 15, so that a pixel takes 4 bits.
inline constexpr int grey_count = 15;

// The number of a shade's grey, 1 the darkest to grey_count; 0 stays.
[[nodiscard]] std::uint8_t grey_of(std::uint8_t shade);

// By number. Light, since maps are drawn over them: level ground is nearly white, and no shadow is black. They darken
// as the square of what is missing to full light.
[[nodiscard]] Palette grey_palette();

// Adds every tile with data to `tiles` and finishes it. A pixel of the next smaller zoom is the mean of its four, of
// those with data, as shades; they become greys only when a tile is encoded.
GroupCounts build_pyramid(const ShadeRaster& raster, const PyramidShape& shape, const TileImage& image,
                          const ProgressCallback& progress, TileSet& tiles);

}  // namespace papar
