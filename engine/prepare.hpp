// The inputs of a study, opened, checked and brought onto one grid: what `run`, `check` and `explain` have in common.
#pragma once

#include "engine/input_hashes.hpp"
#include "engine/io/zones_file.hpp"
#include "engine/overlay/overlay.hpp"
#include "engine/study/study.hpp"
#include "engine/study_rasters.hpp"
#include "engine/study_vectors.hpp"
#include "engine/zones/border_report.hpp"
#include "engine/zones/official_people.hpp"
#include "engine/zones/zone_parts.hpp"

#include <memory>
#include <optional>
#include <vector>

namespace papar {

struct Prepared {
    StudyRasters rasters;
    ZonesRead zones;
    StudyVectors vectors;
    std::optional<OfficialPeople> official;     // where the study has a population table
    std::optional<BorderReport> borders;        // where the study wants it, or what becomes of overlaps
    std::shared_ptr<const RasterFile> terrain;  // where the study has one for its tiles
    std::optional<ZoneParts> parts;             // where overlaps do not count in each zone
    std::vector<UsedFile> files;                // of all layers
    Findings record_findings;                   // where the study is a run record
    Findings table_findings;                    // of the population table
    CellArea cell_area;

    // Of the record and of all layers.
    [[nodiscard]] Findings findings() const;
    // Refers to `zones`, `parts` and `vectors`: lives no longer than this.
    [[nodiscard]] OverlayInput overlay_input(const Study& study) const;
};

// Opens the rasters, reads the zones onto their grid. Throws an Error of kind `input` when a file cannot be used or
// does not go with the others, of kind `usage` when the study asks for what is not there.
[[nodiscard]] Prepared prepare(const Study& study, Decoder decoder = Decoder::automatic);

}  // namespace papar
