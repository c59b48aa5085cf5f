// The colours of classes: the only place that knows them, for maps, rasters and documents.
#pragma once

#include <cstddef>
#include <string>

namespace papar {

// "#rrggbb" of class `i` of `count`, from 0: evenly along green, yellow, red; a single class is red.
[[nodiscard]] std::string class_colour(std::size_t i, std::size_t count);

// The same of capacity, of which much is good: from red to green.
[[nodiscard]] std::string capacity_colour(std::size_t i, std::size_t count);

inline constexpr const char* no_hazard_colour = "#e0e0e0";
inline constexpr const char* no_data_colour = "#ffffff";

}  // namespace papar
