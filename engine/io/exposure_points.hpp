// Points of an exposure layer, by zone and cell.
#pragma once

#include "engine/grid/grid.hpp"
#include "engine/io/exposure_file.hpp"
#include "engine/zones/zone_layer.hpp"

#include <string>

namespace papar {

// Every point of a multipoint is a feature of its own, with an equal share of the value (`exposure.multipoints`). A
// point is in the first zone that holds it, its border included, and in the cell that holds it (cell_walk.hpp). Amount
// 1, all of the value. Points without a place in the grid's CRS are outside all zones.
[[nodiscard]] ExposureCut cut_points(const ExposureFile& file, const ZoneLayer& zones, const std::string& grid_crs_wkt,
                                     const Grid& grid);

}  // namespace papar
