#include "engine/base/error.hpp"
#include "engine/risk/method.hpp"
#include "engine/risk/used_profile.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>
#include <numeric>
#include <utility>

namespace papar {

namespace {

constexpr std::array<const char*, component_count> component_names = {"social", "physical", "economic",
                                                                      "environmental"};

constexpr double weights_tolerance = 1e-9;

template <std::size_t N>
std::array<double, N> to_array(const std::vector<double>& list) {
    std::array<double, N> array{};
    std::copy_n(list.begin(), N, array.begin());
    return array;
}

class Resolver {
public:
    Resolver(const Profile& profile, const RiskQuestion& question)
        : profile_(profile), question_(question), entries_(profile) {}

    ResolvedMethod resolve() {
        read_essentials();
        read_capacity();
        read_form();
        method_.social = read_social();
        method_.physical = read_values("physical", true);
        method_.economic = read_values("economic", false);
        method_.environmental = read_environmental();
        for (const RiskQuestion::Hazard& hazard : question_.hazards) {
            method_.hazards.push_back(read_hazard(hazard));
        }
        read_multi_weights();
        for (const Finding& finding : entries_.findings()) {
            findings_.push_back(finding);
        }
        return {std::move(method_), entries_.used(), std::move(findings_)};
    }

private:
    template <typename Value>
    Value essential(const std::string& path, std::optional<Value> value) {
        if (!value) {
            throw error(ErrorKind::usage,
                        "profile {}: it has no {}, without which there are no classes; give it in "
                        "[profile.set]",
                        profile_.id, path);
        }
        return *std::move(value);
    }

    void read_essentials() {
        method_.breaks = to_array<2>(essential("index.breaks", entries_.numbers("index.breaks")));
        method_.scores = to_array<3>(essential("index.scores", entries_.numbers("index.scores")));
        method_.zone_rule = rule(essential("rollup.zone", entries_.choice("rollup.zone")));
        method_.level_rule = rule(essential("rollup.level", entries_.choice("rollup.level")));
        (void)entries_.take_missing();
    }

    static RollUpRule rule(const std::string& word) {
        return word == "dominant" ? RollUpRule::dominant : word == "max" ? RollUpRule::max : RollUpRule::mean_index;
    }

    // A finding that `what` is left out, and why: entries nobody knows, or `reason`.
    void leave_out(const std::string& subject, const std::string& what, const std::string& reason) {
        std::vector<std::string> missing = entries_.take_missing();
        std::sort(missing.begin(), missing.end());
        missing.erase(std::unique(missing.begin(), missing.end()), missing.end());
        const std::string why = missing.empty()
                                    ? reason
                                    : fmt::format("profile {} does not know {}; give what you know in [profile.set]",
                                                  profile_.id, fmt::join(missing, ", "));
        findings_.push_back({"risk.left_out", subject, fmt::format("{}: {}: {}", subject, what, why), {}});
    }

    void read_capacity() {
        if (!question_.capacity) {
            leave_out("capacity", "no capacity and no risk", "the study has no [capacity]");
            return;
        }
        const auto ikd = entries_.number("capacity.ikd_weight");
        const auto ikm = entries_.number("capacity.ikm_weight");
        const auto breaks = entries_.numbers("capacity.breaks");
        if (!ikd || !ikm || !breaks) {
            leave_out("capacity", "no capacity and no risk", "");
            return;
        }
        method_.capacity = true;
        method_.ikd_weight = *ikd;
        method_.ikm_weight = *ikm;
        method_.capacity_breaks = to_array<2>(*breaks);
    }

    void read_form() {
        const auto form = entries_.choice("risk.form");
        if (!form) {
            leave_out("risk", "no risk", "");
            return;
        }
        method_.form = *form == "matrix" ? RiskForm::matrix : RiskForm::cube_root;
        has_form_ = method_.form == RiskForm::cube_root || read_matrices();
    }

