// What the values of a class raster are called and look like.
#pragma once

#include "engine/output/output_settings.hpp"
#include "engine/risk/raster_sink.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace papar {

// By value: 0 first. A value without name does not occur.
struct ValueLegend {
    std::vector<std::string> names;
    std::vector<std::string> colours;  // "#rrggbb"
};

// Of class rasters: no hazard, rendah, sedang, tinggi. Of RasterTheme::hazard_count: no hazard, then each number up to
// `highest`, the highest value in the raster.
[[nodiscard]] ValueLegend value_legend(RasterTheme theme, std::size_t highest, Language language);

}  // namespace papar
