// The map of a result for MapLibre.
#pragma once

#include "engine/tiles/companions.hpp"

#include <functional>
#include <span>
#include <string>
#include <vector>

namespace papar {

// The highest figure in a column of a zone layer; 0 where it is unknown everywhere.
using HighestFigure = std::function<double(const std::string& layer, const std::string& column)>;

// A style of the MapLibre style specification, version 8. Sources are the TileJSON files at `url`; layers from below:
// the rasters; the zones by each theme (class of hazard, class of risk, exposed people, of every hazard), each level at
// its own zooms; borders; names. One raster or theme is visible, the others are switched on by their `visibility`:
// metadata "papar:themes" lists them with their layers, a layer's "papar:legend" its classes. Without `glyphs`:
// MapLibre draws names with the reader's own fonts. What it looks like is said in styles/peta.json.
[[nodiscard]] Json web_style(const ResultWords& words, std::span<const PublishedTiles> tiles, const std::string& url,
                             const HighestFigure& highest);

// Limits of classes of people up to `highest`: the largest numbers of the series 1, 2, 5, 10, 20, ... below it, at most
// four, rising.
[[nodiscard]] std::vector<double> people_limits(double highest);

}  // namespace papar
