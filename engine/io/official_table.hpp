// The population table read and joined to the zones.
#pragma once

#include "engine/io/population_settings.hpp"
#include "engine/zones/join_people.hpp"

#include <filesystem>
#include <vector>

namespace papar {

struct OfficialRead {
    OfficialPeople people;
    Findings findings;
    std::vector<std::filesystem::path> table_files;
    std::vector<std::filesystem::path> crosswalk_files;
};

// `zones_input` is where the zones came from: a column of the same layer may hold their parents. Throws an Error of
// kind `input`, naming file, row and column, for people that are empty, negative or no number as declared, for shares
// outside 0-1 (0-100 percent), for a code or a name within its parent that stands in two rows, and for a crosswalk that
// sends one code of the table to several zones.
[[nodiscard]] OfficialRead read_official_people(const PopulationInput& population, const ZonesInput& zones_input,
                                                const ZoneLayer& zones);

}  // namespace papar
