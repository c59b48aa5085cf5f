// Rows of the population table find their zones.
#pragma once

#include "engine/zones/official_people.hpp"
#include "engine/zones/zone_layer.hpp"

#include <map>
#include <string>
#include <vector>

namespace papar {

// The zone's code for each of the table's codes; several of these may go to one zone.
using Crosswalk = std::map<std::string, std::string, std::less<>>;

// All three throw an Error of kind `input` when not one row finds a zone, with an example of either side, and when two
// rows come to one zone but say nothing of people, so that their figures cannot be added.

// Letter by letter.
[[nodiscard]] OfficialPeople join_by_code(const ZoneLayer& zones, OfficialTable table, Findings& findings);
[[nodiscard]] OfficialPeople join_by_crosswalk(const ZoneLayer& zones, OfficialTable table, const Crosswalk& crosswalk,
                                               Findings& findings);
// By name within the parent, after taking spelling habits away (place_name.hpp). `parents` are the zones' parents,
// parallel to them; empty: names alone, which must then be unique in the layer. What is ambiguous on either side finds
// nothing.
[[nodiscard]] OfficialPeople join_by_name(const ZoneLayer& zones, const std::vector<std::string>& parents,
                                          OfficialTable table, Findings& findings);

}  // namespace papar