    bool read_matrices() {
        bool all = true;
        const std::array<std::pair<const char*, std::array<int, 9>*>, 4> wanted = {
            {{"risk.matrix.threat", &method_.threat},
             {"risk.matrix.loss", &method_.loss},
             {"risk.matrix.capacity", &method_.capacity_matrix},
             {"risk.matrix.risk", &method_.risk}}};
        for (const auto& [path, matrix] : wanted) {
            const auto cells = entries_.numbers(path);
            all = all && cells.has_value();
            for (std::size_t i = 0; cells && i < matrix->size(); ++i) {
                (*matrix)[i] = static_cast<int>((*cells)[i]);
            }
        }
        if (!all) {
            leave_out("risk", "no risk by matrices", "");
        }
        return all;
    }

    // Nothing where the weight or the limits are not known; a weight of 0 needs no limits.
    std::optional<Scale> scale(const std::string& path) {
        const auto weight = entries_.number(path + ".weight");
        if (!weight) {
            return std::nullopt;
        }
        if (*weight == 0) {
            return Scale{};
        }
        const auto limits = entries_.numbers(path + ".limits");
        return limits ? std::optional(Scale{*weight, to_array<2>(*limits)}) : std::nullopt;
    }

    std::optional<SocialMethod> read_social() {
        SocialMethod social;
        bool known = true;
        std::vector<std::string> without_group;
        const auto density = scale("social.density");
        known = density.has_value();
        social.density = density.value_or(Scale{});
        for (const char* parameter : {"sex_ratio", "poverty", "disability", "age"}) {
            const auto found = scale(fmt::format("social.{}", parameter));
            known = known && found.has_value();
            if (!found || found->weight == 0) {
                continue;
            }
            const auto group =
                std::find(question_.group_parameters.begin(), question_.group_parameters.end(), std::string(parameter));
            if (group == question_.group_parameters.end()) {
                without_group.emplace_back(parameter);
                continue;
            }
            social.groups.push_back({*found, static_cast<std::size_t>(group - question_.group_parameters.begin())});
        }
        if (known && without_group.empty()) {
            return social;
        }
        leave_out("social", "no social vulnerability",
                  fmt::format("the study has no group for {}; add a [[population.group]] with that parameter, or set "
                              "its weight to 0 and the others so that they add up to 1",
                              fmt::join(without_group, ", ")));
        return std::nullopt;
    }

    // Layers that feed a parameter with rupiah.
    std::vector<std::size_t> layers_of(const std::string& parameter) const {
        std::vector<std::size_t> layers;
        for (std::size_t i = 0; i < question_.exposures.size(); ++i) {
            if (question_.exposures[i].parameter == parameter && question_.exposures[i].rupiah) {
                layers.push_back(i);
            }
        }
        return layers;
    }

    std::optional<HousesMethod> read_houses(bool& known) {
        HousesMethod houses;
        const auto found = scale("physical.houses");
        known = known && found.has_value();
        if (!found || found->weight == 0) {
            return std::nullopt;
        }
        houses.scale = *found;
        const auto people = entries_.number("houses.people_per_house");
        const auto price = entries_.numbers("houses.price");
        known = known && people && price;
        houses.people_per_house = people.value_or(1);
        const std::array<const char*, 3> classes = {"low", "medium", "high"};
        for (std::size_t c = 0; c < classes.size(); ++c) {
            const auto damage = entries_.numbers(fmt::format("houses.damage.{}", classes[c]));
            known = known && damage;
            for (std::size_t degree = 0; damage && price && degree < 3; ++degree) {
                houses.loss_per_house[c] += (*damage)[degree] * (*price)[degree];
            }
        }
        return houses;
    }

