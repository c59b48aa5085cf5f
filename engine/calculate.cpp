#include "engine/calculate.hpp"

#include "engine/overlay/people_model.hpp"
#include "engine/overlay/roll_up.hpp"

namespace papar {

Calculated calculate(const Study& study, const Prepared& prepared, const ProgressCallback& progress,
                     BlockObserver* observer) {
    const OverlayInput input = prepared.overlay_input(study);
    Calculated calculated{overlay(input, progress, observer), {}};
    OverlayResult& result = calculated.result;
    if (study.grid.extent == Extent::rasters) {
        refuse_lost_people(prepared.rasters, result.balance.in_raster);
    }
    for (const ZoneFigures& zone : result.zones) {
        calculated.raster_people.push_back(zone.people);
    }
    apply_people_model(study.population, prepared.official, input, result, progress);
    roll_up(prepared.zones.layer, result);
    return calculated;
}

}  // namespace papar
