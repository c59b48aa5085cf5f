// A list in a sentence, cut where it becomes long.
#pragma once

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace papar {

// "a, b, c, d, e and 12 more"
[[nodiscard]] inline std::string some_of(const std::vector<std::string>& items) {
    constexpr std::size_t named = 5;
    const auto end = items.begin() + static_cast<std::ptrdiff_t>(std::min(items.size(), named));
    const std::string text = fmt::format("{}", fmt::join(items.begin(), end, ", "));
    return items.size() > named ? fmt::format("{} and {} more", text, items.size() - named) : text;
}

}  // namespace papar
