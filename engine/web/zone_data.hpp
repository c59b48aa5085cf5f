// The zones of one layer as the viewer reads them.
#pragma once

#include "engine/output/json_text.hpp"
#include "engine/tiles/result_words.hpp"
#include "engine/web/histograms.hpp"
#include "engine/web/result_file.hpp"

#include <cstddef>
#include <vector>

namespace papar {

// The objects of `levels[place]`, in the GeoPackage's order; `study` is study_data. A figure that is not known is left
// out, with the key. Numbers are as the GeoPackage has them; `bbox` is in degrees. See docs/viewer.md for the keys.
[[nodiscard]] Json zone_data(ResultFile& result, const std::vector<LevelWords>& levels, std::size_t place,
                             const Json& study, const Histograms& histograms);

// Zones added up: people, hectares, groups, losses, histograms; not their classes and indices. A figure is missing
// where no zone has it.
[[nodiscard]] Json total_data(const Json& zones);

// Every number to 0.01, losses to whole rupiah, whole numbers without ".0"; histograms as runs (histogram_runs.hpp).
void round_figures(Json& data);

}  // namespace papar