    std::optional<ValueMethod> read_values(const std::string& component, bool has_houses) {
        ValueMethod method;
        bool known = true;
        std::vector<std::string> without_layer;
        const auto basis = entries_.choice(component + ".basis");
        known = basis.has_value();
        method.basis = basis && *basis == "zone" ? Basis::zone : Basis::hectare;
        if (has_houses) {
            method.houses = read_houses(known);
        }
        const std::vector<const char*> parameters =
            has_houses ? std::vector<const char*>{"public", "critical"} : std::vector<const char*>{"land", "gdp"};
        for (const char* parameter : parameters) {
            const std::string path = fmt::format("{}.{}", component, parameter);
            const auto found = scale(path);
            known = known && found.has_value();
            if (!found || found->weight == 0) {
                continue;
            }
            const auto loss = entries_.numbers(path + ".loss");
            known = known && loss;
            std::vector<std::size_t> layers = layers_of(path);
            if (layers.empty()) {
                without_layer.push_back(path);
            }
            method.parameters.push_back({*found, loss ? to_array<3>(*loss) : ByClass<double>{}, std::move(layers)});
        }
        if (known && without_layer.empty()) {
            return method;
        }
        if (any_applies(component)) {
            leave_out(component, fmt::format("no {} vulnerability and loss", component),
                      fmt::format("no [[exposure]] gives the rupiah of {}; add one with that parameter, or set its "
                                  "weight to 0 and the others so that they add up to 1",
                                  fmt::join(without_layer, ", ")));
        }
        (void)entries_.take_missing();
        return std::nullopt;
    }

    // Whether a component matters to any hazard of the study; not known counts.
    bool any_applies(const std::string& component) const {
        return std::any_of(question_.hazards.begin(), question_.hazards.end(), [&](const auto& hazard) {
            const auto found = profile_.entries.find(fmt::format("applies.{}.{}", hazard.type, component));
            return found == profile_.entries.end() || std::get<std::vector<double>>(found->second.value).front() != 0;
        });
    }

    std::optional<EnvironmentalMethod> read_environmental() {
        if (!any_applies("environmental")) {
            return std::nullopt;
        }
        EnvironmentalMethod method;
        std::vector<std::string> covers;
        for (const RiskQuestion::Exposure& layer : question_.exposures) {
            covers.insert(covers.end(), layer.covers.begin(), layer.covers.end());
        }
        std::sort(covers.begin(), covers.end());
        covers.erase(std::unique(covers.begin(), covers.end()), covers.end());
        bool known = true;
        for (const std::string& cover : covers) {
            const auto limits = entries_.numbers(fmt::format("environmental.{}.limits", cover));
            known = known && limits;
            method.covers.push_back({cover, limits ? to_array<2>(*limits) : std::array<double, 2>{}});
        }
        const auto loss = entries_.numbers("environmental.loss");
        if (known && loss && !covers.empty()) {
            method.loss_share = to_array<3>(*loss);
            return method;
        }
        leave_out("environmental", "no environmental vulnerability and loss",
                  "no [[exposure]] of kind land_cover names cover types in `cover`");
        return std::nullopt;
    }

    HazardMethod read_hazard(const RiskQuestion::Hazard& hazard) {
        HazardMethod method;
        const std::string subject = fmt::format("hazard {}", hazard.id);
        if (!read_three(hazard, method)) {
            leave_out(subject, "no index, vulnerability and risk",
                      fmt::format("it has {} classes, and the method has three; give it three or five",
                                  hazard.classes.count()));
            return method;
        }
        method.known = true;
        read_index_form(hazard, method);
        method.components = {method_.social.has_value(), method_.physical.has_value(), method_.economic.has_value(),
                             false};
        if (!read_weights(hazard, method)) {
            leave_out(subject, "no vulnerability and no risk",
                      hazard.type.empty()
                          ? "its type is not known; name one in `type`"
                          : fmt::format("a part of it is not known: {}", fmt::join(parts_missing(method), ", ")));
            return method;
        }
        method.vulnerability = true;
        method.risk = method_.capacity && has_form_;
        if (method.risk && method_.form == RiskForm::matrix && !method.weights[1] && !method.weights[2]) {
            method.risk = false;
            leave_out(subject, "no risk by matrices", "it has neither physical nor economic loss");
        }
        return method;
    }

