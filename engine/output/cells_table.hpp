// The cells that make up a zone's figures, as a table and as shapes: what `papar explain` hands to a GIS.
#pragma once

#include "engine/grid/grid.hpp"
#include "engine/output/output_settings.hpp"
#include "engine/overlay/explain.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace papar {

// The cells of one zone under one hazard.
struct CellsOfHazard {
    std::string id;
    std::vector<std::string> labels;  // of the classes
    const Explanation& explanation;
};

// Writes a GeoPackage with the layer "sel": every cell as a square with its fraction, values, class and what it adds
// to the zone. The file takes its name when it is whole; an existing one is refused (Error of kind usage).
void write_cells(const std::filesystem::path& path, const Grid& grid, const std::string& crs_wkt,
                 const std::vector<CellsOfHazard>& hazards, Language language);

}  // namespace papar
