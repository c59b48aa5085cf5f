// Who says how many people a zone has: after the overlay, the figures of each zone are brought to its official total,
// and the groups are told apart. docs/method/people.md.
#pragma once

#include "engine/base/progress.hpp"
#include "engine/io/population_settings.hpp"
#include "engine/overlay/overlay.hpp"
#include "engine/zones/official_people.hpp"

#include <optional>

namespace papar {

// Model `table`: the overlay took weights for people. Model `calibrated`: it took those of the raster. Both: every zone
// gets the total of the table, spread as the overlay found it, to the last 1e-9 person; a zone where nothing weighs
// anything is overlaid once more with its area as weight; a zone without row has unknown people; the balances become
// those of the table. Groups are added for every model. `input` is what `result` came from; `official` is there unless
// the study has no table.
void apply_people_model(const PopulationInput& settings, const std::optional<OfficialPeople>& official,
                        const OverlayInput& input, OverlayResult& result, const ProgressCallback& progress);

}  // namespace papar
