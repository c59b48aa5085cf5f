// Which rasters a study gets.
#pragma once

#include "engine/risk/method.hpp"
#include "engine/risk/raster_sink.hpp"
#include "engine/risk/risk_totals.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <vector>

namespace papar {

// Places in RasterPlan::layers.
struct HazardRasters {
    std::array<std::optional<std::size_t>, index_kinds> index;
    std::array<std::optional<std::size_t>, index_kinds> classes;
};

struct RasterPlan {
    std::vector<RasterLayer> layers;
    std::vector<std::size_t> hazard_of;  // of each layer; no_hazard for those of all hazards together
    std::vector<HazardRasters> hazards;  // in the study's order
    std::optional<std::size_t> capacity, capacity_classes;
    std::optional<std::size_t> multi_hazard, multi_classes, multi_number, multi_risk;

    static constexpr std::size_t no_hazard = static_cast<std::size_t>(-1);
};

// Index and classes of hazard, vulnerability and risk, and the index of each component, of every hazard where the
// method knows them; capacity once, since it is the same under every hazard; the highest class, the number of hazards
// and the highest risk class of all hazards together, and the weighted index where there are weights. Titles are left
// empty.
[[nodiscard]] RasterPlan raster_plan(const RiskMethod& method, const RiskQuestion& question);

}  // namespace papar
