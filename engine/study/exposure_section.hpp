// One [[exposure]] of the study file: what is exposed beside people.
#pragma once

#include "engine/io/exposure_settings.hpp"
#include "engine/study/section.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace papar {

[[nodiscard]] const std::vector<std::string>& exposure_keys();

// `folder`: what paths start from.
[[nodiscard]] ExposureInput read_exposure(const Section& section, const std::filesystem::path& folder);

}  // namespace papar
