#include "engine/output/geopackage_layers.hpp"

#include "engine/base/error.hpp"
#include "engine/output/zone_geometry.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <memory>
#include <string>

namespace papar {
namespace {

// Sets a GDAL option for this thread for as long as it lives.
class ThreadOption {
public:
    ThreadOption(const char* key, const char* value) : key_(key) { CPLSetThreadLocalConfigOption(key, value); }
    ThreadOption(const ThreadOption&) = delete;
    ThreadOption& operator=(const ThreadOption&) = delete;
    ~ThreadOption() { CPLSetThreadLocalConfigOption(key_, nullptr); }

private:
    const char* key_;
};

[[nodiscard]] Error failure(const std::filesystem::path& path) {
    return error(ErrorKind::output, "{}: could not be written ({})", path.string(), CPLGetLastErrorMsg());
}

[[nodiscard]] OGRFieldType field_type(ColumnType type) {
    switch (type) {
        case ColumnType::integer:
            return OFTInteger64;
        case ColumnType::real:
            return OFTReal;
        case ColumnType::text:
            break;
    }
    return OFTString;
}

void set_field(OGRFeature& feature, int field, const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) feature.SetField(field, text->c_str());
    if (const auto* number = std::get_if<double>(&value)) feature.SetField(field, *number);
    if (const auto* integer = std::get_if<std::int64_t>(&value)) {
        feature.SetField(field, static_cast<GIntBig>(*integer));
    }
}

// Writes one table; `shape_of` gives a row's geometry, or none.
template <typename ShapeOf>
void write_rows(OGRLayer& layer, const Table& table, const std::filesystem::path& path, ShapeOf shape_of) {
    for (const Column& column : table.columns) {
        OGRFieldDefn field(column.name.c_str(), field_type(column.type));
        if (layer.CreateField(&field) != OGRERR_NONE) throw failure(path);
    }
    for (std::size_t row = 0; row < table.rows; ++row) {
        OGRFeature feature(layer.GetLayerDefn());
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            set_field(feature, static_cast<int>(i), table.columns[i].value(row));
        }
        feature.SetGeometryDirectly(shape_of(row).release());
        if (layer.CreateFeature(&feature) != OGRERR_NONE) throw failure(path);
    }
}

[[nodiscard]] OGRLayer& new_layer(GDALDataset& file, const Table& table, OGRSpatialReference* crs,
                                  OGRwkbGeometryType type, const std::filesystem::path& path) {
    CPLStringList options;
    options.SetNameValue("IDENTIFIER", table.title.c_str());
    options.SetNameValue("DESCRIPTION", table.description.c_str());
    OGRLayer* layer = file.CreateLayer(table.name.c_str(), crs, type, options.List());
    if (layer == nullptr) throw failure(path);
    return *layer;
}

}  // namespace

void write_geopackage_layers(const std::filesystem::path& path, const ZoneLayer& zone_layer, const Table& zones,
                             const std::function<std::vector<Table>()>& tables) {
    const ThreadOption fixed_time("OGR_CURRENT_DATE", geopackage_time);
    const ThreadOption large_pages("OGR_SQLITE_PRAGMA", "page_size=32768");  // 4096 costs eight times the system calls
    const CPLErrorHandlerPusher quiet(CPLQuietErrorHandler);
    RegisterOGRGeoPackage();
    CPLErrorReset();
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    if (driver == nullptr) {
        throw error(ErrorKind::failed, "this GDAL has no GeoPackage driver; install Debian's libgdal32");
    }
    GDALDatasetUniquePtr file(driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!file || file->StartTransaction() != OGRERR_NONE) throw failure(path);

    OGRSpatialReference crs;
    const bool has_crs = !zone_layer.crs_wkt.empty();
    if (has_crs && crs.importFromWkt(zone_layer.crs_wkt.c_str()) != OGRERR_NONE) throw failure(path);
    crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    write_rows(new_layer(*file, zones, has_crs ? &crs : nullptr, wkbMultiPolygon, path), zones, path,
               [&](std::size_t row) { return ogr_geometry(zone_layer.zones[row].shape); });
    if (file->CommitTransaction() != OGRERR_NONE || file->StartTransaction() != OGRERR_NONE) throw failure(path);
    for (const Table& table : tables()) {
        write_rows(new_layer(*file, table, nullptr, wkbNone, path), table, path,
                   [](std::size_t) { return std::unique_ptr<OGRMultiPolygon>(); });
    }

    if (file->CommitTransaction() != OGRERR_NONE) throw failure(path);
    file.reset();  // builds the R-tree; closing reports failures only through the last error
    if (CPLGetLastErrorType() >= CE_Failure) throw failure(path);
}

}  // namespace papar
