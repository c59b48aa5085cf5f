#include "engine/compare/change_class.hpp"
#include "engine/compare/comparison_tables.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <functional>

namespace papar {

namespace {

// ColorBrewer's RdYlBu without its middle: blue for fewer people exposed, red for more; told apart by those who confuse
// red and green.
constexpr std::array<const char*, 7> change_colours = {"#4575b4", "#91bfdb", "#e0f3f8", "#ffffff",
                                                       "#fee090", "#fc8d59", "#d73027"};
constexpr const char* only_a_colour = "#969696";
constexpr const char* only_b_colour = "#b39ddb";
constexpr const char* unknown_colour = "#e6e6c8";

std::string filter(const std::string& column, const std::string& word) {
    return fmt::format(
        "<ogc:PropertyIsEqualTo><ogc:PropertyName>{}</ogc:PropertyName><ogc:Literal>{}</ogc:Literal>"
        "</ogc:PropertyIsEqualTo>",
        column, word);
}

MapStyle style_of(const ComparisonView& view, const std::string& name, const std::string& title,
                  const std::string& column, const std::function<const FigurePair&(const ComparedZone&)>& people) {
    const ChangeLimits limits = change_limits(largest_change(view.comparison, people));
    const std::string unit = view.say("jiwa", "people");
    const auto from_to = [&](const char* sign) {
        return fmt::format("{0}{1:g} – {0}{2:g} {3}", sign, limits.some, limits.much, unit);
    };
    const std::array<std::string, 7> labels = {
        fmt::format("−{:g} {} {}", limits.much, unit, view.say("atau lebih", "or more")),
        from_to("−"),
        view.say("kurang dari −", "below −") + fmt::format("{:g} {}", limits.some, unit),
        view.say("tetap", "no change"),
        view.say("kurang dari +", "below +") + fmt::format("{:g} {}", limits.some, unit),
        from_to("+"),
        fmt::format("+{:g} {} {}", limits.much, unit, view.say("atau lebih", "or more"))};
    MapStyle style{name, title, "\"" + column + "\"", {}};
    for (std::size_t i = 0; i < labels.size(); ++i) {
        style.legend.push_back({labels[i], change_words[i], change_colours[i], filter(column, change_words[i])});
    }
    style.legend.push_back(
        {view.say("hanya di A", "only in A"), only_a_word, only_a_colour, filter(column, only_a_word)});
    style.legend.push_back(
        {view.say("hanya di B", "only in B"), only_b_word, only_b_colour, filter(column, only_b_word)});
    style.legend.push_back(
        {view.say("tidak diketahui", "not known"), unknown_word, unknown_colour, filter(column, unknown_word)});
    return style;
}

}  // namespace

std::vector<MapStyle> change_styles(const ComparisonView& view) {
    std::vector<MapStyle> styles;
    styles.push_back(style_of(
        view, "semua", view.say("Perubahan jiwa terpapar, bahaya apa pun", "Change in people exposed to any hazard"),
        "perubahan", [](const ComparedZone& zone) -> const FigurePair& { return zone.people_any_hazard; }));
    for (std::size_t h = 0; h < view.comparison.hazards.size(); ++h) {
        const std::string& id = view.comparison.hazards[h].id;
        styles.push_back(style_of(
            view, id, view.say("Perubahan jiwa terpapar: ", "Change in exposed people: ") + id, id + "_perubahan",
            [h](const ComparedZone& zone) -> const FigurePair& { return zone.hazards[h].exposed.people; }));
    }
    return styles;
}

}  // namespace papar
