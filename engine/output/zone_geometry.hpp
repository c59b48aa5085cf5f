// Zone shapes as OGR geometries.
#pragma once

#include "engine/zones/zone.hpp"

#include <ogr_geometry.h>

#include <memory>

namespace papar {

[[nodiscard]] std::unique_ptr<OGRMultiPolygon> ogr_geometry(const Shape& shape);

}  // namespace papar
