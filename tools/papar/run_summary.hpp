// What a finished run says: where everybody went, and what a reader of the result must know.
#pragma once

#include "engine/run.hpp"

#include <string>

namespace papar {

// The balance as a table: people in the raster, in zones by class for every hazard, outside, counted twice.
[[nodiscard]] std::string balance_text(const RunReport& report);

// The number of findings, then each sentence on its line.
[[nodiscard]] std::string findings_text(const Findings& findings);

}  // namespace papar
