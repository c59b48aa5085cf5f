// The raster tiles of a result for GIS.
#pragma once

#include "engine/tiles/companions.hpp"

#include <span>
#include <string>

namespace papar {

// Capabilities of OGC WMTS 1.0.0 (07-057r7), RESTful: one layer a set of rasters, with the limits of its tiles, in the
// well-known matrix set GoogleMapsCompatible; tiles of 512 pixels in one of the same zooms, GoogleMapsCompatible512.
// Vector tiles are left out: no GIS reads them from a WMTS.
[[nodiscard]] std::string wmts_capabilities(const ResultWords& words, std::span<const PublishedTiles> tiles,
                                            const std::string& url);

}  // namespace papar
