// A comparison for programs.
#pragma once

#include "engine/compare/comparison.hpp"
#include "engine/output/json_text.hpp"

#include <map>
#include <string>
#include <utility>
#include <vector>

namespace papar {

// Zones under one hazard that differ for the same causes.
struct ChangeByCause {
    std::string hazard;
    Causes causes;
    std::int64_t zones = 0;
    // People, zones in one result only included.
    double exposed = 0;  // change of all classes together
    double gained = 0;   // sum over zones and parts (classes, no hazard, no data) that grow
    double lost = 0;     // the same for those that shrink: not above 0
};

// By hazard, then by causes.
[[nodiscard]] std::vector<ChangeByCause> changes_by_cause(const Comparison& comparison);

// Whether the results are equal, what their records differ in, zones in one result only, totals, changes by cause.
[[nodiscard]] Json comparison_json(const Comparison& comparison);

}  // namespace papar
