// How a zone's figures came about: its cells, one by one, by the same rules as the overlay.
#pragma once

#include "engine/overlay/overlay.hpp"

#include <cstdint>
#include <limits>
#include <optional>
#include <vector>

namespace papar {

// A cell of a raster.
struct RasterCell {
    std::int64_t col = 0;
    std::int64_t row = 0;
};

// One analysis cell that the zone touches, under one hazard. A cell is listed once for each class of a vector hazard
// that it meets, and once for what is left of the zone.
struct ExplainedCell {
    std::int64_t col = 0;
    std::int64_t row = 0;
    std::optional<RasterCell> hazard_cell;                     // the hazard raster's; none outside it, and for shapes
    std::optional<RasterCell> people_cell;                     // the population raster's; none outside it
    double people_share = 0;                                   // of that cell's people that live in this one
    double fraction = 0;                                       // of the cell that the zone (or its part) covers
    double area_m2 = 0;                                        // of the whole cell
    double people = std::numeric_limits<double>::quiet_NaN();  // in the whole cell; NaN without population data
    double value = std::numeric_limits<double>::quiet_NaN();   // of the hazard; NaN without data, and for shapes
    int part = 0;                                              // class from 0; then "no hazard", then "no data"

    // What the cell adds to the zone.
    [[nodiscard]] double people_added() const { return people == people ? people * fraction : 0; }
    [[nodiscard]] double area_added_m2() const { return area_m2 * fraction; }
};

struct Explanation {
    std::vector<ExplainedCell> cells;  // by row, then column
    // Sums of the cells by part: the classes, no hazard, no data.
    std::vector<Figures> parts;
};

// Fills in the population raster's cell behind an analysis cell.
void locate_people(const Placement& placement, ExplainedCell& cell);

// Reads only the blocks that the zone touches. Indices refer to the input's zones and hazards.
[[nodiscard]] Explanation explain(const OverlayInput& input, std::size_t zone, std::size_t hazard);

}  // namespace papar
