// The whole program in one call: a study in, a complete output folder out.
#pragma once

#include "engine/base/progress.hpp"
#include "engine/io/raster_file.hpp"
#include "engine/output/run_facts.hpp"
#include "engine/overlay/statistics.hpp"
#include "engine/overlay/variant_result.hpp"
#include "engine/risk/risk_result.hpp"
#include "engine/study/study.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace papar {

struct RunOptions {
    int threads = 0;                       // 0: all cores
    bool strict = false;                   // any finding is an Error of kind `input`, before anything is written
    Decoder decoder = Decoder::automatic;  // who decodes the rasters: the figures are the same
    ProgressCallback progress;
};

struct RunReport {
    RunFacts facts;
    OverlayResult result;
    std::optional<RiskResult> risk;       // where the study has a profile
    std::vector<VariantResult> variants;  // none where the study names no alternatives
    std::filesystem::path folder;
};

// Opens, calculates, writes. Either the output folder is complete or it is as it was before.
[[nodiscard]] RunReport run(const Study& study, const RunOptions& options);

struct CheckReport {
    Grid grid;  // the analysis grid
    std::string crs_label;
    std::vector<std::string> layers;  // one sentence a layer
    std::int64_t zones = 0;
    std::int64_t vertices = 0;
    std::int64_t blocks = 0;
    std::int64_t blocks_with_zones = 0;
    std::uint64_t bytes_to_read = 0;  // decoded
    double estimated_seconds = 0;
    Findings findings;
};

// Everything up to the calculation; writes nothing.
[[nodiscard]] CheckReport check(const Study& study, const RunOptions& options);

}  // namespace papar
