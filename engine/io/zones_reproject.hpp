// Zones brought into the CRS of the analysis grid.
#pragma once

#include "engine/base/finding.hpp"
#include "engine/grid/grid.hpp"
#include "engine/zones/zone_layer.hpp"

#include <string>

namespace papar {

// The layer's box, in its own CRS.
struct LayerBox {
    Vertex low, high;
};

// Fills `layer.reprojected`, in parallel. One PROJ operation serves the whole layer: the best for the place of the box
// among those whose shift grids are installed; a merely approximate one gives a finding. Edges are halved in the
// layer's CRS until the straight line strays from the true course by less than 1e-3 of a cell, by a rule that does not
// know the edge's direction: zones that share vertices afterwards share them bit for bit. Throws
// Error(input) when there is no operation or a point has no image.
void reproject_zones(ZoneLayer& layer, const LayerBox& box, const std::string& subject, const std::string& grid_crs_wkt,
                     const Grid& grid, Findings& findings);

}  // namespace papar
