// The grid onto which a raster of another coordinate system is brought.
#pragma once

#include "engine/grid/grid.hpp"
#include "engine/io/crs_operation.hpp"

#include <string>

namespace papar {

// Both nest in `base`, the finest grid of the study's coordinate system, and cover the image of `source`. `operation`
// leads from the source's coordinate system to that of `base`; `name` is the file's, for sentences. Throws Error(input)
// when nothing of the source has an image, or the grid would be absurdly large.

// Cells as large as the source's, as nearly as whole multiples or divisions of the base's allow: for hazards.
[[nodiscard]] Grid equivalent_grid(const CrsOperation& operation, const std::string& name, const Grid& source,
                                   const Grid& base);

// Cells no larger than the base's and no larger than a ninth of the source's (of a third, where that makes more than
// 10^9 cells): for people, whose place inside a target cell is forgotten.
[[nodiscard]] Grid equivalent_people_grid(const CrsOperation& operation, const std::string& name, const Grid& source,
                                          const Grid& base);

}  // namespace papar
