// [[population.alternative]] of the study file.
#pragma once

#include "engine/study/section.hpp"
#include "engine/study/study.hpp"

#include <filesystem>
#include <vector>

namespace papar {

// Each is the `main` population but for its raster: it is calibrated to the same table, and has the same groups.
// `folder`: what paths start from.
[[nodiscard]] std::vector<AlternativePopulation> read_alternative_populations(const Section& population,
                                                                              const std::filesystem::path& folder,
                                                                              const PopulationInput& main);

}  // namespace papar
