// What is the same in all cells of a zone: who lives there, how able it is, and the indices that only whole zones have.
#pragma once

#include "engine/overlay/statistics.hpp"
#include "engine/risk/method.hpp"
#include "engine/risk/risk_totals.hpp"
#include "engine/zones/zone_capacity.hpp"

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

// Shares of the study's groups in the people of a zone; none: not known.
using GroupShares = std::vector<std::optional<double>>;

// Where a table says how many people a zone has: what the raster says (before), by zone.
struct RasterPeople {
    std::vector<People> before;
    std::vector<bool> even;  // the people were spread by area
};

// The shares of every group in every zone, from figures of the people's model. A zone of nobody has shares of 0.
[[nodiscard]] std::vector<GroupShares> group_shares(std::span<const ZoneFigures> figures);

// The conditions of every zone that are known before any block was read: people are those of the raster.
[[nodiscard]] std::vector<ZoneConditions> zone_conditions(const RiskMethod& method, std::span<const GroupShares> groups,
                                                          std::span<const ZoneCapacity> capacity);

// Adds what only sums of zones tell. `figures` are those of the people's model, `totals` the sums of exposures;
// `raster_people` is none where the raster says how many there are.
void add_zone_sums(const RiskMethod& method, std::span<const ZoneFigures> figures,
                   const std::optional<RasterPeople>& raster_people, std::span<const RiskTotals> totals,
                   std::span<ZoneConditions> conditions);

// Houses in the classes of a hazard. Nothing where the people are not known, or how many live in a house.
[[nodiscard]] std::optional<ByClass<double>> exposed_houses(const RiskMethod& method, std::size_t hazard,
                                                            const ZoneFigures& figures);

// Rupiah lost and land lost in one zone or area under hazard `hazard`, by hazard class; none where the method does not
// know, or where people are not known.
[[nodiscard]] std::optional<ByClass<double>> value_loss(const RiskMethod& method,
                                                        const std::optional<ValueMethod>& values, std::size_t hazard,
                                                        const ZoneFigures& figures, const HazardTotals& totals);
[[nodiscard]] ByClass<double> cover_loss_m2(const EnvironmentalMethod& method, std::size_t cover,
                                            const HazardTotals& totals);

}  // namespace papar
