// The section [capacity] of the study.
#pragma once

#include "engine/io/exposure_settings.hpp"
#include "engine/study/section.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace papar {

[[nodiscard]] CapacityInput read_capacity_section(const Section& section, const std::filesystem::path& folder);
[[nodiscard]] const std::vector<std::string>& capacity_keys();

}  // namespace papar
