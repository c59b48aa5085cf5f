// A layer of zones, opened and its columns found, nothing read yet.
#pragma once

#include "engine/io/input_settings.hpp"
#include "engine/io/ogr_handles.hpp"

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace papar {

// Opens GeoPackage, Shapefile, GeoJSON and FlatGeobuf, nothing else, read only. `name` is for sentences.
// Throws Error(input).
[[nodiscard]] OgrDataset open_vector_file(const std::filesystem::path& path, const std::string& name);

// The file and its side-cars (.shx, .dbf, .prj, .cpg ...), in order of name.
[[nodiscard]] std::vector<std::filesystem::path> files_of(GDALDatasetH dataset);

// The layer's CRS as WKT 2; empty where it has none or says that it is undefined.
[[nodiscard]] std::string wkt_of(OGRLayerH layer);

// Where a level of the study stands in the layer.
struct LevelFields {
    ZoneLevelInput input;
    int code_field = -1;  // -1: by prefix
    int name_field = -1;  // -1: no name column
};

// Columns with the zone's own point.
struct PointFields {
    int longitude;
    int latitude;
};

struct ZonesLayerFile {
    OgrDataset dataset;
    OGRLayerH layer = nullptr;
    std::string layer_name;
    std::string subject;   // "desa.gpkg, layer \"desa\"": begins sentences
    std::string features;  // what it holds, for sentences: "zones"
    bool code_stands_for_name = true;
    std::string crs_wkt;       // horizontal, WKT 2
    std::string declared_crs;  // what the file says, whatever the study assumes; empty: nothing
    int code_field = -1;       // -1: no code column
    int name_field = -1;       // -1: no name column
    std::vector<LevelFields> levels;
    std::optional<PointFields> point;
    std::vector<std::filesystem::path>
        files;  // the file and its side-cars (.shx, .dbf, .prj, .cpg ...), in order of name
};

// Throws Error(usage) for a layer or column that is not there or not named where it must be, Error(input) for
// the file, its CRS, or a column of a type that cannot serve.
[[nodiscard]] ZonesLayerFile open_zones_layer(const ZonesInput& input);

// The field of a column, -1 where `column` is empty. `where` is its place in the study. Throws Error(usage) for a
// column that is not there, with the nearest, or of a type that cannot serve as text.
[[nodiscard]] int find_field(const ZonesLayerFile& file, const std::string& column, const std::string& where);

// Text of a field without blanks round it: text as it is, numbers as integers. Empty for NULL. A number that is not
// an integer gives its decimal text and sets `fraction`.
[[nodiscard]] std::string field_text(OGRFeatureH feature, int field, bool& fraction);

}  // namespace papar
