// What a profile says of one hazard: its index, the components that apply, and their weights.
#pragma once

#include "engine/risk/profile_reading.hpp"

namespace papar {

// `study` has the components and the capacity already; `has_form` tells whether risk can be put together. What cannot
// be calculated is a finding.
[[nodiscard]] HazardMethod read_hazard_method(ProfileReading& reading, const RiskMethod& study, bool has_form,
                                              const RiskQuestion::Hazard& hazard);

}  // namespace papar
