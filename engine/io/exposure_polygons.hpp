// Polygons of an exposure layer, by zone and cell.
#pragma once

#include "engine/grid/cell_area.hpp"
#include "engine/grid/grid.hpp"
#include "engine/io/exposure_file.hpp"
#include "engine/zones/zone_layer.hpp"

#include <string>

namespace papar {

// The exact area of polygon and zone together in each cell: cut by GEOS, covered as zones are (coverage.hpp, where the
// bound stands: about 1e-9 of a cell an edge), times the true area of the cell. Where zones overlap, the overlap counts
// in each, as everything else does there. A feature's value is shared by area: value x amount / the whole polygon's
// area, worked out over the same cells (and by shape_area.hpp beyond the grid). A polygon of which all but a millionth
// is inside zones and grid keeps exactly its value.
[[nodiscard]] ExposureCut cut_polygons(const ExposureFile& file, const ZoneLayer& zones,
                                       const std::string& grid_crs_wkt, const Grid& grid, const CellArea& cell_area);

}  // namespace papar
