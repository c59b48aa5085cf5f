// The colours of classes: the only place that knows them, for maps, rasters and documents.
#pragma once

#include <array>
#include <cstddef>
#include <string>

namespace papar {

// "#rrggbb" of class `i` of `count`, from 0: evenly along green, yellow, red; a single class is red.
[[nodiscard]] std::string class_colour(std::size_t i, std::size_t count);

// The same of capacity, of which much is good: from red to green.
[[nodiscard]] std::string capacity_colour(std::size_t i, std::size_t count);

// Density of people, from thin to dense: ColorBrewer's BuPu, one tone from light to dark, unlike any class of hazard.
inline constexpr std::array density_colours = {"#e0ecf4", "#bfd3e6", "#9ebcda", "#8c96c6",
                                               "#8c6bb1", "#88419d", "#810f7c", "#4d004b"};
inline constexpr const char* nobody_colour = "#f0f0f0";

inline constexpr const char* no_hazard_colour = "#e0e0e0";
inline constexpr const char* no_data_colour = "#ffffff";

}  // namespace papar
