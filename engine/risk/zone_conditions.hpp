// What is the same in all cells of a zone: who lives there, how able it is, and the indices that only whole zones have.
#pragma once

#include "engine/overlay/statistics.hpp"
#include "engine/risk/method.hpp"
#include "engine/risk/risk_totals.hpp"

#include <array>
#include <optional>
#include <span>
#include <vector>

namespace papar {

struct ZoneConditions {
    // People of a cell = people_factor x those of the raster + people_per_m2 x its area; none: not known.
    std::optional<double> people_factor;
    double people_per_m2 = 0;
    std::optional<double> groups;    // weighted scores of the groups' shares
    std::optional<double> capacity;  // index
    int capacity_class = 0;          // 0: not known
    // Indices of components that are those of the zone, by hazard; none: cell by cell, or not known.
    std::vector<std::array<std::optional<double>, component_count>> by_hazard;
};

// Capacity of a zone as the study gives it.
struct ZoneCapacity {
    std::optional<double> ikd, ikm;
};

// Where a table says how many people a zone has: what the raster says (before), by zone.
struct RasterPeople {
    std::vector<People> before;
    std::vector<bool> even;  // the people were spread by area
};

// The conditions of every zone. `figures` are those of the people's model; `totals` the sums of zones where
// RiskMethod::needs_zone_sums(), otherwise empty. `raster_people` is none where the raster says how many there are.
[[nodiscard]] std::vector<ZoneConditions> zone_conditions(const RiskMethod& method,
                                                          std::span<const ZoneFigures> figures,
                                                          const std::optional<RasterPeople>& raster_people,
                                                          std::span<const ZoneCapacity> capacity,
                                                          std::span<const RiskTotals> totals);

// Rupiah lost and land lost in one zone or area under hazard `hazard`, by hazard class; none where the method does not
// know, or where people are not known.
[[nodiscard]] std::optional<ByClass<double>> value_loss(const RiskMethod& method,
                                                        const std::optional<ValueMethod>& values, std::size_t hazard,
                                                        const ZoneFigures& figures, const HazardTotals& totals);
[[nodiscard]] ByClass<double> cover_loss_m2(const EnvironmentalMethod& method, std::size_t cover,
                                            const HazardTotals& totals);

}  // namespace papar
