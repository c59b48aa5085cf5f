// Buildings as weights on a grid: where people of a zone live.
#pragma once

#include "engine/base/finding.hpp"
#include "engine/grid/cell_area.hpp"
#include "engine/grid/raster_source.hpp"
#include "engine/io/population_settings.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace papar {

struct BuildingWeights {
    std::shared_ptr<const RasterSource> raster;  // weights in each cell; none is without data
    Findings findings;
    std::vector<std::filesystem::path> files;
};

// A footprint gives every cell its exact part of it: the area in m2, or the same share of the footprint's weight. A
// point gives its weight (1, or that of the column) to the cell it lies in; the points of one feature share it evenly.
// Overlapping footprints count each. What lies outside the grid is left out. Throws an Error of kind `input` for a
// weight that is empty, negative or no number and for geometries that are neither polygons nor points, of kind `usage`
// for a layer or column that is not there.
[[nodiscard]] BuildingWeights read_building_weights(const SpreadInput& input, const std::string& grid_crs_wkt,
                                                    const Grid& grid, const CellArea& cell_area);

}  // namespace papar
