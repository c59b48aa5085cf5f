// The section [population] in the run record, with the study file's keys.
#pragma once

#include "engine/study/study.hpp"

#include <nlohmann/json.hpp>

#include <vector>

namespace papar {

[[nodiscard]] nlohmann::ordered_json population_json(const PopulationInput& population,
                                                     const std::vector<AlternativePopulation>& alternatives);

// The keys of a table (table_keys.hpp).
[[nodiscard]] nlohmann::ordered_json table_json(const TableInput& table);

}  // namespace papar
