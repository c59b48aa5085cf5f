// The vector hazards of a study, read and cut with the zones.
#pragma once

#include "engine/base/finding.hpp"
#include "engine/io/vector_hazard.hpp"
#include "engine/study/study.hpp"
#include "engine/zones/hazard_pieces.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace papar {

// Lists parallel to the study's hazards have nothing for a raster.
struct StudyVectors {
    std::vector<std::optional<VectorHazardCounts>> counts;
    std::vector<std::vector<std::filesystem::path>> files;
    HazardPieces pieces;
    Findings findings;
};

// On the zones' shapes in the CRS of the analysis grid. Throws as read_vector_hazard and cut_with_zones do.
[[nodiscard]] StudyVectors cut_vectors(const Study& study, const ZoneLayer& zones, const std::string& grid_crs_wkt,
                                       const Grid& grid);

}  // namespace papar
