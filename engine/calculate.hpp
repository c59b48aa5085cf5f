// The figures of a prepared study: overlay, people after the study's model, sums of the levels.
#pragma once

#include "engine/overlay/block_observer.hpp"
#include "engine/prepare.hpp"

#include <vector>

namespace papar {

struct Calculated {
    OverlayResult result;
    std::vector<People> raster_people;  // of each zone, before a table said how many there are
};

// `observer` (may be null) sees every block with zones. Throws as `overlay` does, and an Error of kind `input` when
// people were lost on the way from another CRS.
[[nodiscard]] Calculated calculate(const Study& study, const Prepared& prepared, const ProgressCallback& progress,
                                   BlockObserver* observer = nullptr);

}  // namespace papar
