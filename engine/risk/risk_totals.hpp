// What the risk stage adds up for every zone while blocks stream past. All sums are fixed-point, so that the order of
// blocks does not show.
#pragma once

#include "engine/risk/risk_result.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

namespace papar {

// The indices of a hazard.
enum class IndexKind { hazard, social, physical, economic, environmental, loss, vulnerability, risk };
inline constexpr std::size_t index_kinds = 8;

[[nodiscard]] constexpr std::size_t at(IndexKind kind) {
    return static_cast<std::size_t>(kind);
}
[[nodiscard]] constexpr IndexKind kind_of(Component component) {
    return static_cast<IndexKind>(static_cast<std::size_t>(component) + 1);
}

// Land by class of an index, in one block or in all.
struct IndexSums {
    ByClass<AreaM2> area;
    AreaM2 weighted;  // index x m2
    AreaM2 unknown;   // land in the hazard where the index is not known
};

struct HazardTotals {
    std::array<IndexSums, index_kinds> indices;
    std::vector<ByClass<AreaM2>> covers;     // by cover type and hazard class
    std::vector<ByClass<Amount>> exposures;  // by layer and hazard class, in the layer's unit
    std::vector<ByClass<Amount>> rupiah;     // the same, rupiah; 0 of layers without values
};

struct MultiTotals {
    IndexSums highest;
    std::vector<ByClass<AreaM2>> by_number;  // [n - 1]: land with n hazards, by the highest class
    IndexSums weighted;
    IndexSums risk;
};

// One zone, or the sum of several.
struct RiskTotals {
    std::vector<HazardTotals> hazards;
    std::vector<Amount> exposures;      // in the whole zone
    std::vector<AreaM2> without_value;  // by layer: land where its raster has no data
    MultiTotals multi;

    RiskTotals() = default;
    RiskTotals(std::size_t hazard_count, std::size_t layers, std::size_t covers);
};

// Adds what place `place` of `owners` equal owners has of `part`.
void add_share(const RiskTotals& part, std::size_t owners, std::size_t place, RiskTotals& sum);

inline void add(const RiskTotals& part, RiskTotals& sum) {
    add_share(part, 1, 0, sum);
}

// Sums of one index in one block, in double.
struct IndexTally {
    std::array<double, risk_classes> area{};
    double weighted = 0;
    double unknown = 0;

    // `index_class` 0: not known.
    void add(int index_class, double index, double m2) {
        if (index_class == 0) {
            unknown += m2;
            return;
        }
        area[static_cast<std::size_t>(index_class - 1)] += m2;
        weighted += index * m2;
    }
    void add_to(IndexSums& sums) const;
};

}  // namespace papar
