#include "engine/tiles/gzip.hpp"

#include "engine/tiles/deflate_handle.hpp"

#include <libdeflate.h>

#include <algorithm>
#include <array>
#include <memory>
#include <new>

namespace papar {

namespace {

using Bytes = std::vector<std::byte>;

}  // namespace

Bytes gzip(std::span<const std::byte> bytes, int level) {
    // A compressor is hundreds of kilobytes: each thread keeps its own for the next tile.
    constexpr std::size_t levels = 13;
    thread_local std::array<DeflateCompressor, levels> compressors;
    auto& compressor = compressors.at(static_cast<std::size_t>(level));
    if (!compressor) {
        compressor.reset(libdeflate_alloc_compressor(level));
    }
    if (!compressor) {
        throw std::bad_alloc();
    }
    Bytes packed(libdeflate_gzip_compress_bound(compressor.get(), bytes.size()));
    packed.resize(libdeflate_gzip_compress(compressor.get(), bytes.data(), bytes.size(), packed.data(), packed.size()));
    return packed;
}

std::optional<Bytes> gunzip(std::span<const std::byte> bytes, std::size_t most) {
    const DeflateDecompressor decompressor(libdeflate_alloc_decompressor());
    if (!decompressor) {
        throw std::bad_alloc();
    }
    for (std::size_t room = std::max<std::size_t>(4096, 4 * bytes.size());; room *= 4) {
        Bytes unpacked(std::min(room, most));
        std::size_t size = 0;
        const libdeflate_result result = libdeflate_gzip_decompress(decompressor.get(), bytes.data(), bytes.size(),
                                                                    unpacked.data(), unpacked.size(), &size);
        if (result == LIBDEFLATE_SUCCESS) {
            unpacked.resize(size);
            return unpacked;
        }
        if (result != LIBDEFLATE_INSUFFICIENT_SPACE || unpacked.size() == most) {
            return std::nullopt;
        }
    }
}

}  // namespace papar
