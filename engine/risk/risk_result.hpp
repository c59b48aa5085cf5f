// Hazard, vulnerability, capacity and risk of every zone and of every area above: what the risk stage finds out.
//
// Classes are 1 rendah, 2 sedang, 3 tinggi. Indices run from 0 to 1. What is not known is absent, never 0; a finding
// says why.
#pragma once

#include "engine/base/finding.hpp"
#include "engine/base/fixed_sum.hpp"
#include "engine/risk/profile_settings.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace papar {

inline constexpr std::size_t risk_classes = 3;

using Amount = FixedSum<1'000'000>;  // rupiah, metres, pieces or m2; unit 1e-6

template <typename Sum>
using ByClass = std::array<Sum, risk_classes>;  // class 1 first

// The sum of all classes.
template <typename Sum>
[[nodiscard]] Sum total(const ByClass<Sum>& classes) {
    return classes[0] + classes[1] + classes[2];
}

// One index over the land of one zone or area where the hazard is (where it has a class).
struct IndexFigures {
    ByClass<AreaM2> area;                            // by class of the index
    AreaM2 weighted;                                 // index x m2
    std::optional<int> single_class = std::nullopt;  // after the profile's roll-up rule; none: no land

    // The mean, weighted by area; none where there is no land.
    [[nodiscard]] std::optional<double> mean() const {
        const double land = total(area).value();
        return land > 0 ? std::optional(weighted.value() / land) : std::nullopt;
    }
};

enum class Component { social, physical, economic, environmental };
inline constexpr std::size_t component_count = 4;
inline constexpr std::array<Component, component_count> all_components = {
    Component::social, Component::physical, Component::economic, Component::environmental};

// One zone or area under one hazard.
struct HazardRisk {
    std::optional<IndexFigures> hazard;                                   // none: no data in all of it
    std::array<std::optional<IndexFigures>, component_count> components;  // none: does not apply, or not known
    std::optional<IndexFigures> loss;  // physical and economic together, by their weights
    std::optional<IndexFigures> vulnerability;
    std::optional<IndexFigures> risk;
    // By hazard class.
    std::optional<ByClass<Amount>> houses;         // exposed; people / people_per_house, in parts of houses
    std::optional<ByClass<Amount>> physical_loss;  // rupiah
    std::optional<ByClass<Amount>> economic_loss;  // rupiah
    std::optional<ByClass<AreaM2>> environmental_loss;

    [[nodiscard]] const std::optional<IndexFigures>& component(Component which) const {
        return components[static_cast<std::size_t>(which)];
    }
};

struct CapacityFigures {
    std::optional<double> ikd, ikm, index;  // regional resilience, community preparedness, the two together
    std::optional<int> ikd_class, ikm_class, single_class;
};

struct MultiHazardFigures {
    IndexFigures highest;                    // area by the highest hazard class of each place; `weighted` is 0
    std::vector<ByClass<AreaM2>> by_number;  // [n - 1]: land with n hazards, by the highest class
    std::optional<IndexFigures> weighted;    // the index with the study's weights
    std::optional<IndexFigures> risk;        // area by the highest risk class of each place; `weighted` is 0
};

// One exposure layer in one zone or area under one hazard. In the layer's unit: rupiah, m2, pieces or metres.
struct ExposureFigures {
    Amount total;                            // in the whole zone; the same under each hazard
    std::vector<ByClass<Amount>> by_hazard;  // in the study's order
};

struct RiskFigures {
    std::vector<HazardRisk> by_hazard;  // in the study's order
    CapacityFigures capacity;
    MultiHazardFigures multi;
    std::vector<ExposureFigures> exposures;  // in the study's order
};

// A point of an exposure layer.
struct ExposedPoint {
    std::size_t exposure = 0;  // index into the study's exposures
    std::string name;
    std::string category;
    double x = 0, y = 0;                      // in the CRS of the zone layer
    std::optional<double> value;              // rupiah
    std::optional<std::size_t> zone;          // none: outside all zones
    std::vector<std::optional<int>> classes;  // by hazard; 0: no hazard; none: no data
};

// An entry of the profile that the result was made with.
struct UsedEntry {
    std::string path;
    ProfileEntry entry;
};

struct ExposureFacts {
    std::string id;
    std::string title;
    std::string unit;     // "Rp", "ha", "unit", "km"
    double per_unit = 1;  // figures in the layer's unit are amounts / this
    bool points = false;
};

struct RiskResult {
    std::string profile_id;
    std::string profile_title;
    std::vector<ExposureFacts> exposures;
    std::vector<RiskFigures> zones;                // parallel to ZoneLayer::zones
    std::vector<std::vector<RiskFigures>> levels;  // parallel to ZoneLayer::levels and their areas
    RiskFigures all;                               // all zones together
    std::vector<ExposedPoint> points;
    std::vector<UsedEntry> method;                // by path
    std::vector<std::int64_t> cells_near_limits;  // by hazard: cells whose index is within 0.001 of a class limit
    Findings findings;
};

}  // namespace papar
