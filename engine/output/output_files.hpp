// The files of an output folder. Their names are fixed, so that projects and scripts find them again.
#pragma once

#include <array>
#include <string>
#include <string_view>

namespace papar {

inline constexpr const char* geopackage_file = "krb.gpkg";
inline constexpr const char* exposure_file = "exposure.csv";
inline constexpr const char* zones_file = "zones.csv";
inline constexpr const char* groups_file = "groups.csv";               // where the study has groups
inline constexpr const char* matches_file = "population_matches.csv";  // where it has a population table
inline constexpr const char* borders_file = "borders.csv";             // only with a border report
inline constexpr const char* risk_file = "risk.csv";                   // where the study has a profile
inline constexpr const char* method_file = "method.csv";               // likewise
inline constexpr const char* facilities_file = "facilities.csv";       // and an exposure layer of points
inline constexpr const char* rasters_folder = "rasters";               // where the study has a profile
inline constexpr const char* tiles_folder = "tiles";                   // added by papar tiles
inline constexpr const char* tables_file = "krb_tabel.xlsx";           // where the study has a profile
inline constexpr const char* matrix_file = "krb_matriks.xlsx";         // likewise
inline constexpr const char* chapter_file = "krb_bab.docx";            // likewise
inline constexpr const char* data_package_file = "datapackage.json";
inline constexpr const char* run_record_file = "run.json";

inline constexpr std::array output_files = {geopackage_file, exposure_file,  zones_file,        groups_file,
                                            matches_file,    borders_file,   risk_file,         method_file,
                                            facilities_file, rasters_folder, tiles_folder,      tables_file,
                                            matrix_file,     chapter_file,   data_package_file, run_record_file};

// What may be in the folder of rasters.
[[nodiscard]] inline bool is_raster_file(std::string_view name) {
    return name.ends_with(".tif") || name.ends_with(".tif.aux.xml") || name.ends_with(".qml");
}

// What may be in the folder of tiles, or in the folders z/x in it.
[[nodiscard]] inline bool is_tiles_file(std::string_view name) {
    return name.ends_with(".pmtiles") || name.ends_with(".mbtiles") || name.ends_with(".json") ||
           name.ends_with(".png") || name.ends_with(".webp") || name.ends_with(".mvt") ||
           name.ends_with(".legend.svg") || name == "wmts.xml" || name == "nginx.conf" || name.ends_with(".papar-part");
}

// The wide table of a level.
[[nodiscard]] inline std::string level_file(const std::string& level) {
    return "zones_" + level + ".csv";
}
[[nodiscard]] inline bool is_level_file(std::string_view name) {
    return name.starts_with("zones_") && name.ends_with(".csv");
}

}  // namespace papar
