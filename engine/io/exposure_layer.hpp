// An exposure layer of polygons, points or lines from a file, cut by zones and cells.
#pragma once

#include "engine/base/finding.hpp"
#include "engine/grid/cell_area.hpp"
#include "engine/grid/grid.hpp"
#include "engine/io/exposure_settings.hpp"
#include "engine/zones/exposure_pieces.hpp"
#include "engine/zones/zone_layer.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace papar {

struct ExposureRead {
    ExposurePieces pieces;
    Findings findings;
    std::vector<std::filesystem::path> files;  // the file and its side-cars
};

// Opens the layer as zones are (GeoPackage, Shapefile, GeoJSON, FlatGeobuf; polygons closed and repaired), brings it
// into the grid's CRS with its edges followed as those of zones are, and cuts it. Features overlap as they like; each
// counts. How each kind is cut: exposure_polygons.hpp, exposure_points.hpp, exposure_lines.hpp. Features without
// geometry are left out of the result (`exposure.empty`); what lies outside zones and grid does not count
// (`exposure.outside`). Other findings: those of zones_file.hpp, as `exposure.*`, and `exposure.multipoints`. Their
// subject is the layer's id. The same for any number of threads.
// Throws Error(usage) for a layer or column that is not there, Error(input) for what is unfit in the file: a geometry
// of another kind, a value that is no number, negative or missing.
// Precondition: kind polygons, points or lines; lines have no values.
[[nodiscard]] ExposureRead read_exposure_layer(const ExposureInput& input, const ZoneLayer& zones,
                                               const std::string& grid_crs_wkt, const Grid& grid,
                                               const CellArea& cell_area);

}  // namespace papar
