// The inputs of a study, opened, checked and brought onto one grid: what `run`, `check` and `explain` have in common.
#pragma once

#include "engine/input_hashes.hpp"
#include "engine/io/raster_file.hpp"
#include "engine/io/zones_file.hpp"
#include "engine/overlay/overlay.hpp"
#include "engine/study/study.hpp"
#include "engine/zones/official_people.hpp"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace papar {

// The rasters, opened, and the grid that they have in common.
struct Rasters {
    std::shared_ptr<const RasterFile> population_file;  // as it is; null where the source of people is no file
    std::shared_ptr<const RasterSource> population;     // people, or what spreads those of a table
    PopulationUnit unit = PopulationUnit::count;
    std::string crs_wkt;  // of all of them
    std::vector<std::shared_ptr<const RasterFile>> hazards;
    AnalysisGrid analysis;  // placements: population, then hazards
};

struct Prepared {
    Rasters rasters;
    ZonesRead zones;
    std::optional<OfficialPeople> official;  // where the study has a population table
    std::vector<UsedFile> files;             // of all layers
    CellArea cell_area;
    Findings findings;  // of all inputs

    // Refers to `zones`: lives no longer than this.
    [[nodiscard]] OverlayInput overlay_input(const Study& study) const;
};

// Opens the rasters, reads the zones onto their grid. Throws an Error of kind `input` when a file cannot be used or
// does not go with the others, of kind `usage` when the study asks for what is not there.
[[nodiscard]] Prepared prepare(const Study& study, Decoder decoder = Decoder::automatic);

}  // namespace papar
