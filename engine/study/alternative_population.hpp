// [[population.alternative]] of the study file.
#pragma once

#include "engine/study/section.hpp"
#include "engine/study/study.hpp"

#include <functional>
#include <vector>

namespace papar {

// `read_raster` reads the keys of a raster.
[[nodiscard]] std::vector<AlternativePopulation> read_alternative_populations(
    const Section& population, const std::function<RasterInput(const Section&)>& read_raster);

}  // namespace papar
