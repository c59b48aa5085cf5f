// What the classes of a raster are called and look like on tiles.
#pragma once

#include "engine/output/output_settings.hpp"
#include "engine/tiles/class_scale.hpp"
#include "engine/tiles/palette_png.hpp"
#include "engine/tiles/tileset_facts.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace papar {

struct ClassLegend {
    std::string title;  // of the raster, as its file says; else the file's name
    std::vector<LegendClass> classes;
    ClassScale scale;
    Palette palette;  // by pixel value
};

// One more than the class is the pixel; 0 is transparent.
[[nodiscard]] Palette palette_of(const std::vector<LegendClass>& classes);

// The raster's title as its file says. Throws Error(input) when it cannot be opened.
[[nodiscard]] std::string raster_title(const std::filesystem::path& raster);

// Of a raster of classes: names and colours as its own category names and colour table say. Throws Error(input) for a
// file without names or colours.
[[nodiscard]] ClassLegend legend_of_file(const std::filesystem::path& raster);

// Of an index: one class more than limits, in papar's colours; those of `capacity`, of which much is good, the other
// way round. The title is left empty.
[[nodiscard]] ClassLegend legend_of_limits(const std::vector<double>& limits, bool capacity, Language language);

// Of a hazard as the study classifies it. The title is left empty.
[[nodiscard]] ClassLegend legend_of_hazard(const HazardClasses& classes, Language language);

}  // namespace papar
