#include "engine/output/published_figures.hpp"

#include "engine/base/hectare.hpp"

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <string>

namespace papar {

double rounded(double value, double parts_per_one) {
    return std::nearbyint(value * parts_per_one) / parts_per_one + 0.0;  // -0 + 0 = 0
}

double published_people(People people) {
    return rounded(people.value(), 1e6);
}

double balanced_people(People people) {
    return rounded(people.value(), 1e9);
}

double published_hectares(AreaM2 area) {
    return rounded(area.value() / m2_per_hectare, 1e6);
}

double published_amount(Amount amount, double per_unit) {
    return rounded(amount.value() / per_unit, 1e6);
}

double published_rupiah(Amount rupiah) {
    return rounded(rupiah.value(), 100);
}

Value published_index(std::optional<double> index) {
    return index ? Value(rounded(*index, 1e6)) : Value();
}

Value published_hazard_value(std::optional<double> value) {
    if (!value) return {};
    const std::string digits = fmt::format("{:.9g}", *value + 0.0);
    double result = 0;
    std::from_chars(digits.data(), digits.data() + digits.size(), result);
    return result;
}

namespace {

bool outside_rasters(const ZoneFigures& zone) {
    return zone.cells == 0;
}

}  // namespace

bool has_population(const ZoneFigures& zone) {
    // Areas are sums of rounded parts: a billionth of the zone is not data.
    const double counted = zone.area.value() - zone.area_outside.value() - zone.area_no_population.value();
    return zone.people_known &&
           (outside_rasters(zone) || zone.people.value() > 0 || counted > 1e-9 * zone.area.value());
}

bool has_hazard_data(const ZoneFigures& zone, const HazardFigures& hazard) {
    return outside_rasters(zone) || hazard.cells > 0;
}

std::optional<std::size_t> dominant_class(const HazardFigures& hazard) {
    std::optional<std::size_t> best;
    AreaM2 largest;
    for (std::size_t i = 0; i < hazard.classes.size(); ++i) {
        const AreaM2 area = hazard.classes[i].area;
        if (area == AreaM2() || area < largest) continue;
        best = i;
        largest = area;
    }
    return best;
}

}  // namespace papar
