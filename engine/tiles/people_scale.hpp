// Density of people as classes with fixed limits, so that maps of different places, years and zooms can be compared.
#pragma once

#include "engine/output/output_settings.hpp"
#include "engine/tiles/class_legend.hpp"

#include <array>

namespace papar {

// People per km2 of true ground area; upper limits of classes 1, 2, ...; class 0 is nobody at all. Ones and fives of
// each power of ten; 500 and 1000 are also the limits of density in Perka BNPB 2/2012.
inline constexpr std::array<double, 7> density_limits = {10, 50, 100, 500, 1'000, 5'000, 10'000};

// 0 is no data (NaN), else one more than the class.
[[nodiscard]] std::uint8_t density_pixel(double people, double km2);

// Names, colours and palette of the classes; the title is left empty, the scale unused.
[[nodiscard]] ClassLegend density_legend(Language language);

}  // namespace papar
