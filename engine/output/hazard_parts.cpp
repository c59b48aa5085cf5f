#include "engine/output/hazard_parts.hpp"

#include "engine/output/published_figures.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace papar {
namespace {

// Lower-case ASCII letters and digits, every run of anything else as one underscore between them.
[[nodiscard]] std::string as_column_name(std::string_view label) {
    std::string name;
    bool gap = false;
    for (char c : label) {
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
        const bool keep = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
        if (keep && gap && !name.empty()) name += '_';
        gap = !keep;
        if (keep) name += c;
    }
    return name;
}

[[nodiscard]] std::vector<std::string> class_column_names(const std::vector<std::string>& labels) {
    std::vector<std::string> plain;
    plain.reserve(labels.size());
    for (const std::string& label : labels) plain.push_back(as_column_name(label));
    std::vector<std::string> names = plain;
    for (std::size_t i = 0; i < plain.size(); ++i) {
        const bool distinct = std::ranges::count(plain, plain[i]) == 1 && !plain[i].empty() &&
                              plain[i] != no_hazard_name && plain[i] != no_data_name && !plain[i].starts_with("kelas_");
        if (!distinct) names[i] = fmt::format("kelas_{}", i + 1);
    }
    return names;
}

[[nodiscard]] bool known(const HazardPart& part, const ZoneFigures& zone, const HazardFigures& hazard) {
    return !part.needs_data || has_hazard_data(zone, hazard);
}

}  // namespace

std::vector<HazardPart> hazard_parts(const ResultView& view, const HazardFacts& hazard) {
    const std::vector<std::string>& labels = hazard.classes.labels;
    const std::vector<std::string> names = class_column_names(labels);
    std::vector<HazardPart> parts;
    for (std::size_t i = 0; i < labels.size(); ++i) {
        parts.push_back({names[i], labels[i], view.say("kelas ", "class ") + labels[i],
                         static_cast<std::int64_t>(i) + 1, true, [i](const HazardFigures& f) { return f.classes[i]; }});
    }
    parts.push_back({std::string(no_hazard_name), std::string(no_hazard_name),
                     view.say("tidak ada bahaya", "no hazard"), 0, true,
                     [](const HazardFigures& f) { return f.no_hazard; }});
    parts.push_back({std::string(no_data_name),
                     std::string(no_data_name),
                     view.say("tanpa data bahaya", "no hazard data"),
                     {},
                     false,
                     [](const HazardFigures& f) { return f.no_data; }});
    return parts;
}

std::vector<PartOfHazard> all_hazard_parts(const ResultView& view) {
    std::vector<PartOfHazard> all;
    for (std::size_t hazard = 0; hazard < view.facts.hazards.size(); ++hazard) {
        std::vector<HazardPart> parts = hazard_parts(view, view.facts.hazards[hazard]);
        for (std::size_t i = 0; i < parts.size(); ++i) all.push_back({hazard, i, std::move(parts[i])});
    }
    return all;
}

HazardPart exposed_part(const ResultView& view) {
    return {"", "",   view.say("semua kelas", "all classes"),
            {}, true, [](const HazardFigures& f) { return f.exposed(); }};
}

Value people_in_part(const HazardPart& part, const ZoneFigures& zone, const HazardFigures& hazard) {
    if (!has_population(zone) || !known(part, zone, hazard)) return {};
    return published_people(part.figures(hazard).people);
}

Value area_of_part(const HazardPart& part, const ZoneFigures& zone, const HazardFigures& hazard) {
    if (!known(part, zone, hazard)) return {};
    return published_hectares(part.figures(hazard).area);
}

}  // namespace papar
