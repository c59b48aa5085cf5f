// The headers of a request that change its answer, read as RFC 9110 says.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace papar {

// Accept-Encoding names gzip, or *, and not with q=0. Without the header a client gets what needs no unpacking.
[[nodiscard]] bool accepts_gzip(std::optional<std::string_view> accept_encoding);

// If-Match and If-None-Match: whether the list names this entity tag, or is *. Tags with W/ count in a weak comparison
// only.
enum class TagComparison { strong, weak };
[[nodiscard]] bool names_tag(std::string_view list, std::string_view tag, TagComparison comparison);

// A strong entity tag, quoted: a fingerprint of 128 bits, and what was done to the bytes ("" or "-gzip").
[[nodiscard]] std::string entity_tag(std::span<const std::byte> bytes, std::string_view done = "");

struct ByteRange {
    std::uint64_t first = 0;
    std::uint64_t bytes = 0;  // 0: nothing of the file is in the range
};

// One range of bytes of a file. Nothing for what a server must ignore: other units, several ranges, no numbers.
[[nodiscard]] std::optional<ByteRange> byte_range(std::string_view range, std::uint64_t file_bytes);

}  // namespace papar
