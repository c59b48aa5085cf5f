// Values of the study from the command line: `--set zones.layer=desa`.
#pragma once

#include "engine/study/read_study.hpp"

#include <toml++/toml.h>

#include <string>

namespace papar {

// Puts the value into the parsed study file as if it had been written there. A key is "section.key" or
// "hazard.<id>.key", "exposure.<id>.key" or "profile.set.<path>". The value is TOML; a value that is not TOML is a
// string as it stands, unless it begins like a list, a table or a quoted string. Its place in sentences is "--set
// <key>". `breaks` of a hazard replace its `classes`, and the reverse.
void apply_override(toml::table& study, const Override& override);

}  // namespace papar
