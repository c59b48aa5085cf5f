// What the viewer must know of the study: hazards, classes, levels, words.
#pragma once

#include "engine/output/json_text.hpp"
#include "engine/web/histograms.hpp"
#include "engine/web/result_file.hpp"

namespace papar {

// The keys of hasil.json from "format" to "exposures"; see docs/viewer.md.
[[nodiscard]] Json study_data(ResultFile& result, const Histograms& histograms);

}  // namespace papar
