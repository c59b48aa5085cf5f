// The section [population] of the study file, with its table, spread, crosswalk and groups.
#pragma once

#include "engine/io/population_settings.hpp"
#include "engine/study/section.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace papar {

[[nodiscard]] const std::vector<std::string>& population_keys();

// Fills in what a population raster needs: any section with `file`, `unit`, `negative` and the like. `folder`: what
// paths start from.
void read_population_raster(const Section& section, const std::filesystem::path& folder, PopulationInput& population);

// `folder`: as above.
[[nodiscard]] PopulationInput read_population_section(const Section& section, const std::filesystem::path& folder);

}  // namespace papar
