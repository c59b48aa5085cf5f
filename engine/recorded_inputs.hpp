// A study that is a run record repeats that run only with the same inputs, byte for byte.
#pragma once

#include "engine/base/finding.hpp"
#include "engine/input_hashes.hpp"
#include "engine/study/study.hpp"

#include <vector>

namespace papar {

// Hashes every file that the study's record names. The first in the record's order that is gone or has changed is an
// Error of kind `input`; where the study accepts changed inputs, each is a finding "record.input_changed". Nothing for
// a study that is no record.
[[nodiscard]] Findings compare_recorded_inputs(const Study& study);

// The same for files that are used now and that the record does not name: "record.input_added".
[[nodiscard]] Findings find_unrecorded_inputs(const Study& study, const std::vector<UsedFile>& files);

}  // namespace papar
