// Where the features of a GeoPackage layer lie.
#pragma once

#include "engine/output/json_text.hpp"
#include "engine/output/sqlite_file.hpp"

#include <cstdint>
#include <map>
#include <string>

namespace papar {

class LayerBoxes {
public:
    // Reads the layer's R-tree, whose boxes are rounded outwards to single precision. Empty for a layer without a
    // coordinate system.
    LayerBoxes(SqliteFile& tables, const std::string& layer);

    // [west, south, east, north] in degrees; null for a feature without a shape.
    [[nodiscard]] Json of(std::int64_t fid) const;

private:
    std::map<std::int64_t, Json> boxes_;
};

}  // namespace papar
