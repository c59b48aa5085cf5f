// Numbers in the names of tiles: one way to write each.
#pragma once

#include <charconv>
#include <cstdint>
#include <optional>
#include <string_view>
#include <system_error>

namespace papar {

// Digits without sign, leading zeros or anything else, below 2^32.
[[nodiscard]] inline std::optional<std::uint32_t> plain_number(std::string_view text) {
    std::uint32_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    const bool whole = problem == std::errc{} && end == text.data() + text.size();
    return whole && (text == "0" || text.front() != '0') ? std::optional(number) : std::nullopt;
}

}  // namespace papar
