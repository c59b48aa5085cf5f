// The features of a zone layer, read one after the other, checked and repaired in parallel.
#pragma once

#include "engine/io/polygon_area.hpp"
#include "engine/io/polygon_faults.hpp"
#include "engine/io/zones_layer_file.hpp"
#include "engine/zones/zone_layer.hpp"

#include <cstddef>
#include <deque>
#include <exception>
#include <optional>
#include <string>
#include <vector>

namespace papar {

struct ZoneFeature {
    std::size_t order = 0;         // in the file, from 1
    Zone zone;                     // its shape is valid
    bool code_stands_in = false;   // the code column is empty
    std::vector<ZoneArea> levels;  // what the columns of the levels hold; parallel to ZonesLayerFile::levels
    Vertex low, high;              // its box before repair; meaningless when the shape is empty
    std::size_t closed_rings = 0;  // rings that had to be closed
    std::size_t other_parts = 0;   // points and lines left out
    bool repaired = false;
    double area_before_m2 = 0;  // where repaired: shells less holes as they stood in the file, and afterwards
    double area_after_m2 = 0;
    std::vector<PolygonFault> faults;  // what was repaired
    std::optional<Vertex> point;       // the zone's own, in degrees on WGS 84
    std::exception_ptr problem;        // why it is unfit
};

// In feature order; a feature without code has an empty one. Throws Error(input), the first in feature order, for a
// code that is a fraction, a geometry that is no polygon, coordinates that are no place, a polygon that vanishes on
// repair, a feature that cannot be read, and a layer without features.
[[nodiscard]] std::deque<ZoneFeature> read_features(const ZonesLayerFile& file, const PolygonArea& area);

}  // namespace papar
