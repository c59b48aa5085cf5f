// Words of a document by the ids of what they say.
#pragma once

#include <algorithm>
#include <span>
#include <string_view>

namespace papar {

struct Words {
    std::string_view id;
    std::string_view text;
};

// Empty for an id that has none.
[[nodiscard]] inline std::string_view words_of(std::string_view id, std::span<const Words> all) {
    const auto found = std::ranges::find(all, id, &Words::id);
    return found == all.end() ? std::string_view() : found->text;
}

}  // namespace papar
