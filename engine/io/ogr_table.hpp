// Tables that OGR reads: sheets of XLSX workbooks, and layers with or without geometries.
#pragma once

#include "engine/io/text_table.hpp"

namespace papar {

// One sheet; its first row is the header. Cells that a whole column holds as numbers keep that; in a column of text and
// numbers all are text.
[[nodiscard]] TextTable read_workbook_table(const TableInput& input);

// The columns of a layer of a GeoPackage, Shapefile, GeoJSON or FlatGeobuf, one row a feature, in feature order.
[[nodiscard]] TextTable read_layer_table(const TableInput& input);

}  // namespace papar
