// The section [zones] of the study file, with its [[zones.level]].
#pragma once

#include "engine/io/input_settings.hpp"
#include "engine/study/section.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace papar {

[[nodiscard]] const std::vector<std::string>& zones_keys();

// `folder`: what paths start from.
[[nodiscard]] ZonesInput read_zones_section(const Section& section, const std::filesystem::path& folder);

}  // namespace papar
