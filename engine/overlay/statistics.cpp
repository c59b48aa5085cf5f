#include "engine/overlay/statistics.hpp"

#include <algorithm>
#include <cmath>

namespace papar {

Figures HazardFigures::exposed() const {
    Figures sum;
    for (const Figures& figures : classes) {
        sum.people += figures.people;
        sum.area += figures.area;
    }
    return sum;
}

std::optional<double> HazardFigures::mean() const {
    const bool known = cells > 0 && ValueSum{} < fraction_sum;
    return known ? std::optional(value_sum.value() / fraction_sum.value()) : std::nullopt;
}

std::int64_t hazards_present(const ZoneFigures& zone) {
    return std::ranges::count_if(zone.by_hazard,
                                 [](const HazardFigures& hazard) { return AreaM2{} < hazard.exposed().area; });
}

double Balance::residual() const {
    const People difference = in_raster - (in_zones + outside_zones - counted_twice);
    const double total = in_raster.value();
    return total == 0 ? difference.value() : difference.value() / total;
}

}  // namespace papar
