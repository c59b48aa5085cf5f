// The point that a zone layer names for each zone, in two of its columns.
#pragma once

#include "engine/io/zones_layer_file.hpp"
#include "engine/zones/zone.hpp"

#include <optional>
#include <string>

namespace papar {

// Longitude and latitude in degrees on WGS 84, whatever the layer's CRS; nothing where one of the two is NULL. Throws
// Error(input), beginning with `subject`, for what is no number or no place on Earth.
[[nodiscard]] std::optional<Vertex> zone_point(OGRFeatureH feature, const PointFields& fields,
                                               const std::string& subject);

}  // namespace papar
