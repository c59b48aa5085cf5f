#include "engine/risk/read_components.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <utility>

namespace papar {

namespace {

// Nothing where the weight or the limits are not known; a weight of 0 needs no limits.
std::optional<Scale> scale(ProfileReading& reading, const std::string& path) {
    const auto weight = reading.entries.number(path + ".weight");
    if (!weight) {
        return std::nullopt;
    }
    if (*weight == 0) {
        return Scale{};
    }
    const auto limits = reading.entries.numbers(path + ".limits");
    return limits ? std::optional(Scale{*weight, to_array<2>(*limits)}) : std::nullopt;
}

// Layers that feed a parameter with rupiah.
std::vector<std::size_t> layers_of(const RiskQuestion& question, const std::string& parameter) {
    std::vector<std::size_t> layers;
    for (std::size_t i = 0; i < question.exposures.size(); ++i) {
        if (question.exposures[i].parameter == parameter && question.exposures[i].rupiah) {
            layers.push_back(i);
        }
    }
    return layers;
}

std::optional<HousesMethod> read_houses(ProfileReading& reading, bool& known) {
    HousesMethod houses;
    const auto found = scale(reading, "physical.houses");
    known = known && found.has_value();
    if (!found || found->weight == 0) {
        return std::nullopt;
    }
    houses.scale = *found;
    const auto people = reading.entries.number("houses.people_per_house");
    const auto price = reading.entries.numbers("houses.price");
    known = known && people && price;
    houses.people_per_house = people.value_or(1);
    const std::array<const char*, 3> classes = {"low", "medium", "high"};
    for (std::size_t c = 0; c < classes.size(); ++c) {
        const auto damage = reading.entries.numbers(fmt::format("houses.damage.{}", classes[c]));
        known = known && damage;
        for (std::size_t degree = 0; damage && price && degree < 3; ++degree) {
            houses.loss_per_house[c] += (*damage)[degree] * (*price)[degree];
        }
    }
    return houses;
}

}  // namespace

std::optional<SocialMethod> read_social(ProfileReading& reading) {
    if (!reading.any_applies("social")) {
        return std::nullopt;
    }
    const UsedProfile::Mark mark = reading.entries.mark();
    SocialMethod social;
    std::vector<std::string> without_group;
    const auto density = scale(reading, "social.density");
    bool known = density.has_value();
    social.density = density.value_or(Scale{});
    for (const char* parameter : {"sex_ratio", "poverty", "disability", "age"}) {
        const auto found = scale(reading, fmt::format("social.{}", parameter));
        known = known && found.has_value();
        if (!found || found->weight == 0) {
            continue;
        }
        const std::vector<std::string>& groups = reading.question.group_parameters;
        const auto group = std::find(groups.begin(), groups.end(), parameter);
        if (group == groups.end()) {
            without_group.emplace_back(parameter);
            continue;
        }
        social.groups.push_back({*found, static_cast<std::size_t>(group - groups.begin())});
    }
    if (known && without_group.empty()) {
        return social;
    }
    reading.entries.forget_since(mark);
    reading.leave_out(
        "social", "no social vulnerability",
        fmt::format("the study has no group for {}; add a [[population.group]] with that parameter, or set "
                    "its weight to 0 and the others so that they add up to 1",
                    fmt::join(without_group, ", ")));
    return std::nullopt;
}

std::optional<ValueMethod> read_values(ProfileReading& reading, const std::string& component, bool has_houses) {
    if (!reading.any_applies(component)) {
        return std::nullopt;
    }
    const UsedProfile::Mark mark = reading.entries.mark();
    ValueMethod method;
    std::vector<std::string> without_layer;
    const auto basis = reading.entries.choice(component + ".basis");
    bool known = basis.has_value();
    method.basis = basis && *basis == "zone" ? Basis::zone : Basis::hectare;
    if (has_houses) {
        method.houses = read_houses(reading, known);
    }
    const std::vector<const char*> parameters =
        has_houses ? std::vector<const char*>{"public", "critical"} : std::vector<const char*>{"land", "gdp"};
    for (const char* parameter : parameters) {
        const std::string path = fmt::format("{}.{}", component, parameter);
        const auto found = scale(reading, path);
        known = known && found.has_value();
        if (!found || found->weight == 0) {
            continue;
        }
        const auto loss = reading.entries.numbers(path + ".loss");
        known = known && loss;
        std::vector<std::size_t> layers = layers_of(reading.question, path);
        if (layers.empty()) {
            without_layer.push_back(path);
        }
        method.parameters.push_back({*found, loss ? to_array<3>(*loss) : ByClass<double>{}, std::move(layers)});
    }
    if (known && without_layer.empty()) {
        return method;
    }
    reading.entries.forget_since(mark);
    reading.leave_out(
        component, fmt::format("no {} vulnerability and loss", component),
        fmt::format("no [[exposure]] gives the rupiah of {}; add one with that parameter, or set its weight to "
                    "0 and the others so that they add up to 1",
                    fmt::join(without_layer, ", ")));
    return std::nullopt;
}

std::optional<EnvironmentalMethod> read_environmental(ProfileReading& reading) {
    if (!reading.any_applies("environmental")) {
        return std::nullopt;
    }
    const UsedProfile::Mark mark = reading.entries.mark();
    EnvironmentalMethod method;
    std::vector<std::string> covers;
    for (const RiskQuestion::Exposure& layer : reading.question.exposures) {
        covers.insert(covers.end(), layer.covers.begin(), layer.covers.end());
    }
    std::sort(covers.begin(), covers.end());
    covers.erase(std::unique(covers.begin(), covers.end()), covers.end());
    bool known = true;
    for (const std::string& cover : covers) {
        const auto limits = reading.entries.numbers(fmt::format("environmental.{}.limits", cover));
        known = known && limits;
        method.covers.push_back({cover, limits ? to_array<2>(*limits) : std::array<double, 2>{}});
    }
    const auto loss = reading.entries.numbers("environmental.loss");
    if (known && loss && !covers.empty()) {
        method.loss_share = to_array<3>(*loss);
        return method;
    }
    reading.entries.forget_since(mark);
    reading.leave_out("environmental", "no environmental vulnerability and loss",
                      "no [[exposure]] of kind land_cover names cover types in `cover`");
    return std::nullopt;
}

}  // namespace papar
