// What the study says of a hazard that is drawn instead of rastered: polygons, or circles round points.
#pragma once

#include "engine/io/input_settings.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace papar {

// What one text in the class column stands for.
struct ClassOfText {
    std::string text;                        // without blanks round it; empty stands for NULL too
    std::optional<std::size_t> class_index;  // from the lowest class, 0; nothing: no hazard
};

struct VectorHazardInput {
    ZonesInput layer;  // read as zones are; its name column is the class column
    // Polygons: whole texts, never prefixes. Empty: no class column, everything is the one class.
    std::vector<ClassOfText> classes;
    // Buffers: one class a radius, the largest circle the lowest class. Empty: polygons.
    std::vector<double> radii_km;

    [[nodiscard]] bool buffers() const { return !radii_km.empty(); }
};

}  // namespace papar
