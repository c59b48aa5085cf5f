// A vector hazard from a file, in the CRS of the analysis grid.
#pragma once

#include "engine/base/finding.hpp"
#include "engine/grid/grid.hpp"
#include "engine/io/vector_hazard_settings.hpp"
#include "engine/zones/zone.hpp"

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace papar {

struct HazardShape {
    std::size_t class_index = 0;  // from the lowest, 0
    Shape shape;
};

// What was found in the file, for the run record.
struct VectorHazardCounts {
    std::string layer;
    std::string crs_wkt;                // of the file
    std::size_t features = 0;           // all of them
    std::size_t duplicates = 0;         // exact repetitions within a class; each counts once
    std::size_t no_hazard = 0;          // of a class that the study maps to "no hazard"
    std::vector<std::size_t> by_class;  // polygons, or circles, of every class
};

struct VectorHazardRead {
    // By class and coordinates: an order that does not depend on the file's. No two are equal; they may overlap.
    std::vector<HazardShape> shapes;
    VectorHazardCounts counts;
    Findings findings;
    std::vector<std::filesystem::path> files;
};

// Polygons are read as zones are (zones_file.hpp); points become circles (geodesic_circle.hpp). `classes` is their
// number, `id` the hazard's. Findings: those of zones as `hazard.…`, and `hazard.duplicates`. Throws Error(usage) for a
// layer or column that is not there, Error(input) for whatever is unfit in the file; a text in the class column that
// the study does not name is, with the number of features that have it.
[[nodiscard]] VectorHazardRead read_vector_hazard(const VectorHazardInput& input, const std::string& id,
                                                  std::size_t classes, const std::string& grid_crs_wkt,
                                                  const Grid& grid);

}  // namespace papar
