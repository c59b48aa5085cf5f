// People in shapes of any kind, by the same rules as the overlay.
#pragma once

#include "engine/overlay/overlay.hpp"

#include <vector>

namespace papar {

// People in each zone of `shapes`, which are on the input's grid; its own zones and hazards do not matter. Shapes may
// overlap. Reads the population only where a shape lies. Runs on all threads of the caller's task arena; the same for
// any number of them. Throws an Error of kind `interrupted` when asked to stop.
[[nodiscard]] std::vector<People> people_in_shapes(const OverlayInput& input, const ZoneLayer& shapes,
                                                   const ProgressCallback& progress);

}  // namespace papar
