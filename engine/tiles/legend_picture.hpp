// The legend of a raster as a picture for GIS, which show it beside the layer's name.
#pragma once

#include "engine/tiles/companions.hpp"

#include <string>

namespace papar {

// Of the picture's file, after the name of the tiles.
inline constexpr const char* legend_suffix = ".legend.svg";

// Pixels.
struct PictureSize {
    int width = 0;
    int height = 0;
};

// Rasters of classes have one; pictures, values and vector tiles have none.
[[nodiscard]] bool has_legend(const PublishedTiles& tiles);

// A swatch and the title of each class, the lowest first, as the TileJSON has them. SVG: text is drawn with the
// reader's own font, sharp at any size. QGIS (3.22) shows it by Qt's plugin for SVG, which it comes with.
[[nodiscard]] std::string legend_svg(const PublishedTiles& tiles);
[[nodiscard]] PictureSize legend_size(const PublishedTiles& tiles);

}  // namespace papar
