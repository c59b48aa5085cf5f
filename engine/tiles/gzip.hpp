// gzip in memory, by libdeflate. The same bytes for the same input: no time, no name.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <vector>

namespace papar {

inline constexpr int gzip_once_level = 9;   // what is small and written once: directories
inline constexpr int gzip_tiles_level = 6;  // thousands of tiles

[[nodiscard]] std::vector<std::byte> gzip(std::span<const std::byte> bytes, int level);

// Nothing when the bytes are no gzip, or more than `most` come out.
[[nodiscard]] std::optional<std::vector<std::byte>> gunzip(std::span<const std::byte> bytes, std::size_t most);

}  // namespace papar
