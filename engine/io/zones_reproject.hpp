// Zones brought into the CRS of the analysis grid.
#pragma once

#include "engine/base/finding.hpp"
#include "engine/grid/grid.hpp"
#include "engine/zones/zone_layer.hpp"

#include <string>

namespace papar {

// Says that PROJ knows the way from one CRS to the other only roughly. `subject` begins the sentence.
[[nodiscard]] Finding approximate_reprojection(const std::string& layer, const std::string& subject,
                                               const std::string& from_wkt, const std::string& to_wkt);

// Fills `layer.reprojected`, in parallel. `box` is the layer's, in its own CRS. A merely approximate operation gives a
// finding. Edges are halved in the layer's CRS until the straight line strays from the true course by less than 1e-3 of
// a cell, by a rule that does not know the edge's direction: zones that share vertices afterwards share them bit for
// bit. Throws Error(input) when there is no operation or a point has no image.
void reproject_zones(ZoneLayer& layer, const Box& box, const std::string& subject, const std::string& grid_crs_wkt,
                     const Grid& grid, Findings& findings);

}  // namespace papar
