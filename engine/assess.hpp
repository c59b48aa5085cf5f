// From exposure to risk: the result of a study with a profile.
#pragma once

#include "engine/calculate.hpp"
#include "engine/prepare_risk.hpp"
#include "engine/risk/raster_sink.hpp"
#include "engine/risk/risk_result.hpp"

namespace papar {

struct Assessed {
    OverlayResult result;
    RiskResult risk;
};

// Overlay and risk in one pass; in two where cells cannot be judged before whole zones are summed (people of a table,
// limits that count over zones, environmental vulnerability). `sink` (may be null) takes the rasters of
// PreparedRisk::rasters.
[[nodiscard]] Assessed assess(const Study& study, const Prepared& prepared, const PreparedRisk& risk, RasterSink* sink,
                              const ProgressCallback& progress);

}  // namespace papar
