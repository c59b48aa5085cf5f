// The components of vulnerability as a profile gives them.
#pragma once

#include "engine/risk/profile_reading.hpp"

#include <optional>
#include <string>

namespace papar {

// Nothing where the component applies to no hazard of the study; nothing, and a finding, where a number or a layer that
// it needs is not known.
[[nodiscard]] std::optional<SocialMethod> read_social(ProfileReading& reading);
// `component` is "physical", which may count houses, or "economic".
[[nodiscard]] std::optional<ValueMethod> read_values(ProfileReading& reading, const std::string& component,
                                                     bool has_houses);
[[nodiscard]] std::optional<EnvironmentalMethod> read_environmental(ProfileReading& reading);

}  // namespace papar
