// A histogram in few characters, for thousands of zones.
#pragma once

#include "engine/output/json_text.hpp"
#include "engine/web/histograms.hpp"

namespace papar {

// The bins with people as runs [first bin, people, people, ...], people to 0.1. Not the bins are rounded but the people
// from each bin on: a threshold, which counts those, is right to 0.05 wherever it is. People are not negative.
[[nodiscard]] Json histogram_runs(const Histogram& people);

}  // namespace papar
