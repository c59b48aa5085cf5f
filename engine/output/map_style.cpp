#include "engine/output/map_style.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>

namespace papar {
namespace {

// Green, yellow, red of ColorBrewer's RdYlGn, tones that differ in lightness too for those who confuse red and green.
constexpr std::array<std::array<double, 3>, 3> class_colours = {
    {{0x5a, 0xae, 0x61}, {0xfe, 0xe0, 0x8b}, {0xd7, 0x30, 0x27}}};
constexpr const char* no_hazard_colour = "#e0e0e0";
constexpr const char* no_data_colour = "#ffffff";

// The colour of class `i` of `count`: evenly along green, yellow, red; a single class is red.
[[nodiscard]] std::string class_colour(std::size_t i, std::size_t count) {
    const double along = count == 1 ? 2.0 : 2.0 * static_cast<double>(i) / static_cast<double>(count - 1);
    const std::size_t stop = std::min<std::size_t>(static_cast<std::size_t>(along), 1);
    const double share = along - static_cast<double>(stop);
    std::string colour = "#";
    for (std::size_t c = 0; c < 3; ++c) {
        colour +=
            fmt::format("{:02x}", std::lround(std::lerp(class_colours[stop][c], class_colours[stop + 1][c], share)));
    }
    return colour;
}

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
