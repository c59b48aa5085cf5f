// What bringing people to official totals found out, in sentences.
#pragma once

#include "engine/io/population_settings.hpp"
#include "engine/overlay/overlay.hpp"
#include "engine/zones/official_people.hpp"

#include <cstddef>
#include <vector>

namespace papar {

// Zones whose people were spread by area because nothing weighed anything there.
void report_evenly_spread(const PopulationInput& settings, const OfficialPeople& official, const OverlayInput& input,
                          const std::vector<std::size_t>& zones, Findings& findings);

// Least, middle and largest factor of calibration; the zones whose factor is not plausible.
void report_factors(const PopulationInput& settings, const OverlayInput& input, OverlayResult& result);

// Groups with more people than their zone.
void report_groups(const PopulationInput& settings, const OverlayInput& input, OverlayResult& result);

}  // namespace papar
