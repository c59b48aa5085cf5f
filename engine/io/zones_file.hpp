// Zones from a file, fit for the calculation.
#pragma once

#include "engine/base/finding.hpp"
#include "engine/grid/grid.hpp"
#include "engine/io/input_settings.hpp"
#include "engine/io/polygon_faults.hpp"
#include "engine/zones/zone_layer.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace papar {

// Beside the shapes, what the border report needs to know of each zone.
struct ZoneExtras {
    std::vector<PolygonFault> faults;  // what was repaired
    std::optional<Vertex> point;       // the zone's own, in degrees on WGS 84
};

struct ZonesRead {
    ZoneLayer layer;
    std::vector<ZoneExtras> extras;  // parallel to the zones
    Findings findings;
    std::vector<std::filesystem::path> files;  // the file and its side-cars (.shx, .dbf, .prj, .cpg ...), to be hashed
};

// Reads the layer (GeoPackage, Shapefile, GeoJSON, FlatGeobuf), closes and repairs its polygons, joins features with
// one code into one zone, finds the areas of the levels above, and brings the zones into the grid's CRS where it
// differs. Findings: see zones_stand_in_codes.hpp, zones_join.hpp, zones_findings.hpp, zones_levels.hpp and
// zones_reproject.hpp. Throws Error(usage) for a layer or column that is not there, Error(input) for anything in the
// file that is unfit.
[[nodiscard]] ZonesRead read_zones(const ZonesInput& input, const std::string& grid_crs_wkt, const Grid& grid);

}  // namespace papar
