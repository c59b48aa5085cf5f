#include "engine/risk/read_hazard_method.hpp"

#include <fmt/format.h>
#include <fmt/ranges.h>

namespace papar {

namespace {

bool read_three(ProfileReading& reading, const RiskQuestion::Hazard& hazard, HazardMethod& method) {
    const std::size_t count = hazard.classes.count();
    if (count == risk_classes) {
        method.three = {1, 2, 3};
    } else if (count == 5) {
        const auto collapse = reading.entries.numbers("index.collapse_five");
        for (std::size_t i = 0; collapse && i < count; ++i) {
            method.three.push_back(static_cast<int>((*collapse)[i]));
        }
    }
    return !method.three.empty();
}

void read_index_form(ProfileReading& reading, const RiskQuestion::Hazard& hazard, HazardMethod& method) {
    method.form = IndexForm::class_score;
    if (hazard.classes.kind == HazardKind::index) {
        method.form = IndexForm::value;
    } else if (hazard.depth) {
        const std::string path = fmt::format("hazard.{}.", hazard.type);
        const auto midpoint = reading.entries.number(path + "fuzzy_midpoint");
        const auto spread = reading.entries.number(path + "fuzzy_spread");
        if (midpoint && spread) {
            method.form = IndexForm::fuzzy;
            method.midpoint = *midpoint;
            method.spread = *spread;
        }
        (void)reading.entries.take_missing();
    }
}

bool read_cover_weights(ProfileReading& reading, const RiskMethod& study, const RiskQuestion::Hazard& hazard,
                        HazardMethod& method) {
    bool known = true;
    for (const CoverParameter& cover : study.environmental->covers) {
        const auto weight = reading.entries.number(fmt::format("environmental_weight.{}.{}", hazard.type, cover.cover));
        known = known && weight;
        method.cover_weights.push_back(weight.value_or(0));
    }
    return known;
}

// What a component adds to the vulnerability.
enum class Part { none, known, unknown };

Part read_component(ProfileReading& reading, const RiskMethod& study, const RiskQuestion::Hazard& hazard,
                    Component component, HazardMethod& method) {
    const auto c = static_cast<std::size_t>(component);
    const auto applies = reading.entries.number(fmt::format("applies.{}.{}", hazard.type, component_names[c]));
    if (!applies) {
        return Part::unknown;
    }
    if (*applies == 0) {
        method.components[c] = false;
        return Part::none;
    }
    const auto weight = reading.entries.number(fmt::format("weight.{}.{}", hazard.type, component_names[c]));
    method.weights[c] = weight.value_or(0);
    if (component == Component::environmental) {
        method.components[c] = study.environmental && read_cover_weights(reading, study, hazard, method);
    }
    if (weight && *weight == 0) {
        return Part::none;
    }
    return weight && method.components[c] ? Part::known : Part::unknown;
}

// Reads the weights of the components that apply; says whether all of vulnerability is known.
bool read_weights(ProfileReading& reading, const RiskMethod& study, const RiskQuestion::Hazard& hazard,
                  HazardMethod& method) {
    if (hazard.type.empty()) {
        return false;
    }
    bool vulnerability = true;
    bool loss_known = true;
    bool any_loss = false;
    for (const Component component : all_components) {
        const Part part = read_component(reading, study, hazard, component, method);
        vulnerability = vulnerability && part != Part::unknown;
        if (component == Component::physical || component == Component::economic) {
            loss_known = loss_known && part != Part::unknown;
            any_loss = any_loss || part == Part::known;
        }
    }
    method.loss = loss_known && any_loss;
    return vulnerability;
}

std::vector<std::string> parts_missing(const HazardMethod& method) {
    std::vector<std::string> parts;
    for (std::size_t c = 0; c < component_count; ++c) {
        if (method.weights[c] && !method.components[c]) {
            parts.emplace_back(component_names[c]);
        }
    }
    return parts;
}

}  // namespace

HazardMethod read_hazard_method(ProfileReading& reading, const RiskMethod& study, bool has_form,
                                const RiskQuestion::Hazard& hazard) {
    HazardMethod method;
    const std::string subject = fmt::format("hazard {}", hazard.id);
    if (!read_three(reading, hazard, method)) {
        reading.leave_out(
            subject, "no index, vulnerability and risk",
            fmt::format("it has {} classes, and the method has three; give it three or five", hazard.classes.count()));
        return method;
    }
    method.known = true;
    read_index_form(reading, hazard, method);
    method.components = {study.social.has_value(), study.physical.has_value(), study.economic.has_value(), false};
    if (!read_weights(reading, study, hazard, method)) {
        reading.leave_out(subject, "no vulnerability and no risk",
                          hazard.type.empty()
                              ? "its type is not known; name one in `type`"
                              : fmt::format("a part of it is not known: {}", fmt::join(parts_missing(method), ", ")));
        return method;
    }
    method.vulnerability = true;
    method.risk = study.capacity && has_form;
    if (method.risk && study.form == RiskForm::matrix &&
        !(method.loss && method.components[static_cast<std::size_t>(Component::social)])) {
        method.risk = false;
        reading.leave_out(subject, "no risk by matrices",
                          "the matrices cross social vulnerability and the loss in rupiah, and it does not have both");
    }
    return method;
}

}  // namespace papar
