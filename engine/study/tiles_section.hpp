// The section [tiles] of the study file.
#pragma once

#include "engine/study/section.hpp"
#include "engine/tiles/tiles_settings.hpp"

#include <nlohmann/json.hpp>

#include <filesystem>
#include <string>
#include <vector>

namespace papar {

[[nodiscard]] const std::vector<std::string>& tiles_keys();

// `folder`: what paths start from.
[[nodiscard]] TilesSettings read_tiles(const Section& section, const std::filesystem::path& folder);

// The same as the run record has it, so that a record can be run again.
[[nodiscard]] nlohmann::ordered_json tiles_json(const TilesSettings& tiles);

}  // namespace papar
