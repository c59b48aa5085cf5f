// The population table of the study, and how its rows find their zones.
#pragma once

#include "engine/io/population_settings.hpp"
#include "engine/study/section.hpp"

#include <filesystem>
#include <optional>

namespace papar {

// Reads `table`, `crosswalk`, `match` and `zone_parent` of the section [population]. Nothing where the study has no
// table; the models `table` and `calibrated` need one.
[[nodiscard]] std::optional<OfficialInput> read_official(const Section& section, const std::filesystem::path& folder,
                                                         PopulationModel model);

}  // namespace papar
