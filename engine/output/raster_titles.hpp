// What the index rasters are called.
#pragma once

#include "engine/output/output_settings.hpp"
#include "engine/output/run_facts.hpp"
#include "engine/risk/raster_plan.hpp"

#include <vector>

namespace papar {

// The layers of the plan with their titles: "Indeks risiko: Banjir".
[[nodiscard]] std::vector<RasterLayer> titled(const RasterPlan& plan, const std::vector<HazardFacts>& hazards,
                                              Language language);

}  // namespace papar
