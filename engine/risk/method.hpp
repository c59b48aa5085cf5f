// The method of one study: a profile's numbers as the calculation needs them, and what has to be left out because
// nobody knows a number.
#pragma once

#include "engine/overlay/hazard_classes.hpp"
#include "engine/risk/formulas.hpp"
#include "engine/risk/risk_result.hpp"

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace papar {

// What the method is asked for: the study, as far as it matters here.
struct RiskQuestion {
    struct Hazard {
        std::string id;
        std::string type;  // "banjir"; empty: none that the profiles know
        HazardClasses classes;
        bool depth = false;  // values are metres of water
    };
    struct Exposure {
        std::string id;
        std::string parameter;            // "physical.public"; empty: none
        bool rupiah = false;              // the layer has values
        std::vector<std::string> covers;  // cover types of a land-cover raster
    };
    std::vector<Hazard> hazards;
    std::vector<std::string> group_parameters;  // "poverty"; in the study's order, empty: none
    std::vector<Exposure> exposures;
    bool capacity = false;
};

// How the cells of a hazard get their index.
enum class IndexForm {
    value,        // they hold it
    fuzzy,        // fuzzy large of a depth
    class_score,  // the score of their class
};

// What a limit in rupiah is counted over.
enum class Basis { hectare, zone };

enum class RollUpRule { dominant, max, mean_index };
enum class RiskForm { cube_root, matrix };

// A parameter: its value has a class by two limits, the class a score, and the score a weight in its component.
struct Scale {
    double weight = 0;
    std::array<double, 2> limits{};
};

struct GroupParameter {
    Scale scale;
    std::size_t group = 0;
};

// Index = weight x score(people per km2) + sum of weight x score(share of a group).
struct SocialMethod {
    Scale density;
    std::vector<GroupParameter> groups;
};

// Houses = people / people_per_house; rupiah lost of one house by hazard class.
struct HousesMethod {
    Scale scale;
    double people_per_house = 1;
    ByClass<double> loss_per_house{};
};

// Rupiah of exposure layers; the share lost by hazard class.
struct ValueParameter {
    Scale scale;
    ByClass<double> loss_share{};
    std::vector<std::size_t> exposures;
};

// Physical or economic: index = sum of weight x score(rupiah lost).
struct ValueMethod {
    Basis basis = Basis::hectare;
    std::optional<HousesMethod> houses;
    std::vector<ValueParameter> parameters;
};

// A cover type; its area lost in a zone has a class. Every hazard has its own weights.
struct CoverParameter {
    std::string cover;
    std::array<double, 2> limits{};  // ha
};
struct EnvironmentalMethod {
    ByClass<double> loss_share{};
    std::vector<CoverParameter> covers;
};

struct HazardMethod {
    bool known = false;  // false: its classes cannot be brought to three; nothing follows
    IndexForm form = IndexForm::value;
    double midpoint = 0, spread = 0;  // fuzzy
    std::vector<int> three;           // of each of the study's classes: 1, 2 or 3
    // Of the components that apply; none: it does not. Known only where `vulnerability`.
    std::array<std::optional<double>, component_count> weights;
    std::array<bool, component_count> components{};  // that can be calculated
    std::vector<double> cover_weights;               // parallel to EnvironmentalMethod::covers
    bool loss = false;                               // the index of physical and economic loss together
    bool vulnerability = false;
    bool risk = false;
};

struct RiskMethod {
    std::array<double, 2> breaks{};
    ByClass<double> scores{};
    std::optional<double> people_per_house;  // none: the number of houses is not known
    std::optional<SocialMethod> social;
    std::optional<ValueMethod> physical;
    std::optional<ValueMethod> economic;
    std::optional<EnvironmentalMethod> environmental;
    double ikd_weight = 0, ikm_weight = 0;
    std::array<double, 2> capacity_breaks{};
    bool capacity = false;
    RiskForm form = RiskForm::cube_root;
    std::array<int, 9> threat{}, loss{}, capacity_matrix{}, risk{};  // matrix form
    RollUpRule zone_rule = RollUpRule::dominant;
    RollUpRule level_rule = RollUpRule::max;
    std::vector<double> multi_weights;  // parallel to the hazards; empty: none given
    std::vector<HazardMethod> hazards;

    // Whether a component needs the sums of whole zones before any cell can be looked at.
    [[nodiscard]] bool needs_zone_sums() const {
        const auto by_zone = [](const std::optional<ValueMethod>& method) {
            return method && method->basis == Basis::zone;
        };
        return environmental || by_zone(physical) || by_zone(economic);
    }
    [[nodiscard]] double score(double value, const Scale& scale) const {
        return scale.weight * scores[static_cast<std::size_t>(class_of(value, scale.limits) - 1)];
    }
};

struct ResolvedMethod {
    RiskMethod method;
    std::vector<UsedEntry> used;
    Findings findings;
};

// Throws an Error of kind `usage` when the profile lacks what nothing can be done without (index.breaks, index.scores,
// the roll-up rules). Whatever else is not there leaves out what needs it, with a finding that names the entry.
[[nodiscard]] ResolvedMethod resolve_method(const Profile& profile, const RiskQuestion& question);

}  // namespace papar
