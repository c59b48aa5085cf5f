// What the study says of its input files.
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace papar {

struct RasterInput {
    std::string name;            // as written in the study: for sentences and the run record
    std::filesystem::path path;  // resolved against the study file's folder
    int band = 1;                // 1-based
    std::string where;           // "study.toml:12:8", the place in the study that names the file
    std::string assume_crs;      // "EPSG:32748": what the coordinates are, whatever the file says; empty: as it says
    std::vector<double> nodata;  // values that stand for no data besides the file's own; beyond 1e20 the sign decides
};

// What the population raster's cells hold.
enum class PopulationUnit {
    count,        // people in the cell
    per_km2,      // people per square kilometre of true area
    per_hectare,  // people per hectare of true area
};

// What to do with cells that hold less than nobody.
enum class NegativePeople { refuse, zero };

// A level above the zones: kecamatan above desa. Either a column of the zone layer holds its code, or the first
// characters of the zone's code are it.
struct ZoneLevelInput {
    std::string id;                      // [a-z][a-z0-9_]*, unique
    std::string title;                   // for people; default: the id
    std::string code_column;             // empty: by prefix
    int prefix = 0;                      // characters of the zone's code as written; 0: by column
    std::string name_column;             // empty: names are the codes
    std::string where_code, where_name;  // places of the keys in the study; empty when absent
};

// What becomes of the area that two zones share.
enum class OverlapPolicy {
    report,  // it counts in each; the balance shows the double
    first,   // it belongs to the zone that stands first in the layer
    last,    // ... last
    split,   // its people and area are shared equally
};

struct ZonesInput {
    std::string name;  // as written in the study
    std::filesystem::path path;
    std::string layer;                                // empty: the file's only layer
    std::string code_column;                          // empty: feature order stands in
    std::string name_column;                          // empty: names are the codes
    std::string assume_crs;                           // as RasterInput::assume_crs
    std::string where;                                // place of zones.file in the study
    std::string where_layer, where_code, where_name;  // places of the other keys; empty when absent
    std::vector<ZoneLevelInput> levels;               // the finest first
    std::string section = "zones";                    // of the study, for sentences: "zones", "hazard.krb"
    std::string features = "zones";                   // what the polygons are, for sentences
    bool code_stands_for_name = true;                 // where the name column is empty
    std::vector<std::string> point_columns;           // longitude and latitude of the zone's own point; or empty
    std::string where_point;
    OverlapPolicy overlap = OverlapPolicy::report;
    std::string source;  // who made it, and when: "BIG, 2023"; empty: not said
};

}  // namespace papar
