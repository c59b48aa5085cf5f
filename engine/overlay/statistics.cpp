#include "engine/overlay/statistics.hpp"

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
    if (!(HazardSum{} < fraction_sum)) {
        return std::nullopt;
    }
    return value_sum.value() / fraction_sum.value();
}

double Balance::residual() const {
    const People difference = in_raster - (in_zones + outside_zones - counted_twice);
    const double total = in_raster.value();
    return total == 0 ? difference.value() : difference.value() / total;
}

}  // namespace papar
