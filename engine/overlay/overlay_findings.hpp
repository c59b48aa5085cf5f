// What the overlay noticed and a reader of the result must know.
#pragma once

#include "engine/overlay/overlaps.hpp"
#include "engine/overlay/overlay.hpp"

namespace papar {

[[nodiscard]] Findings overlay_findings(const OverlayInput& input, const OverlayResult& result,
                                        const Overlaps& overlaps);

}  // namespace papar
