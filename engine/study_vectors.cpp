#include "engine/study_vectors.hpp"

#include "engine/io/cut_hazards.hpp"

#include <utility>

namespace papar {

StudyVectors cut_vectors(const Study& study, const ZoneLayer& zones, const std::string& grid_crs_wkt,
                         const Grid& grid) {
    StudyVectors vectors;
    std::vector<DrawnHazard> drawn;
    for (std::size_t i = 0; i < study.hazards.size(); ++i) {
        const HazardSettings& hazard = study.hazards[i];
        vectors.counts.emplace_back();
        vectors.files.emplace_back();
        if (!hazard.vector) {
            continue;
        }
        VectorHazardRead read =
            read_vector_hazard(*hazard.vector, hazard.id, hazard.classes.count(), grid_crs_wkt, grid);
        vectors.findings.insert(vectors.findings.end(), read.findings.begin(), read.findings.end());
        vectors.counts.back() = std::move(read.counts);
        vectors.files.back() = std::move(read.files);
        drawn.push_back({i, hazard.id, std::move(read.shapes)});
    }
    vectors.pieces = cut_with_zones(zones, drawn);
    return vectors;
}

}  // namespace papar
