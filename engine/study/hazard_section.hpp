// One [[hazard]] of the study file.
#pragma once

#include "engine/study/section.hpp"
#include "engine/study/study.hpp"

#include <span>
#include <string>

namespace papar {

[[nodiscard]] std::span<const std::string> hazard_keys();

// Everything but the raster.
[[nodiscard]] HazardSettings read_hazard(const Section& section);

}  // namespace papar
