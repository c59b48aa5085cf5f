// From the sums of zones to the figures of zones, of the areas above them, and of all zones together.
#pragma once

#include "engine/overlay/statistics.hpp"
#include "engine/risk/method.hpp"
#include "engine/risk/risk_result.hpp"
#include "engine/risk/risk_totals.hpp"
#include "engine/risk/zone_conditions.hpp"
#include "engine/zones/zone_layer.hpp"

#include <span>

namespace papar {

// Fills `zones`, `levels` and `all` of the result. A zone's single classes follow RiskMethod::zone_rule, those of areas
// level_rule: `dominant` is the class with the largest area (the higher of equals), `max` the highest class of its
// zones, `mean_index` the class of the mean index. Capacity of an area is the plain mean of its zones'. What is not
// known of a zone that has hazard is not known of its areas.
void make_risk_figures(const RiskMethod& method, const ZoneLayer& layer, const OverlayResult& overlay,
                       std::span<const RiskTotals> totals, std::span<const ZoneCapacity> capacity, RiskResult& result);

}  // namespace papar
