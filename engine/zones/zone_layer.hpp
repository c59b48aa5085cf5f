// The zone layer as the calculation and the outputs see it.
#pragma once

#include "engine/zones/zone.hpp"

#include <string>
#include <vector>

namespace papar {

struct ZoneLayer {
    std::string name;         // for sentences and for the output layer's name
    std::string crs_wkt;      // CRS of Zone::shape, WKT 2
    bool has_codes = false;   // false: the code is the 1-based feature order
    std::vector<Zone> zones;  // in feature order
    // Shapes in the CRS of the analysis grid, parallel to `zones`; empty when the two CRS are the same.
    std::vector<Shape> reprojected;

    [[nodiscard]] const Shape& shape_on_grid(std::size_t zone) const {
        return reprojected.empty() ? zones[zone].shape : reprojected[zone];
    }
};

}  // namespace papar
