// Weights of an explained zone as the official people they stand for.
#pragma once

#include "engine/overlay/explain.hpp"
#include "engine/prepare.hpp"

#include <cstddef>

namespace papar {

// Every cell's weight becomes its part of the zone's official people, to the rounding of doubles; where nothing weighs
// anything the area does. People are unknown where the table has no row for the zone. For models `table` and
// `calibrated`; `even`: the weights are areas, so that the part of the zone beyond the rasters has its share.
void bring_to_official(const Prepared& prepared, const OverlayInput& input, std::size_t zone, bool even,
                       Explanation& explanation);

}  // namespace papar
