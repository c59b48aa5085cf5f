// The fill of classes, the same on maps, sheets and charts.
#pragma once

#include <cstddef>
#include <string>

namespace papar {

// The colour of class `i` (from 0, the lowest) of `count`, "#rrggbb": evenly along green, yellow, red, as on Indonesian
// risk maps; a single class is red.
[[nodiscard]] std::string class_colour(std::size_t i, std::size_t count);

}  // namespace papar
