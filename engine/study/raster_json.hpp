// The keys of any section that names a raster, in the run record.
#pragma once

#include "engine/io/input_settings.hpp"

#include <nlohmann/json.hpp>

namespace papar {

void add_raster(const RasterInput& raster, nlohmann::ordered_json& json);

}  // namespace papar
