// The sections of the risk assessment in the run record.
#pragma once

#include "engine/study/study.hpp"

#include <nlohmann/json.hpp>

namespace papar {

// Adds profile (with every entry, so that the record needs no other file), capacity, exposure and document. Nothing
// without a profile.
void add_risk_sections(const Study& study, nlohmann::ordered_json& json);

}  // namespace papar
