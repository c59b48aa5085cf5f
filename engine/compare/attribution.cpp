#include "engine/compare/attribution.hpp"

#include <algorithm>

namespace papar {

namespace {

bool recorded(const Comparison& comparison, Cause cause, const std::string& hazard = {}) {
    return std::ranges::any_of(comparison.changes, [&](const RecordChange& change) {
        return change.cause == cause && (cause != Cause::hazard || change.hazard == hazard);
    });
}

}  // namespace

void attribute(const Comparison& comparison, ComparedZone& zone) {
    for (std::size_t h = 0; h < zone.hazards.size(); ++h) {
        ComparedHazard& hazard = zone.hazards[h];
        if (!hazard.differs) {
            continue;
        }
        if (zone.in != ComparedZone::In::both) {
            hazard.causes = {Cause::border};
            continue;
        }
        const bool areas = std::ranges::any_of(hazard.parts, [](const ComparedFigures& f) { return f.ha.differs(); });
        const bool people =
            std::ranges::any_of(hazard.parts, [](const ComparedFigures& f) { return f.people.differs(); });
        const bool other_area = recorded(comparison, Cause::border) && zone.whole.ha.differs();
        if (zone.border_moved || other_area) {
            hazard.causes.insert(Cause::border);
        }
        if (recorded(comparison, Cause::population) && (zone.whole.people.differs() || (people && !areas))) {
            hazard.causes.insert(Cause::population);
        }
        if (recorded(comparison, Cause::hazard, comparison.hazards[h].id) && areas) {
            hazard.causes.insert(Cause::hazard);
        }
        if (recorded(comparison, Cause::method)) {
            hazard.causes.insert(Cause::method);
        }
        if (hazard.causes.empty() && recorded(comparison, Cause::program)) {
            hazard.causes.insert(Cause::program);
        }
    }
}

}  // namespace papar
