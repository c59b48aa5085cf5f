#include "engine/study/raster_json.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace papar {

namespace {

using Json = nlohmann::ordered_json;

// JSON has no infinity: the largest number stands for it, as beyond 1e20 the sign alone decides. NaN is no data anyway.
Json nodata_json(const std::vector<double>& values) {
    constexpr double largest = std::numeric_limits<double>::max();
    Json json = Json::array();
    for (const double value : values) {
        if (!std::isnan(value)) json.push_back(std::clamp(value, -largest, largest));
    }
    return json;
}

}  // namespace

void add_raster(const RasterInput& raster, Json& json) {
    json["file"] = raster.name;
    json["band"] = raster.band;
    json["assume_crs"] = raster.assume_crs;
    json["nodata"] = nodata_json(raster.nodata);
}

}  // namespace papar
