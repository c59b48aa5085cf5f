// The GeoPackage's layer and tables, written with OGR.
#pragma once

#include "engine/output/table.hpp"
#include "engine/zones/zone_layer.hpp"

#include <filesystem>
#include <functional>
#include <vector>

namespace papar {

// The GeoPackage shows this time instead of the clock's, so that equal results are equal files.
inline constexpr const char* geopackage_time = "2000-01-01T00:00:00.000Z";

// A new GeoPackage with `zones` as a multipolygon layer in the zone layer's CRS (row i has the shape of zone i) and
// the other tables as attribute tables; `tables` is called when the layer is written, so that what they need may still
// be worked out till then. Throws an Error of kind output.
void write_geopackage_layers(const std::filesystem::path& path, const ZoneLayer& layer, const Table& zones,
                             const std::function<std::vector<Table>()>& tables);

}  // namespace papar
