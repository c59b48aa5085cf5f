// The keys `file`, `band`, `assume_crs` and `nodata` of any section that names a raster.
#pragma once

#include "engine/io/input_settings.hpp"
#include "engine/study/section.hpp"

#include <filesystem>

namespace papar {

// `folder`: what paths start from.
[[nodiscard]] RasterInput read_raster(const Section& section, const std::filesystem::path& folder);

}  // namespace papar
