// What the shapes of a layer cover of each cell, as true areas.
#pragma once

#include "engine/grid/cell_area.hpp"
#include "engine/grid/grid.hpp"
#include "engine/zones/zone_layer.hpp"

#include <cstdint>
#include <vector>

namespace papar {

struct CoveredCell {
    std::uint32_t shape = 0;  // index of the zone in the layer
    std::int64_t col = 0;
    std::int64_t row = 0;
    double m2 = 0;  // covered fraction (coverage.hpp) x true area of the cell
};

// By bands of rows, then shape, row and column. Throws Error(failed) for a shape whose rings overlap.
[[nodiscard]] std::vector<CoveredCell> covered_cells(const ZoneLayer& layer, const Grid& grid,
                                                     const CellArea& cell_area);

}  // namespace papar
