#include "engine/tiles/people_scale.hpp"

#include "engine/output/class_colours.hpp"

#include <fmt/format.h>

#include <cmath>

namespace papar {

namespace {

// "1.000" or "1,000".
std::string thousands(double number, Language language) {
    const auto whole = static_cast<long>(number);
    const char mark = language == Language::id ? '.' : ',';
    return whole < 1000 ? fmt::format("{}", whole) : fmt::format("{}{}{:03}", whole / 1000, mark, whole % 1000);
}

std::string class_name(std::size_t i, Language language) {
    if (i == 0) return language == Language::id ? "tanpa penduduk" : "nobody";
    const char* unit = language == Language::id ? "jiwa/km²" : "people/km²";
    const std::string above = i == 1 ? "0" : thousands(density_limits[i - 2], language);
    if (i > density_limits.size()) return fmt::format("> {} {}", above, unit);
    return fmt::format("> {}, ≤ {} {}", above, thousands(density_limits[i - 1], language), unit);
}

}  // namespace

std::uint8_t density_pixel(double people, double km2) {
    if (std::isnan(people)) return no_data_pixel;
    if (!(people > 0)) return 1;
    constexpr double rounding = 1 + 1e-9;  // of sums and areas: a raster of an even density is on one side of a limit
    int of_class = 1;
    for (const double limit : density_limits) of_class += people / km2 > limit * rounding ? 1 : 0;
    return static_cast<std::uint8_t>(of_class + 1);
}

ClassLegend density_legend(Language language) {
    ClassLegend legend;
    for (std::size_t i = 0; i <= density_limits.size() + 1; ++i) {
        const std::string colour = i == 0 ? nobody_colour : density_colours[i - 1];
        legend.classes.push_back({static_cast<int>(i), class_name(i, language), colour});
    }
    legend.palette = palette_of(legend.classes);
    return legend;
}

}  // namespace papar
