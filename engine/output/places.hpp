// The zones and the areas of all levels: the rows of the long tables.
#pragma once

#include "engine/output/result_view.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace papar {

// A zone, or an area of a level. Refers to the view's zone layer.
struct Place {
    std::string_view level;  // "zona", or the level's id
    const std::string& code;
    const std::string& name;
    std::optional<std::size_t> index;  // of the level; none: the zones
    std::size_t row;                   // among the level's areas, or the zones

    // The place's own in a result that has `zones` and `levels`.
    template <typename Result>
    [[nodiscard]] const auto& figures_in(const Result& result) const {
        return (index ? result.levels[*index] : result.zones)[row];
    }
};

// Zones first, then the areas of each level.
[[nodiscard]] std::vector<Place> all_places(const ResultView& view);

}  // namespace papar
