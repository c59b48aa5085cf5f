// The word a person probably meant.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace papar {

// Insertions, deletions, substitutions and swaps of neighbours that turn one word into the other
// (optimal string alignment). Bytes; ASCII case does not count.
[[nodiscard]] std::size_t edit_distance(std::string_view a, std::string_view b);

// The candidate nearest to `word`, the first of equals, if it is near enough to be meant: at most a third of the
// word's length away, and one edit in any case.
[[nodiscard]] std::optional<std::string> nearest(std::string_view word, std::span<const std::string> candidates);

// `; did you mean "..."?` where a candidate is near, else empty: to end a sentence with.
[[nodiscard]] std::string did_you_mean(std::string_view word, std::span<const std::string> candidates);

}  // namespace papar
