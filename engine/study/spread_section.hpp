// What spreads the people of a table within their zone: the key `spread` of [population].
#pragma once

#include "engine/io/population_settings.hpp"
#include "engine/study/section.hpp"

#include <filesystem>

namespace papar {

// `spread` is required: "even" or a table with a kind.
[[nodiscard]] SpreadInput read_spread(const Section& section, const std::filesystem::path& folder);

}  // namespace papar
