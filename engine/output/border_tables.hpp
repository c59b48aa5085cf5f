// The border report as a layer, a table and a map style.
#pragma once

#include "engine/output/map_style.hpp"
#include "engine/output/result_view.hpp"
#include "engine/output/table.hpp"

namespace papar {

// "masalah_batas": one row a defect, in the report's order; the GeoPackage's second layer and borders.csv.
// Precondition: the run has a border report.
[[nodiscard]] Table borders_table(const ResultView& view);

// Filled and outlined by kind, so that slivers show at any scale; no labels.
[[nodiscard]] MapStyle borders_style(const ResultView& view);

}  // namespace papar
