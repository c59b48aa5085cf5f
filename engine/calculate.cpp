#include "engine/calculate.hpp"

#include "engine/overlay/people_model.hpp"
#include "engine/overlay/roll_up.hpp"

namespace papar {

OverlayResult calculate(const Study& study, const Prepared& prepared, const ProgressCallback& progress) {
    const OverlayInput input = prepared.overlay_input(study);
    OverlayResult result = overlay(input, progress);
    if (study.grid.extent == Extent::rasters) {
        refuse_lost_people(prepared.rasters, result.balance.in_raster);
    }
    apply_people_model(study.population, prepared.official, input, result, progress);
    roll_up(prepared.zones.layer, result);
    return result;
}

}  // namespace papar
