// The rasters of a study, opened and brought onto one grid.
#pragma once

#include "engine/base/finding.hpp"
#include "engine/base/fixed_sum.hpp"
#include "engine/grid/analysis_grid.hpp"
#include "engine/grid/negative_people.hpp"
#include "engine/io/raster_file.hpp"
#include "engine/study/study.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace papar {

// One raster of the study: the file, and what the calculation reads.
struct StudyRaster {
    std::shared_ptr<const RasterFile> file;  // null for people that no raster spreads
    std::shared_ptr<const RasterSource> source;
};

struct StudyRasters {
    std::string crs_wkt;                          // of the analysis grid: the coordinate system that most hazards share
    StudyRaster population;                       // people, or what spreads those of a table
    PopulationUnit unit = PopulationUnit::count;  // of population.source
    std::vector<StudyRaster> hazards;             // the study's raster hazards, in its order
    std::vector<StudyRaster> exposures;           // value and land-cover rasters, in the study's order
    AnalysisGrid analysis;                        // placements: population, hazards, exposures
    Findings findings;
    std::shared_ptr<const NegativesToZero> zeroed;      // where the study asks for it
    std::optional<People> people_brought;               // all of the population, where it came from another system
    std::vector<std::filesystem::path> building_files;  // where buildings spread people

    // What only reading shows.
    [[nodiscard]] Findings findings_of_reading() const;
};

// Rasters of another coordinate system are brought onto a grid that nests in the finest hazard's: people by area,
// hazards and land cover by nearest cell, with a finding; rasters of rupiah are refused there. Throws an Error of kind
// `input` when a raster cannot be used or does not go with the others, or when more people have no place in the study's
// coordinate system than the study allows.
[[nodiscard]] StudyRasters open_rasters(const Study& study, Decoder decoder);

// Throws an Error of kind `input` when people were lost on the way from another coordinate system: where a raster runs
// over a pole or round the globe, parts of its image fold. `in_raster` is what the whole analysis grid holds.
void refuse_lost_people(const StudyRasters& rasters, People in_raster);

}  // namespace papar
