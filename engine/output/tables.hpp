// The tables of a result. Each refers to the view's figures and may not outlive them.
#pragma once

#include "engine/output/result_view.hpp"
#include "engine/output/table.hpp"

#include <vector>

namespace papar {

// "zona": one row a zone, everything side by side; the GeoPackage's layer and zones.csv. Throws an Error of kind
// usage when the ids of hazards and levels lead to the same column name.
[[nodiscard]] Table zone_table(const ResultView& view);

// "zona_<id>": the same for the areas of the level at `index` of the zone layer's levels, less what cannot be summed;
// zones_<id>.csv.
[[nodiscard]] Table level_table(const ResultView& view, std::size_t index);

// "paparan": one row for every zone or area of a level, hazard and part of it; exposure.csv.
[[nodiscard]] Table exposure_table(const ResultView& view);

// "neraca": where every person went.
[[nodiscard]] Table balance_table(const ResultView& view);

// "temuan": what a reader of the result must know.
[[nodiscard]] Table findings_table(const ResultView& view);

// "masukan": the input files.
[[nodiscard]] Table inputs_table(const ResultView& view);

// "histogram" and "histogram_batas": people over the hazard's values, and the limits of the bins.
[[nodiscard]] Table histogram_table(const ResultView& view);
[[nodiscard]] Table histogram_limits_table(const ResultView& view);

}  // namespace papar
