// A zone's people, brought to an official total.
#pragma once

#include "engine/overlay/statistics.hpp"

namespace papar {

// Whether `weights` can spread anybody: under every hazard some part has a weight.
[[nodiscard]] bool has_weight(const ZoneFigures& weights);

// Gives the zone `total` people, spread as `weights` (the same zone's figures, with weights for people) are. Under
// every hazard the parts add up to the total exactly, and the bins of the histogram to their class; people in any
// hazard are no fewer than in each and no more than in all together. Nothing but people changes; `weights` may be
// `zone` itself. Precondition: total is 0, or has_weight(weights).
void scale_people(ZoneFigures& zone, const ZoneFigures& weights, People total);

// Nobody knows how many people there are.
void forget_people(ZoneFigures& zone);

}  // namespace papar
