// [[population.group]]: groups of people told apart in the outputs.
#pragma once

#include "engine/io/population_settings.hpp"
#include "engine/study/section.hpp"

#include <vector>

namespace papar {

// Columns need the population table.
[[nodiscard]] std::vector<GroupInput> read_groups(const Section& population, bool has_table);

}  // namespace papar
