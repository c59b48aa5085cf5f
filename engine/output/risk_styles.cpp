#include "engine/output/class_colours.hpp"
#include "engine/output/map_style.hpp"
#include "engine/output/risk_classes.hpp"

#include <fmt/format.h>

#include <cstddef>

namespace papar {
namespace {

using ClassColour = std::string (*)(std::size_t i, std::size_t count);

// Zones coloured by an integer column of classes.
[[nodiscard]] MapStyle class_style(const ResultView& view, const std::string& name, const std::string& title,
                                   const std::string& column, ClassColour colour = class_colour) {
    MapStyle style{name, title, fmt::format(R"(coalesce(to_string("{}"), 'tanpa_kelas'))", column), {}};
    const std::string property = fmt::format("<ogc:PropertyName>{}</ogc:PropertyName>", column);
    for (std::size_t c = 0; c < risk_classes; ++c) {
        const std::string number = std::to_string(c + 1);
        style.legend.push_back(
            {class_title(view, c), number, colour(c, risk_classes),
             fmt::format("<ogc:PropertyIsEqualTo>{}<ogc:Literal>{}</ogc:Literal></ogc:PropertyIsEqualTo>", property,
                         number)});
    }
    style.legend.push_back({view.say("tanpa kelas", "no class"), "tanpa_kelas", no_data_colour,
                            fmt::format("<ogc:PropertyIsNull>{}</ogc:PropertyIsNull>", property)});
    return style;
}

}  // namespace

std::vector<MapStyle> risk_styles(const ResultView& view) {
    std::vector<MapStyle> styles;
    for (const HazardFacts& hazard : view.facts.hazards) {
        const auto add = [&](const std::string& theme, const std::string& title) {
            styles.push_back(
                class_style(view, hazard.id + "_" + theme, title + hazard.title, hazard.id + "_kelas_" + theme));
        };
        add("bahaya", view.say("Kelas bahaya: ", "Hazard class: "));
        add("kerentanan", view.say("Kelas kerentanan: ", "Vulnerability class: "));
        add("risiko", view.say("Kelas risiko: ", "Risk class: "));
    }
    styles.push_back(class_style(view, "kapasitas", view.say("Kelas kapasitas", "Capacity class"), "kelas_kapasitas",
                                 capacity_colour));
    return styles;
}

}  // namespace papar
