#include "engine/tiles/deflate_handle.hpp"
#include "engine/tiles/verify_tiles.hpp"

#include <libdeflate.h>

#include <array>
#include <cstdint>
#include <memory>
#include <string_view>

namespace papar {

namespace {

constexpr std::string_view signature = "\x89PNG\r\n\x1a\n";

std::uint32_t big_endian_at(std::span<const std::byte> bytes, std::size_t at) {
    std::uint32_t number = 0;
    for (std::size_t i = 0; i < 4; ++i) number = number << 8 | static_cast<std::uint32_t>(bytes[at + i]);
    return number;
}

// Bytes of all rows unpacked, by colour type: grey, RGB, palette, grey with alpha, RGB with alpha. 0: no such type.
std::size_t unpacked_bytes(std::size_t side, unsigned depth, unsigned colour_type) {
    constexpr std::array<unsigned, 7> channels = {1, 0, 3, 1, 2, 0, 4};
    if (colour_type >= channels.size()) return 0;
    return channels[colour_type] == 0 ? 0 : side * (1 + (side * depth * channels[colour_type] + 7) / 8);
}

}  // namespace

std::string png_defect(std::span<const std::byte> png) {
    const auto text = [&](std::size_t at, std::size_t length) {
        return std::string_view(reinterpret_cast<const char*>(png.data()) + at, length);
    };
    if (png.size() < 57 || text(0, signature.size()) != signature || text(12, 4) != "IHDR") {
        return "is no PNG image";
    }
    const std::uint32_t side = big_endian_at(png, 16);
    if (side != big_endian_at(png, 20) || (side != 256 && side != 512)) {
        return "is not a square of 256 or 512 pixels";
    }
    std::vector<std::byte> packed;
    std::string_view type;
    for (std::size_t at = signature.size(); at + 12 <= png.size() && type != "IEND";) {
        const std::size_t length = big_endian_at(png, at);
        if (length > png.size() - at - 12) return "ends in the middle of a chunk";
        type = text(at + 4, 4);
        if (libdeflate_crc32(0, png.data() + at + 4, length + 4) != big_endian_at(png, at + 8 + length)) {
            return "has a wrong check sum";
        }
        const auto data = png.subspan(at + 8, length);
        if (type == "IDAT") packed.insert(packed.end(), data.begin(), data.end());
        at += 12 + length;
    }
    if (type != "IEND") return "has no end";
    const std::size_t expected = unpacked_bytes(side, static_cast<unsigned>(png[24]), static_cast<unsigned>(png[25]));
    if (expected == 0 || png[28] != std::byte{0}) return "";  // interlaced: not looked into
    std::vector<std::byte> rows(expected);
    const DeflateDecompressor decompressor(libdeflate_alloc_decompressor());
    const bool whole = libdeflate_zlib_decompress(decompressor.get(), packed.data(), packed.size(), rows.data(),
                                                  rows.size(), nullptr) == LIBDEFLATE_SUCCESS;
    return whole ? "" : "has pixels that cannot be unpacked";
}

}  // namespace papar
