// A TOML file that a person wrote.
#pragma once

#include <toml++/toml.h>

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

namespace papar {

// Anything larger was not written by hand.
inline constexpr std::uintmax_t largest_toml_bytes = 1'000'000;

// The whole text. `what` it is, for sentences: "study". Throws an Error of kind `usage` for a file that cannot be read
// or is larger than `most_bytes`.
[[nodiscard]] std::string read_text(const std::filesystem::path& file, std::uintmax_t most_bytes,
                                    std::string_view what);

// Every value knows its place: see place_of. Throws an Error of kind `usage` for a file that is not TOML.
[[nodiscard]] toml::table parse_toml_file(const std::filesystem::path& file, std::string_view what);

}  // namespace papar
