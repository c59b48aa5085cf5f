#include "engine/output/map_style.hpp"

#include "engine/output/class_colours.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <fmt/format.h>

#include <cstddef>

namespace papar {
namespace {

constexpr const char* no_hazard_colour = "#e0e0e0";
constexpr const char* no_data_colour = "#ffffff";

// Filters over the columns of one hazard.
[[nodiscard]] std::string column(const std::string& hazard, const char* name) {
    return fmt::format("<ogc:PropertyName>{}_{}</ogc:PropertyName>", hazard, name);
}

[[nodiscard]] std::string is_class(const std::string& hazard, const std::string& label) {
    return fmt::format("<ogc:PropertyIsEqualTo>{}<ogc:Literal>{}</ogc:Literal></ogc:PropertyIsEqualTo>",
                       column(hazard, "kelas"), xml_escaped(label));
}

[[nodiscard]] std::string has_no_class_and(const std::string& hazard, const std::string& condition) {
    return fmt::format("<ogc:And><ogc:PropertyIsNull>{}</ogc:PropertyIsNull>{}</ogc:And>", column(hazard, "kelas"),
                       condition);
}

[[nodiscard]] std::string is_no_hazard(const std::string& hazard) {
    // A zone outside the rasters has zeros in both.
    return has_no_class_and(
        hazard, fmt::format("<ogc:PropertyIsGreaterThan>{0}<ogc:Literal>0</ogc:Literal></ogc:PropertyIsGreaterThan>"
                            "<ogc:PropertyIsGreaterThanOrEqualTo>{0}{1}</ogc:PropertyIsGreaterThanOrEqualTo>",
                            column(hazard, "ha_nihil"), column(hazard, "ha_tanpa_data")));
}

[[nodiscard]] std::string is_no_data(const std::string& hazard) {
    return has_no_class_and(hazard, fmt::format("<ogc:Or><ogc:PropertyIsNull>{0}</ogc:PropertyIsNull>"
                                                "<ogc:PropertyIsLessThanOrEqualTo>{0}<ogc:Literal>0</ogc:Literal></"
                                                "ogc:PropertyIsLessThanOrEqualTo>"
                                                "<ogc:PropertyIsLessThan>{0}{1}</ogc:PropertyIsLessThan></ogc:Or>",
                                                column(hazard, "ha_nihil"), column(hazard, "ha_tanpa_data")));
}

[[nodiscard]] MapStyle map_style(const ResultView& view, const HazardFacts& hazard) {
    const std::string& id = hazard.id;
    const std::vector<std::string>& labels = hazard.classes.labels;
    MapStyle style{
        id,
        view.say("Bahaya ", "Hazard: ") + hazard.title,
        fmt::format(
            R"(coalesce("{0}_kelas", if("{0}_ha_nihil" > 0 and "{0}_ha_nihil" >= "{0}_ha_tanpa_data", 'nihil', 'tanpa_data')))",
            id),
        {}};
    for (std::size_t i = 0; i < labels.size(); ++i) {
        style.legend.push_back({labels[i], labels[i], class_colour(i, labels.size()), is_class(id, labels[i])});
    }
    style.legend.push_back({view.say("tidak ada bahaya", "no hazard"), "nihil", no_hazard_colour, is_no_hazard(id)});
    style.legend.push_back({view.say("tanpa data", "no data"), "tanpa_data", no_data_colour, is_no_data(id)});
    return style;
}

}  // namespace

std::vector<MapStyle> map_styles(const ResultView& view) {
    std::vector<MapStyle> styles;
    for (const HazardFacts& hazard : view.facts.hazards) styles.push_back(map_style(view, hazard));
    return styles;
}

std::string xml_escaped(const std::string& text) {
    char* escaped = CPLEscapeString(text.c_str(), static_cast<int>(text.size()), CPLES_XML);
    std::string result = escaped;
    CPLFree(escaped);
    return result;
}

}  // namespace papar
