// The zone layer as the calculation and the outputs see it.
#pragma once

#include "engine/zones/zone.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace papar {

// What lies above the zones: kecamatan above desa, kabupaten above kecamatan. Every zone belongs to one area of a
// level, or to none.
struct ZoneArea {
    std::string code;  // text always
    std::string name;
};
struct ZoneLevel {
    std::string id;     // [a-z][a-z0-9_]*: "kecamatan"
    std::string title;  // for people
    std::vector<ZoneArea> areas;
    std::vector<std::optional<std::uint32_t>> area_of_zone;  // index into `areas`, parallel to the zones
};

struct ZoneLayer {
    std::string name;         // for sentences and for the output layer's name
    std::string crs_wkt;      // CRS of Zone::shape, WKT 2
    bool has_codes = false;   // false: the code is the 1-based feature order
    std::vector<Zone> zones;  // in feature order
    // Shapes in the CRS of the analysis grid, parallel to `zones`; empty when the two CRS are the same.
    std::vector<Shape> reprojected;
    std::vector<ZoneLevel> levels;  // the finest first; empty where the study names none

    [[nodiscard]] const Shape& shape_on_grid(std::size_t zone) const {
        return reprojected.empty() ? zones[zone].shape : reprojected[zone];
    }
};

}  // namespace papar
