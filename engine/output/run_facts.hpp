// What the outputs are made from: the study, the inputs as they were found, the result.
#pragma once

#include "engine/base/finding.hpp"
#include "engine/grid/grid.hpp"
#include "engine/io/population_settings.hpp"
#include "engine/io/vector_hazard.hpp"
#include "engine/overlay/hazard_classes.hpp"
#include "engine/overlay/statistics.hpp"
#include "engine/zones/border_report.hpp"
#include "engine/zones/official_people.hpp"
#include "engine/zones/zone_layer.hpp"

#include <cstdint>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace papar {

// One input file (a Shapefile's companions are files of their own).
struct InputFile {
    std::string role;  // "population", "hazard:banjir", "zones"
    std::string name;  // the path as the study writes it
    std::uint64_t bytes = 0;
    std::string sha256;  // hexadecimal, lower case
};

struct HazardFacts {
    std::string id;
    std::string title;
    HazardClasses classes;
    std::optional<VectorHazardCounts> vector = std::nullopt;  // of a vector hazard's file
};

struct Timing {
    std::string stage;
    double seconds = 0;
};

// Everything the writers need; they compute no figure themselves.
struct RunFacts {
    std::string study_id;
    std::string study_title;
    std::string note;
    std::string settings_json;  // the study in full as resolved, as a JSON object
    std::string grid_crs_wkt;
    Grid grid;  // the analysis grid
    std::vector<HazardFacts> hazards;
    PopulationModel people_model = PopulationModel::raster;
    std::vector<GroupInput> groups;          // by_group of every zone, in this order
    std::optional<OfficialPeople> official;  // where the study has a population table
    // Hashing goes on while the first outputs are written; `get` waits for it.
    std::shared_future<std::vector<InputFile>> inputs;
    std::shared_ptr<const BorderReport> borders;  // null where the study does not want it
    Findings findings;                            // of all stages, in stage order
    // The only parts of the run record that differ between equal runs:
    std::string study_folder;  // where relative paths of inputs start, from the output folder
    std::vector<Timing> timings;
    int threads = 0;
};

}  // namespace papar
