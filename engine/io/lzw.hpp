// LZW as TIFF 6.0 defines it (section 13): codes of 9 to 12 bits, most significant bit first, the width
// rising one code early, 256 = clear, 257 = end.
#pragma once

#include <cstddef>
#include <span>

namespace papar {

// Writes may run over the end of the decoded bytes by this much: strings are copied in whole groups.
inline constexpr std::size_t lzw_slack = 8;

// Decodes until `wanted` bytes are made, the stream ends, or it is found to be malformed; returns the number of bytes
// made, never more than `wanted`. Fewer means a truncated or malformed stream. Never reads or writes outside the spans.
// Precondition: out.size() >= wanted + lzw_slack.
[[nodiscard]] std::size_t decode_lzw(std::span<const std::byte> in, std::span<std::byte> out, std::size_t wanted);

}  // namespace papar
