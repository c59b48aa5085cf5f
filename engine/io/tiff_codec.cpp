#include "engine/io/tiff_codec.hpp"

#include "engine/io/lzw.hpp"

#include <libdeflate.h>
#include <zstd.h>

#include <new>

namespace papar {

static_assert(decompression_slack >= lzw_slack);

struct TiffDecompressor::State {
    std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)> deflate{
        nullptr, &libdeflate_free_decompressor};
    std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> zstd{nullptr, &ZSTD_freeDCtx};
};

TiffDecompressor::TiffDecompressor(TiffCodec codec) : codec_(codec), state_(std::make_unique<State>()) {
    if (codec == TiffCodec::deflate) {
        state_->deflate.reset(libdeflate_alloc_decompressor());
    } else if (codec == TiffCodec::zstd) {
        state_->zstd.reset(ZSTD_createDCtx());
    }
    if ((codec == TiffCodec::deflate && !state_->deflate) || (codec == TiffCodec::zstd && !state_->zstd)) {
        throw std::bad_alloc();
    }
}

TiffDecompressor::~TiffDecompressor() = default;

bool TiffDecompressor::decompress(std::span<const std::byte> in, std::span<std::byte> out, std::size_t wanted) {
    switch (codec_) {
        case TiffCodec::none:
            return false;  // nothing to decompress: read straight into place
        case TiffCodec::lzw:
            return decode_lzw(in, out, wanted) == wanted;
        case TiffCodec::deflate: {
            std::size_t made = 0;
            return libdeflate_zlib_decompress(state_->deflate.get(), in.data(), in.size(), out.data(), out.size(),
                                              &made) == LIBDEFLATE_SUCCESS &&
                   made >= wanted;
        }
        case TiffCodec::zstd: {
            const std::size_t made =
                ZSTD_decompressDCtx(state_->zstd.get(), out.data(), out.size(), in.data(), in.size());
            return ZSTD_isError(made) == 0 && made >= wanted;
        }
    }
    return false;
}

}  // namespace papar
