// The section [profile] of the study.
#pragma once

#include "engine/risk/profile_settings.hpp"
#include "engine/study/section.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace papar {

// `use` names a shipped profile, `file` one of the user's own; a profile may stand on another (`base`). Entries in
// [profile.set] come over both. A run record has all entries in `entries` instead. `folder`: what paths start from.
[[nodiscard]] Profile read_profile_section(const Section& section, const std::filesystem::path& folder);

[[nodiscard]] const std::vector<std::string>& profile_keys();

}  // namespace papar
