// Profiles: those shipped with the program, those of the user, and the section [profile] of the study file.
#pragma once

#include "engine/risk/profile_settings.hpp"
#include "engine/study/section.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace papar {

// A shipped profile with all that it takes from its base. `id` must be one of shipped_profiles().
[[nodiscard]] Profile read_profile(const std::string& id);

// A profile's own file, parsed; `file` is for places. Throws an Error of kind `usage`.
[[nodiscard]] Profile read_profile(const toml::table& root, const std::string& file);

[[nodiscard]] const std::vector<std::string>& profile_keys();

// The section [profile]: a shipped profile, a file, or entries that stand in the section itself (as in a run record),
// then the study's own numbers. `folder`: what paths start from. Throws an Error of kind `usage`, of kind `input` for a
// file that does not exist.
[[nodiscard]] Profile read_profile_section(const Section& section, const std::filesystem::path& folder);

}  // namespace papar
