// [[population.alternative]] of the study file.
#pragma once

#include "engine/study/section.hpp"
#include "engine/study/study.hpp"

#include <functional>
#include <vector>

namespace papar {

// `read_population` reads the keys of any population raster.
[[nodiscard]] std::vector<AlternativePopulation> read_alternative_populations(
    const Section& population, const std::function<PopulationInput(const Section&)>& read_population);

}  // namespace papar
