// Decompresses the bytes of one TIFF tile or strip.
#pragma once

#include "engine/io/tiff_layout.hpp"

#include <cstddef>
#include <memory>
#include <span>

namespace papar {

// Room that `decompress` may use behind the decoded bytes.
inline constexpr std::size_t decompression_slack = 8;

// Keeps the state the libraries want; one for each thread.
class TiffDecompressor {
public:
    explicit TiffDecompressor(TiffCodec codec);
    ~TiffDecompressor();
    TiffDecompressor(const TiffDecompressor&) = delete;
    TiffDecompressor& operator=(const TiffDecompressor&) = delete;

    // True when at least `wanted` bytes came out, the first `wanted` of them in `out`. False for damaged data.
    // Precondition: out.size() >= wanted + decompression_slack. A longer stream is accepted as far as it fits into
    // `out`.
    [[nodiscard]] bool decompress(std::span<const std::byte> in, std::span<std::byte> out, std::size_t wanted);

private:
    struct State;
    TiffCodec codec_;
    std::unique_ptr<State> state_;
};

}  // namespace papar
