// The section [population] in the run record, with the study file's keys.
#pragma once

#include "engine/io/population_settings.hpp"

#include <nlohmann/json.hpp>

namespace papar {

[[nodiscard]] nlohmann::ordered_json population_json(const PopulationInput& population);

}  // namespace papar
