// What the overlay noticed and a reader of the result must know.
#pragma once

#include "engine/overlay/overlaps.hpp"
#include "engine/overlay/overlay.hpp"

namespace papar {

// `lowest_values`: the lowest value below 0 of each hazard, or 0.
[[nodiscard]] Findings overlay_findings(const OverlayInput& input, const OverlayResult& result,
                                        const Overlaps& overlaps, const std::vector<double>& lowest_values);

}  // namespace papar
