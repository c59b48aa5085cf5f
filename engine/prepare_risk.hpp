// What a study with a profile needs beside its overlay: the method, what is exposed, and capacity.
#pragma once

#include "engine/prepare.hpp"
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

// Nothing for a study without a profile. Throws as resolve_method, read_exposure_layer, read_capacity and check_template
// do.
[[nodiscard]] std::optional<PreparedRisk> prepare_risk(const Study& study, const Prepared& prepared);

}  // namespace papar
