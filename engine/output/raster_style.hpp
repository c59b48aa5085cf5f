// How QGIS shows an index or class raster: a .qml beside the .tif, which QGIS loads by itself. Without one it lists all
// 256 entries of a colour table and shows indices in grey.
#pragma once

#include "engine/output/value_legend.hpp"
#include "engine/risk/raster_sink.hpp"

#include <string>

namespace papar {

// The values that have a name, in their colours.
[[nodiscard]] std::string class_raster_qml(const ValueLegend& legend);

// 0 to 1 along the colours of the classes; of capacity from red to green.
[[nodiscard]] std::string index_raster_qml(RasterTheme theme, Language language);

}  // namespace papar
