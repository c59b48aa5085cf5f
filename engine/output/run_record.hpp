// The run record: what a result was made of and by what, so that it can be checked and made again.
#pragma once

#include "engine/output/json_text.hpp"
#include "engine/output/result_view.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace papar {

// A finished file of the output folder.
struct OutputFile {
    std::string name;
    std::uint64_t bytes = 0;
    std::string sha256;
};

// Versions, study with all settings, inputs, grid, findings, balance, that of variants: equal for equal runs. People
// are rounded to 1e-9. The GeoPackage carries it as metadata. Throws an Error of kind failed if RunFacts::settings_json
// is no JSON.
[[nodiscard]] Json run_record(const ResultView& view);

// The same, with the other output files and, as "run", the study's folder, threads and timings: the one part that
// differs between equal runs. This is run.json, which can be run again like a study.
[[nodiscard]] Json full_run_record(const ResultView& view, const std::vector<OutputFile>& outputs);

}  // namespace papar
