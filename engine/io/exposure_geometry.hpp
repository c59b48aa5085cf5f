// Geometries of exposure features: of which kind they are, and their points and lines.
#pragma once

#include "engine/io/exposure_settings.hpp"
#include "engine/io/ogr_handles.hpp"
#include "engine/zones/zone.hpp"

#include <string>
#include <vector>

namespace papar {

// Throws Error(input), beginning with `subject`, for a geometry that is not of the kind, and says which kind fits.
// Polygons may stand in a collection with other parts, which zones_shape.hpp leaves out.
void require_kind(OGRGeometryH geometry, ExposureKind kind, const std::string& exposure_id, const std::string& subject);

// The points of a geometry. Throws Error(input) for coordinates that are not finite.
[[nodiscard]] std::vector<Vertex> points_of(OGRGeometryH geometry, const std::string& subject);

// The lines of a geometry, one run of vertices a ring (open, and `polygons` empty): so they can be reprojected as
// shapes are. Curves are linearised by OGR's default step; a run of fewer than two vertices is left out. Throws
// Error(input) for coordinates that are not finite.
[[nodiscard]] Shape lines_of(OGRGeometryH geometry, const std::string& subject);

}  // namespace papar
