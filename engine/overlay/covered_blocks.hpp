// The blocks of an overlay that some shapes touch, one after the other: for questions about a few shapes.
#pragma once

#include "engine/overlay/overlay.hpp"

#include <functional>

namespace papar {

// Calls `look` for every block with the coverage of `shapes`, whose zones are numbered as in that layer.
void for_each_covered_block(const OverlayInput& input, const ZoneLayer& shapes,
                            const std::function<void(const Window&, const BlockCoverage&)>& look);

}  // namespace papar
