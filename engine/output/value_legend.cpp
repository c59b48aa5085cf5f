#include "engine/output/value_legend.hpp"

#include "engine/output/class_colours.hpp"

#include <fmt/format.h>

namespace papar {
namespace {

[[nodiscard]] std::vector<std::string> names_from_one(RasterTheme theme, std::size_t highest, bool indonesian) {
    if (theme != RasterTheme::hazard_count) {
        return indonesian ? std::vector<std::string>{"rendah", "sedang", "tinggi"}
                          : std::vector<std::string>{"low", "medium", "high"};
    }
    std::vector<std::string> names;
    for (std::size_t n = 1; n <= highest; ++n) {
        names.push_back(indonesian ? fmt::format("{} bahaya", n) : fmt::format("{} hazard{}", n, n == 1 ? "" : "s"));
    }
    return names;
}

}  // namespace

ValueLegend value_legend(RasterTheme theme, std::size_t highest, Language language) {
    const bool indonesian = language == Language::id;
    ValueLegend legend{{indonesian ? "tidak ada bahaya" : "no hazard"}, {no_hazard_colour}};
    if (theme == RasterTheme::capacity) legend = {{""}, {no_data_colour}};  // of a place, whatever hazard it has
    const std::vector<std::string> names = names_from_one(theme, highest, indonesian);
    for (std::size_t i = 0; i < names.size(); ++i) {
        legend.names.push_back(names[i]);
        legend.colours.push_back(theme == RasterTheme::capacity ? capacity_colour(i, names.size())
                                                                : class_colour(i, names.size()));
    }
    return legend;
}

}  // namespace papar
