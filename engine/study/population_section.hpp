// The section [population] of the study file, with its table, spread, crosswalk and groups.
#pragma once

#include "engine/io/population_settings.hpp"
#include "engine/study/section.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace papar {

[[nodiscard]] const std::vector<std::string>& population_keys();

// `folder`: what paths start from.
[[nodiscard]] PopulationInput read_population_section(const Section& section, const std::filesystem::path& folder);

}  // namespace papar
