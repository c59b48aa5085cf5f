// What a study file says, understood and checked as far as that is possible without opening any data.
#pragma once

#include "engine/grid/grid_settings.hpp"
#include "engine/io/input_settings.hpp"
#include "engine/io/population_settings.hpp"
#include "engine/output/output_settings.hpp"
#include "engine/overlay/hazard_classes.hpp"

#include <filesystem>
#include <string>
#include <vector>

namespace papar {

struct HazardSettings {
    std::string id;     // [a-z][a-z0-9_]*, unique; begins the names of columns
    std::string title;  // for people; default: the id
    std::string kind;   // as the study writes it: "depth" is a quantity, but the record keeps the word
    RasterInput raster;
    HazardClasses classes;
    // Codes as the raster holds them, from the lowest class to the highest, where they fall; `classes` then has ranks.
    std::vector<double> falling_codes;
};

struct Study {
    std::filesystem::path file;  // the study file as given
    std::string id;              // [a-z0-9_-]+
    std::string title;
    std::string note;  // printed on outputs, e.g. "Data fiktif"
    ZonesInput zones;
    PopulationInput population;
    std::vector<HazardSettings> hazards;
    GridSettings grid;
    OutputSettings output;
};

}  // namespace papar
