// Reads the entries of a profile: from a profile file, from a study, from a run record.
#pragma once

#include "engine/risk/profile_settings.hpp"

#include <toml++/toml.h>

#include <string>

namespace papar {

// Adds every entry of `table` to the profile, over those it has. Tables nest: social.density.weight may be written
// [social.density] weight = ... or "social.density.weight" = ...; what has a key `value` is an entry. `file` is the
// table's file as the user gave it. Errors are of kind `usage` and begin with the place.

// { value = ..., source = "...", status = "seen" }: all three are required.
void add_sourced_entries(const toml::table& table, const std::string& file, Profile& profile);
// Bare values; their source is the study.
void add_study_entries(const toml::table& table, const std::string& file, Profile& profile);

// Weights of one sum add up to 1 where all of them are there, and never to more. Throws an Error of kind `usage` that
// names the sum.
void require_weight_sums(const Profile& profile);

}  // namespace papar
