// The sections [[exposure]] of the study.
#pragma once

#include "engine/io/exposure_settings.hpp"
#include "engine/study/section.hpp"

#include <filesystem>
#include <vector>

namespace papar {

// `study` is the whole document. `folder`: what paths start from.
[[nodiscard]] std::vector<ExposureInput> read_exposures(const Section& study, const std::filesystem::path& folder);

}  // namespace papar
