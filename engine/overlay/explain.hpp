// How a zone's figures came about: its cells, one by one, by the same rules as the overlay.
#pragma once

#include "engine/overlay/overlay.hpp"

#include <cstdint>
#include <limits>
#include <vector>

namespace papar {

// One analysis cell that the zone touches, under one hazard. A cell is listed once for each class of a vector hazard
// that it meets, and once for what is left of the zone.
struct ExplainedCell {
    std::int64_t col = 0;
    std::int64_t row = 0;
    std::vector<CellOrigin>
        people_from;                     // cells of the population file, and the share of each one's people living here
    std::vector<CellOrigin> value_from;  // the cell of the hazard file; none outside it, and for shapes
    double fraction = 0;                 // of the cell that the zone (or its part) covers
    double area_m2 = 0;                  // of the whole cell
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

// The cells of the population file behind an analysis cell, and the share of each one's people living there.
[[nodiscard]] std::vector<CellOrigin> people_behind(const PopulationLayer& population, std::int64_t col,
                                                    std::int64_t row);

// Reads only the blocks that the zone touches. Indices refer to the input's zones and hazards. Where the zone shares
// parts with others, the fraction of a cell is what counts for the zone: its own part, and its share of each other.
[[nodiscard]] Explanation explain(const OverlayInput& input, std::size_t zone, std::size_t hazard);

}  // namespace papar
