// The inputs of a study, opened, checked and brought onto one grid: what `run`, `check` and `explain` have in common.
#pragma once

#include "engine/input_hashes.hpp"
#include "engine/io/raster_file.hpp"
#include "engine/io/vector_hazard.hpp"
#include "engine/io/zones_file.hpp"
#include "engine/overlay/overlay.hpp"
#include "engine/study/study.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace papar {

// The rasters, opened, and the grid that they have in common.
struct Rasters {
    std::shared_ptr<const RasterFile> population;
    std::vector<std::shared_ptr<const RasterFile>> hazards;  // parallel to the study's; none for a vector hazard
    AnalysisGrid analysis;                                   // placements: population, then raster hazards
};

// The vector hazards, cut with the zones.
struct VectorHazards {
    std::vector<std::optional<VectorHazardCounts>> counts;  // parallel to the study's hazards; none for a raster
    HazardPieces pieces;
    Findings findings;
};

struct Prepared {
    Rasters rasters;
    ZonesRead zones;
    VectorHazards vectors;
    std::vector<UsedFile> files;  // of all layers
    CellArea cell_area;

    [[nodiscard]] Findings findings() const;  // of all layers
    // Refers to `zones` and `vectors`: lives no longer than this.
    [[nodiscard]] OverlayInput overlay_input(const Study& study) const;
};

// Opens the rasters, reads the zones onto their grid. Throws an Error of kind `input` when a file cannot be used or
// does not go with the others, of kind `usage` when the study asks for what is not there.
[[nodiscard]] Prepared prepare(const Study& study, Decoder decoder = Decoder::automatic);

}  // namespace papar
