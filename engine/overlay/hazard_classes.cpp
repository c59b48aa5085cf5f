#include "engine/overlay/hazard_classes.hpp"

#include <algorithm>

namespace papar {

namespace {

// Lower limits of all classes.
std::vector<double> class_floors(const HazardClasses& classes) {
    std::vector<double> floors{classes.no_hazard};
    if (classes.kind == HazardKind::classes) {
        floors.insert(floors.end(), classes.codes.begin(), classes.codes.end() - 1);
    } else {
        floors.insert(floors.end(), classes.breaks.begin(), classes.breaks.end());
    }
    return floors;
}

}  // namespace

double histogram_top(const HazardClasses& classes) {
    switch (classes.kind) {
        case HazardKind::index:
            return 1.0;
        case HazardKind::classes:
            return classes.codes.back();
        case HazardKind::quantity:
        case HazardKind::shapes:
            break;
    }
    if (classes.breaks.empty()) {
        return classes.no_hazard + 1;
    }
    return classes.breaks.back() + std::max(classes.breaks.back() - classes.no_hazard, 0.0);
}

std::vector<double> histogram_edges(const HazardClasses& classes) {
    std::vector<double> floors = class_floors(classes);
    floors.push_back(histogram_top(classes));
    std::vector<double> edges;
    for (std::size_t c = 0; c + 1 < floors.size(); ++c) {
        for (std::size_t bin = 0; bin < bins_per_class; ++bin) {
            const double share = static_cast<double>(bin) / static_cast<double>(bins_per_class);
            edges.push_back(floors[c] + (floors[c + 1] - floors[c]) * share);
        }
    }
    edges.push_back(floors.back());
    return edges;
}

}  // namespace papar
