// Groups of people by hazard and class: each class holds the group's share of the people in it.
#pragma once

#include "engine/overlay/statistics.hpp"

#include <optional>

namespace papar {

// The group's `total` in one zone, shared out over the parts of every hazard as the zone's people are: to 1e-9 person,
// the parts add up to the total exactly. None: not known. A group of somebody in a zone of nobody cannot be placed: its
// parts are not known.
[[nodiscard]] GroupFigures group_people(const ZoneFigures& zone, std::optional<People> total);

}  // namespace papar
