// The parts of zones that lie inside hazards drawn as polygons. They are covered and counted like zones, so that a cell
// gives exactly the area of hazard and zone together, not the product of two fractions.
#pragma once

#include "engine/zones/zone_layer.hpp"

#include <cstdint>
#include <optional>
#include <vector>

namespace papar {

struct HazardPiece {
    struct Class {
        std::uint32_t hazard = 0;       // in the study's order
        std::uint32_t class_index = 0;  // from the lowest, 0
    };

    std::uint32_t zone = 0;
    // Nothing: the land of several hazards together, which counts for people in any hazard only.
    std::optional<Class> of;
    // Whether its people count for people in any hazard. Such pieces of one zone do not overlap.
    bool counts_for_any = false;
};

struct HazardPieces {
    ZoneLayer shapes;                 // in the CRS of the analysis grid
    std::vector<HazardPiece> pieces;  // parallel to the shapes; by zone, hazard and class
};

}  // namespace papar
