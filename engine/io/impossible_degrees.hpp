// Coordinates that cannot be what their geographic coordinate system says.
#pragma once

#include "engine/zones/zone.hpp"

#include <string>

namespace papar {

// Throws an Error of kind `input` when the box reaches beyond a pole or more than a full turn: metres called degrees,
// or latitude and longitude swapped. `turn` is a full turn in the CRS's unit, 360 for degrees; `subject` names the
// layer.
void refuse_impossible_degrees(const Box& box, double turn, const std::string& crs_wkt, const std::string& subject);

// The same for a CRS of any kind: a projected one is never refused.
void refuse_impossible_degrees(const Box& box, const std::string& crs_wkt, const std::string& subject);

}  // namespace papar
