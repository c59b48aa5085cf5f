// What is wrong with one tile, by the format of its set.
#include "engine/tiles/verify_tiles.hpp"

#include <webp/decode.h>

#include <algorithm>
#include <memory>
#include <string_view>

namespace papar {

namespace {

// The container of WebP (RFC 9649): "RIFF", the bytes that follow, "WEBP", and a first chunk that says how big the
// image is in 14 bits a side where it is lossless.
std::string webp_defect(std::span<const std::byte> webp) {
    const auto byte = [&](std::size_t at) { return static_cast<std::uint32_t>(webp[at]); };
    const auto number = [&](std::size_t at) {
        return byte(at) | byte(at + 1) << 8 | byte(at + 2) << 16 | byte(at + 3) << 24;
    };
    const std::string_view text(reinterpret_cast<const char*>(webp.data()), webp.size());
    constexpr std::size_t least_bytes = 25;  // up to the sides of a lossless image
    if (webp.size() < least_bytes || !text.starts_with("RIFF") || text.substr(8, 4) != "WEBP") {
        return "is no WebP image";
    }
    if (number(4) + 8 != webp.size()) return "is a WebP image cut short or with bytes after its end";
    if (text.substr(12, 4) != "VP8L") return "is a WebP image that is not lossless";
    const std::uint32_t sides = number(21);
    const std::uint32_t width = (sides & 0x3fff) + 1, height = (sides >> 14 & 0x3fff) + 1;
    if (width != height || (width != 256 && width != 512)) return "is no square of 256 or 512 pixels";
    int decoded_width = 0, decoded_height = 0;
    const std::unique_ptr<std::uint8_t, void (*)(void*)> pixels(
        WebPDecodeRGBA(reinterpret_cast<const std::uint8_t*>(webp.data()), webp.size(), &decoded_width,
                       &decoded_height),
        WebPFree);
    return pixels ? "" : "has pixels that cannot be unpacked";
}

}  // namespace

std::string tile_defect(std::span<const std::byte> tile, TileFormat format) {
    switch (format) {
        case TileFormat::mvt:
            return mvt_defect(tile);
        case TileFormat::webp:
            return webp_defect(tile);
        case TileFormat::png:
            break;
    }
    return png_defect(tile);
}

std::optional<TileFormat> format_of(std::string_view words, std::string_view TileFormatWords::*which) {
    for (const TileFormat format : {TileFormat::png, TileFormat::webp, TileFormat::mvt}) {
        if (words_of(format).*which == words) return format;
    }
    return std::nullopt;
}

}  // namespace papar
