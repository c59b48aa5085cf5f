// From exposure to risk: what a study with a profile needs beside its overlay, and its result.
#pragma once

#include "engine/calculate.hpp"
#include "engine/risk/exposure_layer.hpp"
#include "engine/risk/method.hpp"
#include "engine/risk/raster_plan.hpp"
#include "engine/risk/risk_result.hpp"
#include "engine/zones/zone_capacity.hpp"

#include <optional>
#include <vector>

namespace papar {

struct PreparedRisk {
    RiskQuestion question;
    RiskMethod method;
    std::vector<UsedEntry> used;  // entries of the profile
    std::vector<ExposureLayer> layers;
    std::vector<ExposureFacts> facts;    // parallel to the layers
    std::vector<ZoneCapacity> capacity;  // parallel to the zones
    RasterPlan rasters;
    std::vector<UsedFile> files;
    Findings findings;
};

// Nothing for a study without a profile. Throws as resolve_method, read_exposure_layer and read_capacity do.
[[nodiscard]] std::optional<PreparedRisk> prepare_risk(const Study& study, const Prepared& prepared);

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
