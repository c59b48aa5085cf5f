// Writes a result: krb.gpkg, exposure.csv, zones.csv, datapackage.json, run.json; groups.csv and population_matches.csv
// where the study has groups and a population table; risk.csv, method.csv and facilities.csv where it has a profile.
#pragma once

#include "engine/base/progress.hpp"
#include "engine/output/output_settings.hpp"
#include "engine/output/run_facts.hpp"
#include "engine/overlay/statistics.hpp"
#include "engine/overlay/variant_result.hpp"
#include "engine/risk/risk_result.hpp"
#include "engine/zones/zone_layer.hpp"

#include <filesystem>
#include <span>
#include <string>

namespace papar {

// Writes all output files into `folder` (the staging folder), where `others` (rasters, documents: names from the
// folder) are already, and verifies each after writing. Equal results give
// equal bytes, but for "run" in run.json. Figures of zones are rounded to 1e-6 person and 1e-6 ha, the same in every
// file. Throws an Error of kind output when a file cannot be written, usage when hazard ids lead to equal column
// names, interrupted when `progress` (stage "output", unit "steps"; may be empty) returns false.
void write_outputs(const std::filesystem::path& folder, const RunFacts& facts, const ZoneLayer& layer,
                   const OverlayResult& result, const OutputSettings& settings, const ProgressCallback& progress,
                   std::span<const VariantResult> variants = {}, const RiskResult* risk = nullptr,
                   std::span<const std::string> others = {});

}  // namespace papar
