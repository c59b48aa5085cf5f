// A zone under a vector hazard, cell by cell.
#pragma once

#include "engine/overlay/explain.hpp"

namespace papar {

// As `explain`; the hazard is one without a raster.
[[nodiscard]] Explanation explain_pieces(const OverlayInput& input, std::size_t zone, std::size_t hazard);

}  // namespace papar
