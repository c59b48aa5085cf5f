#include "engine/tiles/png_chunks.hpp"

#include "engine/tiles/deflate_handle.hpp"

#include <libdeflate.h>

#include <memory>
#include <new>
#include <string_view>

namespace papar {

namespace {

using Bytes = std::vector<std::byte>;

// Beyond 6 the images of classes get 1 to 2 % smaller and take three times as long.
constexpr int image_level = 6;

libdeflate_compressor* compressor() {
    thread_local const DeflateCompressor own(libdeflate_alloc_compressor(image_level));
    if (!own) {
        throw std::bad_alloc();
    }
    return own.get();
}

void append(Bytes& png, std::string_view text) {
    for (const char c : text) {
        png.push_back(static_cast<std::byte>(c));
    }
}

void append_number(Bytes& png, std::uint32_t number) {
    for (int shift = 24; shift >= 0; shift -= 8) {
        png.push_back(static_cast<std::byte>(number >> shift));
    }
}

void append_chunk(Bytes& png, std::string_view type, std::span<const std::byte> data) {
    append_number(png, static_cast<std::uint32_t>(data.size()));
    const std::size_t begin = png.size();
    append(png, type);
    png.insert(png.end(), data.begin(), data.end());
    append_number(png, libdeflate_crc32(0, png.data() + begin, png.size() - begin));
}

Bytes zlib(std::span<const std::byte> rows) {
    Bytes packed(libdeflate_zlib_compress_bound(compressor(), rows.size()));
    packed.resize(libdeflate_zlib_compress(compressor(), rows.data(), rows.size(), packed.data(), packed.size()));
    return packed;
}

}  // namespace

Bytes png_image(int side, const PngForm& form, std::span<const std::byte> palette,
                std::span<const std::byte> transparency, std::span<const std::byte> rows) {
    Bytes header;
    append_number(header, static_cast<std::uint32_t>(side));
    append_number(header, static_cast<std::uint32_t>(side));
    // Then the only compression and filter method there are, no interlacing.
    for (const int field : {form.depth, form.colour_type, 0, 0, 0}) {
        header.push_back(static_cast<std::byte>(field));
    }
    Bytes png;
    append(png, "\x89PNG\r\n\x1a\n");
    append_chunk(png, "IHDR", header);
    if (!palette.empty()) append_chunk(png, "PLTE", palette);
    if (!transparency.empty()) append_chunk(png, "tRNS", transparency);
    append_chunk(png, "IDAT", zlib(rows));
    append_chunk(png, "IEND", {});
    return png;
}

}  // namespace papar
