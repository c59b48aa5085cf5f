#include "engine/output/class_colours.hpp"
#include "engine/output/map_style.hpp"
#include "engine/output/risk_classes.hpp"

#include <fmt/format.h>

#include <array>
#include <cstddef>

namespace papar {
namespace {

// Names that both QGIS and SLD have; the fifth layer looks like the first.
constexpr std::array markers = {"circle", "square", "triangle", "star"};

[[nodiscard]] std::string equal(const std::string& column, const std::string& value) {
    return fmt::format(
        "<ogc:PropertyIsEqualTo><ogc:PropertyName>{}</ogc:PropertyName><ogc:Literal>{}</ogc:Literal>"
        "</ogc:PropertyIsEqualTo>",
        column, value);
}

// The points of one exposure layer by their class of one hazard.
void add_layer(const ResultView& view, const ExposureFacts& layer, const std::string& column, const char* marker,
               MapStyle& style) {
    const std::string of_layer = equal("lapisan", layer.id);
    const auto add = [&](const std::string& label, const std::string& value, const std::string& colour,
                         const std::string& condition) {
        style.legend.push_back({layer.title + ": " + label, layer.id + " " + value, colour,
                                fmt::format("<ogc:And>{}{}</ogc:And>", of_layer, condition), "#4d4d4d", marker});
    };
    for (std::size_t c = 0; c < risk_classes; ++c) {
        const std::string number = std::to_string(c + 1);
        add(class_title(view, c), number, class_colour(c, risk_classes), equal(column, number));
    }
    add(view.say("tidak ada bahaya", "no hazard"), "0", no_hazard_colour, equal(column, "0"));
    add(view.say("tanpa data", "no data"), "-", no_data_colour,
        fmt::format("<ogc:PropertyIsNull><ogc:PropertyName>{}</ogc:PropertyName></ogc:PropertyIsNull>", column));
}

}  // namespace

std::vector<MapStyle> facility_styles(const ResultView& view) {
    std::vector<MapStyle> styles;
    for (const HazardFacts& hazard : view.facts.hazards) {
        const std::string column = hazard.id + "_kelas_bahaya";
        MapStyle style{hazard.id,
                       view.say("Fasilitas menurut kelas bahaya: ", "Facilities by hazard class: ") + hazard.title,
                       fmt::format(R"("lapisan" || ' ' || coalesce(to_string("{}"), '-'))", column),
                       {},
                       false};
        std::size_t layers = 0;
        for (const ExposureFacts& layer : view.risk->exposures) {
            if (layer.points) add_layer(view, layer, column, markers[layers++ % markers.size()], style);
        }
        styles.push_back(std::move(style));
    }
    return styles;
}

}  // namespace papar
