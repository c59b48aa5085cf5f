// The figures of a prepared study: overlay, people after the study's model, sums of the levels.
#pragma once

#include "engine/prepare.hpp"

namespace papar {

// Throws as `overlay` does, and an Error of kind `input` when people were lost on the way from another CRS.
[[nodiscard]] OverlayResult calculate(const Study& study, const Prepared& prepared, const ProgressCallback& progress);

}  // namespace papar
