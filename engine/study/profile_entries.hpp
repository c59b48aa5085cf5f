// The entries of a profile as tables hold them: [social.density] weight = ..., or "social.density.weight" = ...
#pragma once

#include "engine/risk/profile_settings.hpp"

#include <toml++/toml.h>

#include <map>
#include <span>
#include <string>

namespace papar {

using ProfileEntries = std::map<std::string, ProfileEntry>;

// Entries written as { value = ..., source = "...", status = "..." }; keys of `table` that are not entries in `others`.
// `file` is for places. Throws an Error of kind `usage` for an unknown path, a path given twice, a value of another
// shape and an entry without source or status.
[[nodiscard]] ProfileEntries read_entries(const toml::table& table, const std::string& file,
                                          std::span<const std::string> others = {});

// The study's own numbers: a path and its value. Their source is "studi".
[[nodiscard]] ProfileEntries read_own_entries(const toml::table& table, const std::string& file);

}  // namespace papar
