// Circles of given radii round the points of a layer.
#pragma once

#include "engine/base/finding.hpp"
#include "engine/grid/grid.hpp"
#include "engine/io/input_settings.hpp"
#include "engine/zones/zone.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace papar {

struct PointBuffers {
    std::string layer;
    std::string crs_wkt;  // of the file
    std::size_t features = 0;
    std::vector<std::vector<Shape>> circles;  // of every radius, one a point; in the CRS of the grid
    Findings findings;
    std::vector<std::filesystem::path> files;
};

// Points and multipoints of any dimension (Z and M are dropped); every point of a multipoint has its circle. A feature
// without geometry gives the finding `zones.empty`. Throws Error(input) for other geometries, a layer without
// features, coordinates that are no place, and a circle that reaches over a pole or the 180° meridian.
[[nodiscard]] PointBuffers read_point_buffers(const ZonesInput& input, const std::vector<double>& radii_km,
                                              const std::string& grid_crs_wkt, const Grid& grid);

}  // namespace papar
