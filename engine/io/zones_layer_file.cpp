#include "engine/io/zones_layer_file.hpp"

#include "engine/base/error.hpp"
#include "engine/base/nearest.hpp"
#include "engine/io/assumed_crs.hpp"
#include "engine/io/crs.hpp"
#include "engine/io/gdal_errors.hpp"
#include "engine/io/utf8_text.hpp"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <fmt/ranges.h>
#include <ogr_srs_api.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <string_view>

namespace papar {

namespace {

// A place in the study, to begin a sentence with.
std::string at(const std::string& where) {
    return where.empty() ? "" : where + ": ";
}

std::vector<std::string> polygon_layers(GDALDatasetH dataset) {
    std::vector<std::string> names;
    for (int i = 0; i < GDALDatasetGetLayerCount(dataset); ++i) {
        OGRLayerH layer = GDALDatasetGetLayer(dataset, i);
        if (OGR_L_GetGeomType(layer) != wkbNone) {
            names.emplace_back(OGR_L_GetName(layer));
        }
    }
    return names;
}

OGRLayerH find_layer(GDALDatasetH dataset, const ZonesInput& input) {
    const std::vector<std::string> names = polygon_layers(dataset);
    if (names.empty()) {
        throw error(ErrorKind::input, "{}: has no layer with geometries", input.name);
    }
    if (input.layer.empty()) {
        if (names.size() > 1) {
            throw error(ErrorKind::usage, "{}{}: has {} layers; name one of them with {}.layer: {}", at(input.where),
                        input.name, names.size(), input.section, fmt::join(names, ", "));
        }
        return GDALDatasetGetLayerByName(dataset, names.front().c_str());
    }
    if (std::find(names.begin(), names.end(), input.layer) == names.end()) {
        throw error(ErrorKind::usage, "{}{}: has no layer \"{}\"{}; its layers: {}", at(input.where_layer), input.name,
                    input.layer, did_you_mean(input.layer, names), fmt::join(names, ", "));
    }
    return GDALDatasetGetLayerByName(dataset, input.layer.c_str());
}

bool serves_as_text(OGRFieldType type) {
    constexpr std::array serving{OFTString, OFTInteger, OFTInteger64, OFTReal};
    return std::find(serving.begin(), serving.end(), type) != serving.end();
}

std::string horizontal_layer_crs(const ZonesLayerFile& file, const std::string& assume_crs) {
    const std::string wkt = assume_crs.empty() ? file.declared_crs : assumed_crs_wkt(assume_crs, file.subject);
    if (wkt.empty()) {
        throw error(ErrorKind::input,
                    "{} has no coordinate reference system; if you know it, write assume_crs = \"EPSG:...\" for this "
                    "layer in the study, or assign it (e.g. ogr2ogr -a_srs EPSG:4326)",
                    file.subject);
    }
    try {
        return horizontal_wkt(wkt);
    } catch (const Error& problem) {
        throw error(ErrorKind::input, "{}: {}", file.subject, problem.what());
    }
}

// Text in UTF-8. A Shapefile that does not name its encoding gives raw bytes: Latin-1 by custom.
std::string utf8(const char* text) {
    if (CPLIsUTF8(text, -1) != 0) {
        return without_blanks(text);
    }
    const std::unique_ptr<char, decltype(&VSIFree)> recoded(CPLRecode(text, CPL_ENC_ISO8859_1, CPL_ENC_UTF8), VSIFree);
    return without_blanks(recoded.get());
}

// No others: GDAL opens side-cars with any driver it knows.
void register_vector_drivers() {
    static const bool once = [] {
        RegisterOGRGeoPackage();
        RegisterOGRShape();
        RegisterOGRGeoJSON();
        RegisterOGRFlatGeobuf();
        return true;
    }();
    static_cast<void>(once);
}

}  // namespace

std::vector<std::filesystem::path> files_of(GDALDatasetH dataset) {
    const std::unique_ptr<char*, decltype(&CSLDestroy)> list(GDALGetFileList(dataset), CSLDestroy);
    std::vector<std::filesystem::path> files(list.get(), list.get() + CSLCount(list.get()));
    std::sort(files.begin(), files.end());
    return files;
}

OgrDataset open_vector_file(const std::filesystem::path& path, const std::string& name) {
    if (!std::filesystem::is_regular_file(path)) {
        throw error(ErrorKind::input, "{}: {}", name,
                    std::filesystem::exists(path) ? "is not a file" : "there is no such file");
    }
    const std::filesystem::path log = path.string() + "-wal";
    if (std::error_code none; std::filesystem::file_size(log, none) > 0 && !none) {
        throw error(ErrorKind::input,
                    "{}: another program has changes in {} that are not in the file yet; close it there (or remove the "
                    "log if it is left over from a crash), and run again",
                    name, log.filename().string());
    }
    register_vector_drivers();
    const GdalMessages messages;
    const std::array<const char*, 5> drivers{"GPKG", "ESRI Shapefile", "GeoJSON", "FlatGeobuf", nullptr};
    OgrDataset dataset(GDALOpenEx(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY | GDAL_OF_VERBOSE_ERROR,
                                  drivers.data(), nullptr, nullptr));
    if (!dataset) {
        throw error(ErrorKind::input, "{}: cannot be read as GeoPackage, Shapefile, GeoJSON or FlatGeobuf{}", name,
                    messages.in_brackets());
    }
    return dataset;
}

std::string wkt_of(OGRLayerH layer) {
    OGRSpatialReferenceH crs = OGR_L_GetSpatialRef(layer);
    const char* name = crs == nullptr ? nullptr : OSRGetName(crs);
    // GeoPackage has two entries for "undefined", which GDAL names like this.
    if (name == nullptr || std::string_view(name).starts_with("Undefined") || OSRIsLocal(crs) != 0) {
        return {};
    }
    const std::array<const char*, 3> options{"FORMAT=WKT2_2019", "MULTILINE=NO", nullptr};
    char* wkt = nullptr;
    OSRExportToWktEx(crs, &wkt, options.data());
    const std::unique_ptr<char, decltype(&VSIFree)> owner(wkt, VSIFree);
    return wkt == nullptr ? "" : wkt;
}

int find_field(const ZonesLayerFile& file, const std::string& column, const std::string& where) {
    if (column.empty()) {
        return -1;
    }
    OGRFeatureDefnH definition = OGR_L_GetLayerDefn(file.layer);
    const int field = OGR_FD_GetFieldIndex(definition, column.c_str());
    if (field < 0) {
        std::vector<std::string> names;
        for (int i = 0; i < OGR_FD_GetFieldCount(definition); ++i) {
            names.emplace_back(OGR_Fld_GetNameRef(OGR_FD_GetFieldDefn(definition, i)));
        }
        throw error(ErrorKind::usage, "{}{} has no column \"{}\"{}; its columns: {}", at(where), file.subject, column,
                    did_you_mean(column, names), fmt::join(names, ", "));
    }
    const OGRFieldType type = OGR_Fld_GetType(OGR_FD_GetFieldDefn(definition, field));
    if (!serves_as_text(type)) {
        throw error(ErrorKind::usage, "{}{}: column \"{}\" is of type {}; it must be text or a number", at(where),
                    file.subject, column, OGR_GetFieldTypeName(type));
    }
    return field;
}

ZonesLayerFile open_zones_layer(const ZonesInput& input) {
    ZonesLayerFile file;
    file.dataset = open_vector_file(input.path, input.name);
    const GdalMessages messages;
    file.files = files_of(file.dataset.get());
    file.layer = find_layer(file.dataset.get(), input);
    file.layer_name = OGR_L_GetName(file.layer);
    file.features = input.features;
    file.code_stands_for_name = input.code_stands_for_name;
    file.subject = fmt::format("{}, layer \"{}\"", input.name, file.layer_name);
    file.code_field = find_field(file, input.code_column, input.where_code);
    file.name_field = find_field(file, input.name_column, input.where_name);
    for (const ZoneLevelInput& level : input.levels) {
        file.levels.push_back({level, find_field(file, level.code_column, level.where_code),
                               find_field(file, level.name_column, level.where_name)});
    }
    if (!input.point_columns.empty()) {
        file.point = PointFields{find_field(file, input.point_columns[0], input.where_point),
                                 find_field(file, input.point_columns[1], input.where_point)};
    }
    file.declared_crs = wkt_of(file.layer);
    file.crs_wkt = horizontal_layer_crs(file, input.assume_crs);
    return file;
}

std::string field_text(OGRFeatureH feature, int field, bool& fraction) {
    fraction = false;
    if (OGR_F_IsFieldSetAndNotNull(feature, field) == 0) {
        return {};
    }
    if (OGR_Fld_GetType(OGR_F_GetFieldDefnRef(feature, field)) == OFTReal) {
        const double value = OGR_F_GetFieldAsDouble(feature, field);
        constexpr double exact_integers = 9007199254740992.0;  // 2^53
        fraction = !(std::abs(value) <= exact_integers && value == std::floor(value));
        return fraction ? fmt::format("{}", value) : fmt::format("{:.0f}", value);
    }
    return utf8(OGR_F_GetFieldAsString(feature, field));
}

}  // namespace papar
