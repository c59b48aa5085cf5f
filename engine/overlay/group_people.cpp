#include "engine/overlay/group_people.hpp"

#include "engine/overlay/apportion.hpp"
#include "engine/overlay/scale_people.hpp"

#include <cstddef>
#include <vector>

namespace papar {

namespace {

HazardBalance by_part(const HazardFigures& hazard, People total) {
    std::vector<__int128> weights;
    for (const Figures& figures : hazard.classes) {
        weights.push_back(figures.people.units());
    }
    weights.push_back(hazard.no_hazard.people.units());
    weights.push_back(hazard.no_data.people.units());
    HazardBalance parts;
    parts.classes.resize(hazard.classes.size());
    if (total == People()) {
        return parts;
    }
    const std::vector<__int128> shares = apportion(total.units(), weights);
    for (std::size_t c = 0; c < parts.classes.size(); ++c) {
        parts.classes[c] = People::from_units(shares[c]);
    }
    parts.no_hazard = People::from_units(shares[parts.classes.size()]);
    parts.no_data = People::from_units(shares[parts.classes.size() + 1]);
    return parts;
}

}  // namespace

GroupFigures group_people(const ZoneFigures& zone, std::optional<People> total) {
    GroupFigures group{total, {}};
    if (!total || (!has_weight(zone) && People{} < *total)) {
        return group;
    }
    for (const HazardFigures& hazard : zone.by_hazard) {
        group.by_hazard.push_back(by_part(hazard, *total));
    }
    return group;
}

}  // namespace papar
