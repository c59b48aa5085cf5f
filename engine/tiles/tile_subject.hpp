// What a user may ask tiles of, by name: a raster of the result, an input raster of a hazard, the people, the relief.
#pragma once

#include "engine/tiles/class_legend.hpp"
#include "engine/tiles/people_pyramid.hpp"
#include "engine/tiles/recorded_study.hpp"
#include "engine/tiles/tiles_settings.hpp"

#include <filesystem>
#include <memory>
#include <string>
#include <vector>

namespace papar {

inline constexpr const char* people_tiles_name = "penduduk";
inline constexpr const char* relief_tiles_name = "relief";
inline constexpr const char* value_tiles_suffix = "_nilai";

struct TileSubject {
    enum class Kind { classes, values, people, relief };

    std::string name;  // of the tiles: "banjir_risiko", "banjir_risiko_nilai"
    Kind kind = Kind::classes;
    std::shared_ptr<const RasterFile> file;  // of the relief: the terrain
    ClassLegend legend;                      // of values: the classes they are for, where they are known
    Overview overview = Overview::max;
    PopulationUnit unit = PopulationUnit::count;       // of people
    NegativePeople negative = NegativePeople::refuse;  // of people
};

// Everything that `settings` ask for, in the order of the names. An index has the class limits of the settings, else
// those the result was made with: of a hazard that is an index itself its own, of capacity and all others the
// profile's. Throws Error(input) for a name that is nothing, a raster without legend, an input that is not as it was, a
// terrain that is none.
[[nodiscard]] std::vector<TileSubject> tile_subjects(const std::filesystem::path& result, const RecordedStudy& study,
                                                     const TilesSettings& settings);

}  // namespace papar
