// Lines of an exposure layer, by zone and cell.
#pragma once

#include "engine/grid/grid.hpp"
#include "engine/io/exposure_file.hpp"
#include "engine/zones/zone_layer.hpp"

#include <string>

namespace papar {

// Every place of a line belongs to one zone: the first that holds it, its border included. So a road along the border
// of two zones counts once, for the one that stands first in the layer; see line_cut.hpp. Where zones overlap, the same
// rule holds.
//
// A segment is straight in the grid's CRS. Its length is that of the geodesic between its ends on the CRS's ellipsoid,
// shared by zones and cells in proportion to the segment: so what all zones and cells hold together is the line's
// length, to rounding. On a geographic grid the geodesic is shorter than the straight course by about
// (longitude difference x sin latitude)^2 / 24: 2e-7 for a segment of one degree at 7 degrees of latitude, less than
// 1e-11 for one of a kilometre. On a projected grid the true scale changes along a segment: in UTM by less than 2e-6
// for a kilometre.
[[nodiscard]] ExposureCut cut_lines(const ExposureFile& file, const ZoneLayer& zones, const std::string& grid_crs_wkt,
                                    const Grid& grid);

}  // namespace papar
