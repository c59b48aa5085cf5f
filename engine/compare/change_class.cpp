#include "engine/compare/change_class.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>

namespace papar {

ChangeLimits change_limits(double largest_change) {
    if (largest_change <= 0) {
        return {};
    }
    const double half = largest_change / 2;
    const double power = std::pow(10, std::floor(std::log10(half)));
    const double digit = half / power;
    const double much = (digit >= 5 ? 5 : digit >= 2 ? 2 : 1) * power;
    return {much / 10, much};
}

double largest_change(const Comparison& comparison,
                      const std::function<const FigurePair&(const ComparedZone&)>& figure) {
    double largest = 0;
    for (const ComparedZone& zone : comparison.zones) {
        largest = std::max(largest, std::abs(figure(zone).change().value_or(0)));
    }
    return largest;
}

std::string change_word(const ComparedZone& zone, const FigurePair& people, const ChangeLimits& limits) {
    if (zone.in != ComparedZone::In::both) {
        return zone.in == ComparedZone::In::only_a ? only_a_word : only_b_word;
    }
    if (!people.a && !people.b) {
        return change_words[3];
    }
    const std::optional<double> change = people.change();
    if (!change) {
        return unknown_word;
    }
    if (!people.differs()) {
        return change_words[3];
    }
    const double size = std::abs(*change);
    const std::size_t steps = size >= limits.much ? 3 : size >= limits.some ? 2 : 1;
    return change_words.at(*change < 0 ? 3 - steps : 3 + steps);
}

}  // namespace papar
