#include "engine/tiles/tile_image.hpp"

#include "engine/tiles/value_png.hpp"
#include "engine/tiles/webp_image.hpp"

namespace papar {

namespace {

std::uint32_t argb(const Colour& colour) {
    return static_cast<std::uint32_t>(colour.alpha) << 24 | static_cast<std::uint32_t>(colour.red) << 16 |
           static_cast<std::uint32_t>(colour.green) << 8 | colour.blue;
}

std::uint32_t argb_of_value(std::uint8_t value) {
    return value == 0 ? 0 : argb({value, value, value, 255});
}
std::uint32_t argb_of_value(std::uint16_t value) {
    const auto high = static_cast<std::uint8_t>(value >> 8);
    const auto low = static_cast<std::uint8_t>(value & 0xff);
    return value == 0 ? 0 : argb({high, low, 0, 255});
}

template <typename Pixel>
std::vector<std::byte> webp_of_values(std::span<const Pixel> pixels, int side) {
    std::vector<std::uint32_t> colours;
    colours.reserve(pixels.size());
    for (const Pixel pixel : pixels) colours.push_back(argb_of_value(pixel));
    return webp_image(colours, side);
}

}  // namespace

std::vector<std::byte> TileImage::encoded(std::span<const std::uint8_t> pixels, int side) const {
    if (format == TileFormat::png) {
        return palette ? palette_png(pixels, side, *palette) : value_png(pixels, side);
    }
    if (!palette) return webp_of_values(pixels, side);
    std::vector<std::uint32_t> colours;
    colours.reserve(pixels.size());
    for (const std::uint8_t pixel : pixels) colours.push_back(argb((*palette)[pixel]));
    return webp_image(colours, side);
}

std::vector<std::byte> TileImage::encoded(std::span<const std::uint16_t> pixels, int side) const {
    return format == TileFormat::png ? value_png(pixels, side) : webp_of_values(pixels, side);
}

}  // namespace papar
