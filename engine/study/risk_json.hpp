// The sections [profile], [capacity], [document] and [[exposure]] in the run record, with the study file's keys.
#pragma once

#include "engine/study/study.hpp"

#include <nlohmann/json.hpp>

namespace papar {

// Adds them to the settings of a study that has a profile. The profile is written out in full, so that the record
// depends on no file.
void add_risk(const Study& study, nlohmann::ordered_json& settings);

}  // namespace papar
