// True cell areas for a grid in any geographic or projected CRS.
#pragma once

#include "engine/grid/cell_area.hpp"
#include "engine/grid/grid_settings.hpp"

#include <string>

namespace papar {

// Geographic CRS: closed form on the CRS's own ellipsoid. Projected CRS: the projection's areal scale on a lattice of
// nodes about 5 km apart (wider on grids beyond 2,500 km, at most 512 nodes a side), bilinear between. Interpolation
// errs by at most spacing^2 / 8 x the scale's second derivative along each axis, and a longest span that crosses a
// node by as much again: together below 4e-7 of the area for UTM, Mercator and Lambert within 60 degrees of latitude.
// Planar: cell width x height, for projected CRS only.
// Throws Error(usage) for planar areas on a geographic CRS, Error(input) for any other kind of CRS, one that PROJ
// does not understand, or a grid that leaves the projection's domain.
[[nodiscard]] CellArea cell_area_of_crs(const std::string& crs_wkt, const Grid& grid, AreaModel model);

}  // namespace papar
