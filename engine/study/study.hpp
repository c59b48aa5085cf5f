// What a study file says, understood and checked as far as that is possible without opening any data.
#pragma once

#include "engine/document/document_settings.hpp"
#include "engine/grid/grid_settings.hpp"
#include "engine/io/exposure_settings.hpp"
#include "engine/io/input_settings.hpp"
#include "engine/io/population_settings.hpp"
#include "engine/io/vector_hazard_settings.hpp"
#include "engine/output/output_settings.hpp"
#include "engine/overlay/hazard_classes.hpp"
#include "engine/risk/profile_settings.hpp"
#include "engine/tiles/tiles_settings.hpp"
#include "engine/zones/border_settings.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace papar {

struct HazardSettings {
    std::string id;      // [a-z][a-z0-9_]*, unique; begins the names of columns
    std::string title;   // for people; default: the id
    std::string type;    // one of hazard_types; empty: none that the profiles know
    std::string source;  // "InaRISK BNPB, 2024"; empty: not said
    std::string kind;    // as the study writes it: "depth" is a quantity, but the record keeps the word
    RasterInput raster;
    std::optional<VectorHazardInput> vector;  // instead of the raster
    HazardClasses classes;
    // Codes as the raster holds them, from the lowest class to the highest, where they fall; `classes` then has ranks.
    std::vector<double> falling_codes;
    std::vector<double> alternative_breaks;  // as many as `classes.breaks`; empty: none

    // The input file, as written in the study.
    [[nodiscard]] const std::string& file() const { return vector ? vector->layer.name : raster.name; }
};

// Another population to calculate with, for the bounds of every figure.
struct AlternativePopulation {
    std::string id;  // [a-z][a-z0-9_]*, unique
    std::string title;
    PopulationInput population;
};

// An input file as a run record names it.
struct RecordedInput {
    std::string role;  // "population", "hazard:banjir", "zones"
    std::string name;  // as the study wrote it
    std::uint64_t bytes = 0;
    std::string sha256;
};

struct Study {
    std::filesystem::path file;    // the study file or run record as given
    std::filesystem::path folder;  // where relative paths of inputs start
    // Of a study that is a run record: the inputs it was made from. Others are refused unless `accept_changed_inputs`.
    std::optional<std::vector<RecordedInput>> recorded_inputs;
    bool accept_changed_inputs = false;  // only from the command line
    std::string id;                      // [a-z0-9_-]+
    std::string title;
    std::string note;  // printed on outputs, e.g. "Data fiktif"
    ZonesInput zones;
    PopulationInput population;
    std::vector<AlternativePopulation> alternative_populations;
    std::vector<HazardSettings> hazards;
    GridSettings grid;
    BorderSettings borders;
    OutputSettings output;
    std::optional<Profile> profile;  // with it the run goes on from exposure to risk; the study's own numbers are in it
    std::vector<ExposureInput> exposures;
    std::optional<CapacityInput> capacity;
    DocumentSettings document;
    std::optional<TilesSettings> tiles;  // with it the result has map tiles
};

}  // namespace papar
