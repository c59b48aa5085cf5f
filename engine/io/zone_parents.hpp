// The name of what lies above each zone, for joining by name.
#pragma once

#include "engine/io/population_settings.hpp"
#include "engine/zones/zone_layer.hpp"

#include <string>
#include <vector>

namespace papar {

// From the column that the study names, else from the layer's finest level; empty where it has neither or where the
// table has no parents. Parallel to the zones.
[[nodiscard]] std::vector<std::string> zone_parents(const OfficialInput& input, const ZonesInput& zones_input,
                                                    const ZoneLayer& zones);

}  // namespace papar
