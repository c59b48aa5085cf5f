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

// Of a raster of classes: names and colours as its own category names and colour table say. With `limits`, of an index:
// one class more than limits, in papar's colours. Throws Error(input) for a file without names or colours, and for an
// index without limits.
[[nodiscard]] ClassLegend class_legend(const std::filesystem::path& raster, const std::vector<double>& limits,
                                       Language language);

}  // namespace papar
