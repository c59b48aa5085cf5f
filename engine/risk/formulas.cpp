#include "engine/risk/formulas.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace papar {

int class_of(double value, std::span<const double> limits) {
    int result = 1;
    for (const double limit : limits) {
        if (value <= limit + on_limit) {
            break;
        }
        ++result;
    }
    return result;
}

double fuzzy_large(double x, double midpoint, double spread) {
    return x > 0 ? 1 / (1 + std::pow(x / midpoint, -spread)) : 0;
}

double capacity_index(double ikd, double ikm, double ikd_weight, double ikm_weight) {
    return ikd_weight * ikd + ikm_weight * ikm;
}

double cube_root_risk(double hazard, double vulnerability, double capacity) {
    return std::cbrt(std::max(0.0, hazard * vulnerability * (1 - capacity)));
}

int crossing(std::span<const int> matrix, int row, int column) {
    return matrix[static_cast<std::size_t>((row - 1) * 3 + column - 1)];
}

}  // namespace papar
