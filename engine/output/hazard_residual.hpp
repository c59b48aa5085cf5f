// The balance of one hazard.
#pragma once

#include "engine/overlay/statistics.hpp"

namespace papar {

// People in zones less those in the hazard's classes, without hazard and without data; relative to people in zones
// (absolute when that is 0). The parts are rounded independently: 0 up to `balance_tolerance`.
[[nodiscard]] double hazard_residual(const Balance& balance, const HazardBalance& hazard);

}  // namespace papar
