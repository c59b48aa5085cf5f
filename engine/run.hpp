// The whole program as two functions: everything, or everything up to the calculation.
#pragma once

#include "engine/base/finding.hpp"
#include "engine/base/progress.hpp"
#include "engine/grid/grid.hpp"
#include "engine/output/run_facts.hpp"
#include "engine/overlay/statistics.hpp"
#include "engine/study/study.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace papar {

struct RunOptions {
    int threads = 0;      // 0: all cores
    bool strict = false;  // findings become an Error of kind `input` before any output is committed
    ProgressCallback progress;
};

struct RunReport {
    RunFacts facts;
    OverlayResult result;
    std::filesystem::path folder;  // where the outputs are
};

// Opens the inputs, calculates, and writes the outputs: all of them, or none.
[[nodiscard]] RunReport run(const Study& study, const RunOptions& options);

// What `papar check` prints.
struct CheckReport {
    Grid grid;              // the analysis grid
    std::string crs_label;  // its CRS, for people
    std::int64_t zones = 0;
    std::int64_t vertices = 0;
    std::int64_t blocks = 0;
    std::int64_t blocks_with_zones = 0;
    std::uint64_t bytes_to_read = 0;
    double estimated_seconds = 0;
    Findings findings;
    std::vector<std::string> layers;  // one line an input
};

// Everything up to the calculation; writes nothing.
[[nodiscard]] CheckReport check(const Study& study, const RunOptions& options);

}  // namespace papar
