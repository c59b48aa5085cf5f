// The inputs of a study, opened, checked and brought onto one grid: what `run`, `check` and `explain` have in common.
#pragma once

#include "engine/base/finding.hpp"
#include "engine/io/raster_file.hpp"
#include "engine/io/zones_file.hpp"
#include "engine/overlay/overlay.hpp"
#include "engine/study/study.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace papar {

// A file that determines the result, and what it is to the study.
struct UsedFile {
    std::string role;  // "population", "hazard:banjir", "zones"
    std::string name;  // as the study writes it
    std::filesystem::path path;
};

struct Prepared {
    std::shared_ptr<const RasterFile> population;
    std::vector<std::shared_ptr<const RasterFile>> hazards;
    AnalysisGrid analysis;  // placements: population, then hazards
    ZonesRead zones;
    CellArea cell_area;
    Findings findings;
    std::vector<UsedFile> files;

    // Refers to `zones`: lives no longer than this.
    [[nodiscard]] OverlayInput overlay_input(const Study& study) const;
};

// Throws an Error of kind `input` when a file cannot be used, of kind `usage` when the study asks for what is not there.
[[nodiscard]] Prepared prepare(const Study& study);

}  // namespace papar
