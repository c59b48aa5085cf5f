// What differs between the run records of two results: inputs, settings, program.
#pragma once

#include "engine/output/json_text.hpp"

#include <string>
#include <vector>

namespace papar {

// What a change of an input or a setting can do to the figures.
enum class Cause {
    none,        // wording, bounds of variants
    border,      // the zones: their shapes
    population,  // where people are
    hazard,      // one hazard: its raster or its classes
    method,      // grid, areas, anything that can touch every figure
    program,     // another version of papar or of a library
};

struct RecordChange {
    enum class What { input, setting, version } what = What::input;
    std::string key;  // an input's role, a setting's key ("hazard.banjir.breaks"), a program's name
    std::string a;    // in words; empty where there is none
    std::string b;
    Cause cause = Cause::none;
    std::string hazard;  // the id, for Cause::hazard
};

// Inputs by role and content, settings key by key, versions; in this order, each in the order of B's record.
[[nodiscard]] std::vector<RecordChange> record_changes(const Json& a, const Json& b);

}  // namespace papar
