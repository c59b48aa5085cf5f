#include "engine/overlay/scale_people.hpp"

#include "engine/overlay/apportion.hpp"
#include "engine/overlay/hazard_classes.hpp"

#include <algorithm>
#include <cstddef>
#include <span>
#include <vector>

namespace papar {

namespace {

using Weights = std::vector<__int128>;

// Rounding may leave a sum of bins a little below zero.
__int128 weight(People people) {
    return std::max(people, People{}).units();
}

// The parts of a zone under one hazard: classes, no hazard, no data.
Weights part_weights(const HazardFigures& figures) {
    Weights weights;
    for (const Figures& each : figures.classes) {
        weights.push_back(weight(each.people));
    }
    weights.push_back(weight(figures.no_hazard.people));
    weights.push_back(weight(figures.no_data.people));
    return weights;
}

bool any(std::span<const __int128> weights) {
    return std::ranges::any_of(weights, [](__int128 each) { return each > 0; });
}

std::vector<People> shared_out(People total, Weights weights) {
    if (!any(weights)) {
        weights.front() = 1;  // nobody, or a class whose people are all rounding: its lowest bin
    }
    std::vector<People> parts;
    for (const __int128 part : apportion(total.units(), weights)) {
        parts.push_back(People::from_units(part));
    }
    return parts;
}

// Bins of each class add up to its people.
std::vector<People> scaled_bins(const HazardFigures& scaled, const std::vector<People>& bins) {
    std::vector<People> all;
    const bool anybody = std::ranges::any_of(scaled.classes, [](const Figures& f) { return People{} < f.people; });
    for (std::size_t c = 0; anybody && c < scaled.classes.size(); ++c) {
        Weights weights(bins_per_class, 0);
        for (std::size_t bin = 0; !bins.empty() && bin < bins_per_class; ++bin) {
            weights[bin] = weight(bins[c * bins_per_class + bin]);
        }
        const std::vector<People> parts = shared_out(scaled.classes[c].people, std::move(weights));
        all.insert(all.end(), parts.begin(), parts.end());
    }
    return all;
}

void scale_hazard(HazardFigures& hazard, const HazardFigures& weights, People total) {
    const std::vector<People> parts = shared_out(total, part_weights(weights));
    const std::size_t classes = hazard.classes.size();
    const std::vector<People> bins = weights.histogram;
    for (std::size_t c = 0; c < classes; ++c) {
        hazard.classes[c].people = parts[c];
    }
    hazard.no_hazard.people = parts[classes];
    hazard.no_data.people = parts[classes + 1];
    hazard.histogram = scaled_bins(hazard, bins);
}

// Each hazard's parts are rounded by themselves, so the union is held between the largest of them and their sum.
People scaled_union(const ZoneFigures& scaled, People any_weight, People all_weight, People total) {
    People largest;
    People sum;
    for (const HazardFigures& hazard : scaled.by_hazard) {
        const People exposed = hazard.exposed().people;
        largest = std::max(largest, exposed);
        sum += exposed;
    }
    const People rest = all_weight - std::min(any_weight, all_weight);
    const People scaled_any = shared_out(total, {weight(any_weight), weight(rest)}).front();
    return std::clamp(scaled_any, largest, std::max(largest, std::min(sum, total)));
}

}  // namespace

bool has_weight(const ZoneFigures& weights) {
    return People{} < weights.people && std::ranges::all_of(weights.by_hazard, [](const HazardFigures& hazard) {
               return any(part_weights(hazard));
           });
}

void scale_people(ZoneFigures& zone, const ZoneFigures& weights, People total) {
    const People any_weight = weights.people_any_hazard;
    const People all_weight = weights.people;
    for (std::size_t hazard = 0; hazard < zone.by_hazard.size(); ++hazard) {
        scale_hazard(zone.by_hazard[hazard], weights.by_hazard[hazard], total);
    }
    zone.people = total;
    zone.people_any_hazard = scaled_union(zone, any_weight, all_weight, total);
}

void forget_people(ZoneFigures& zone) {
    scale_people(zone, zone, People());
    zone.people_known = false;
}

}  // namespace papar