    bool read_three(const RiskQuestion::Hazard& hazard, HazardMethod& method) {
        const std::size_t count = hazard.classes.count();
        if (count == risk_classes) {
            method.three = {1, 2, 3};
        } else if (count == 5) {
            const auto collapse = entries_.numbers("index.collapse_five");
            for (std::size_t i = 0; collapse && i < count; ++i) {
                method.three.push_back(static_cast<int>((*collapse)[i]));
            }
        }
        return !method.three.empty();
    }

    void read_index_form(const RiskQuestion::Hazard& hazard, HazardMethod& method) {
        method.form = IndexForm::class_score;
        if (hazard.classes.kind == HazardKind::index) {
            method.form = IndexForm::value;
        } else if (hazard.depth) {
            const std::string path = fmt::format("hazard.{}.", hazard.type);
            const auto midpoint = entries_.number(path + "fuzzy_midpoint");
            const auto spread = entries_.number(path + "fuzzy_spread");
            if (midpoint && spread) {
                method.form = IndexForm::fuzzy;
                method.midpoint = *midpoint;
                method.spread = *spread;
            }
            (void)entries_.take_missing();
        }
    }

    // Whether the vulnerability can be calculated: all components that apply, and their weights.
    bool read_weights(const RiskQuestion::Hazard& hazard, HazardMethod& method) {
        if (hazard.type.empty()) {
            return false;
        }
        bool known = true;
        for (std::size_t c = 0; c < component_count; ++c) {
            const auto applies = entries_.number(fmt::format("applies.{}.{}", hazard.type, component_names[c]));
            if (!applies) {
                known = false;
                continue;
            }
            if (*applies == 0) {
                method.components[c] = false;
                continue;
            }
            const auto weight = entries_.number(fmt::format("weight.{}.{}", hazard.type, component_names[c]));
            known = known && weight;
            method.weights[c] = weight.value_or(0);
            if (c == static_cast<std::size_t>(Component::environmental)) {
                method.components[c] = method_.environmental && read_cover_weights(hazard, method);
            }
            known = known && (method.components[c] || (weight && *weight == 0));
        }
        return known;
    }

    bool read_cover_weights(const RiskQuestion::Hazard& hazard, HazardMethod& method) {
        bool known = true;
        for (const CoverParameter& cover : method_.environmental->covers) {
            const auto weight = entries_.number(fmt::format("environmental_weight.{}.{}", hazard.type, cover.cover));
            known = known && weight;
            method.cover_weights.push_back(weight.value_or(0));
        }
        return known;
    }

    static std::vector<std::string> parts_missing(const HazardMethod& method) {
        std::vector<std::string> parts;
        for (std::size_t c = 0; c < component_count; ++c) {
            if (method.weights[c] && !method.components[c]) {
                parts.emplace_back(component_names[c]);
            }
        }
        return parts;
    }

    void read_multi_weights() {
        std::vector<double> weights;
        for (const RiskQuestion::Hazard& hazard : question_.hazards) {
            const auto weight = entries_.number(fmt::format("multi_weight.{}", hazard.type));
            if (!weight) {
                (void)entries_.take_missing();
                return;
            }
            weights.push_back(*weight);
        }
        const double sum = std::accumulate(weights.begin(), weights.end(), 0.0);
        if (std::abs(sum - 1) > weights_tolerance) {
            throw error(ErrorKind::usage,
                        "profile {}: the weights multi_weight of the study's hazards add up to {:.6g}, not 1",
                        profile_.id, sum);
        }
        method_.multi_weights = std::move(weights);
    }

    const Profile& profile_;
    const RiskQuestion& question_;
    UsedProfile entries_;
    RiskMethod method_;
    Findings findings_;
    bool has_form_ = false;
};

}  // namespace

ResolvedMethod resolve_method(const Profile& profile, const RiskQuestion& question) {
    return Resolver(profile, question).resolve();
}

}  // namespace papar
