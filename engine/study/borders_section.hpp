// The section [borders] of the study file, and the keys of [zones] that concern borders.
#pragma once

#include "engine/io/input_settings.hpp"
#include "engine/study/section.hpp"
#include "engine/zones/border_settings.hpp"

#include <string>
#include <vector>

namespace papar {

[[nodiscard]] const std::vector<std::string>& borders_keys();
[[nodiscard]] BorderSettings read_borders(const Section& section);

// `overlap` and `point` of [zones].
void read_zone_borders(const Section& section, ZonesInput& zones);

}  // namespace papar
