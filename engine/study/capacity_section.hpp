// The section [capacity] of the study file.
#pragma once

#include "engine/io/exposure_settings.hpp"
#include "engine/study/section.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace papar {

[[nodiscard]] const std::vector<std::string>& capacity_keys();

// `folder`: what paths start from.
[[nodiscard]] CapacityInput read_capacity(const Section& section, const std::filesystem::path& folder);

}  // namespace papar
