// What a finished result says in its run record that its rasters need: classes, and the inputs it was made of.
#pragma once

#include "engine/io/input_settings.hpp"
#include "engine/io/raster_file.hpp"
#include "engine/output/output_settings.hpp"
#include "engine/overlay/hazard_classes.hpp"

#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace papar {

struct RecordedHazard {
    std::string id;
    std::string title;
    HazardClasses classes;  // codes as the file has them, from the lowest class to the highest
    RasterInput raster;     // without name where the hazard is drawn as shapes
};

struct RecordedPeople {
    RasterInput raster;
    PopulationUnit unit = PopulationUnit::count;
    NegativePeople negative = NegativePeople::refuse;
    bool adjusted = false;  // the run brought them to the figures of a table
};

struct RecordedFile {
    std::string role;  // "population", "hazard:banjir", "terrain"
    std::string name;
    std::string sha256;
};

struct RecordedStudy {
    std::filesystem::path file;  // the record
    std::string title;
    Language language = Language::id;
    std::vector<RecordedHazard> hazards;
    std::optional<RecordedPeople> people;  // none: the study has no raster of people
    RasterInput terrain;                   // without name where the study's tiles have none
    // Of the profile: upper limits of all classes but the last; empty where it does not say.
    std::vector<double> index_limits;
    std::vector<double> capacity_limits;
    std::vector<RecordedFile> inputs;
};

// Throws Error(input) for a folder that holds no result.
[[nodiscard]] RecordedStudy read_recorded_study(const std::filesystem::path& result);

// Opens an input as the run did. Throws Error(input) when it is gone, or is not the file that the result was made of,
// by SHA-256.
[[nodiscard]] std::shared_ptr<const RasterFile> open_recorded(const RecordedStudy& study, const std::string& role,
                                                              const RasterInput& raster);

}  // namespace papar
