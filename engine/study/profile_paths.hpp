// Every path that a profile may have and what stands there: the one place that knows. docs/profiles.md tells the same.
#pragma once

#include "engine/study/profile_values.hpp"

#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace papar {

struct ProfilePattern {
    std::string_view pattern;  // "weight.<type>.<component>"
    EntryShape shape;
};

[[nodiscard]] std::span<const ProfilePattern> profile_patterns();

// By path, the wildcards written out: "weight.banjir.social".
[[nodiscard]] const std::map<std::string, EntryShape>& profile_paths();

// The words that stand for a wildcard: "<component>" is social, physical, economic and environmental.
[[nodiscard]] std::span<const std::string> profile_words(std::string_view wildcard);

}  // namespace papar
