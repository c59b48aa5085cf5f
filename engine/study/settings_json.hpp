// The study as part of the run record.
#pragma once

#include "engine/study/study.hpp"

#include <string>

namespace papar {

// The study in full as resolved, defaults included, as a JSON object with the study file's keys in a fixed order.
// Paths are as the study wrote them. The output folder is left out: equal runs into two folders have equal records.
[[nodiscard]] std::string settings_as_json(const Study& study);

}  // namespace papar
