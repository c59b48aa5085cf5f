// What a GeoPackage says about itself: titles of columns, the run record, map styles.
#pragma once

#include "engine/output/geopackage_layers.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace papar {

inline constexpr const char* run_record_uri = "urn:papar:run-record";

// Adds to a GeoPackage: gpkg_data_columns (schema extension) with every column of `layers` and `tables`; gpkg_metadata
// (metadata extension) with `record`, a JSON text about the whole file, under the URI `record_kind`; layer_styles as
// QGIS keeps it, with every style of a layer, the first as default. Throws an Error of kind output.
void describe_geopackage(const std::filesystem::path& path, const std::vector<MapLayer>& layers,
                         const std::vector<Table>& tables, const std::string& record,
                         const char* record_kind = run_record_uri);

}  // namespace papar
