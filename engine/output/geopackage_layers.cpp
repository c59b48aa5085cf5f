#include "engine/output/geopackage_layers.hpp"

#include "engine/base/error.hpp"
#include "engine/output/geometries_ahead.hpp"
#include "engine/output/write_back.hpp"
#include "engine/output/zone_geometry.hpp"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <memory>
#include <string>
#include <utility>

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

// Writes a table's rows; `geometries` are theirs, null for a table without.
void write_rows(OGRLayer& layer, const Table& table, const std::filesystem::path& path, GeometriesAhead* geometries) {
    for (std::size_t row = 0; row < table.rows; ++row) {
        OGRFeature feature(layer.GetLayerDefn());
        for (std::size_t i = 0; i < table.columns.size(); ++i) {
            set_field(feature, static_cast<int>(i), table.columns[i].value(row));
        }
        if (geometries != nullptr) feature.SetGeometryDirectly(geometries->next().release());
        if (layer.CreateFeature(&feature) != OGRERR_NONE) throw failure(path);
        if (geometries != nullptr) geometries->give_back(std::unique_ptr<OGRGeometry>(feature.StealGeometry()));
    }
}

[[nodiscard]] OGRLayer& new_layer(GDALDataset& file, const Table& table, OGRSpatialReference* crs,
                                  OGRwkbGeometryType type, const std::filesystem::path& path) {
    CPLStringList options;
    options.SetNameValue("IDENTIFIER", table.title.c_str());
    options.SetNameValue("DESCRIPTION", table.description.c_str());
    OGRLayer* layer = file.CreateLayer(table.name.c_str(), crs, type, options.List());
    if (layer == nullptr) throw failure(path);
    for (const Column& column : table.columns) {
        OGRFieldDefn field(column.name.c_str(), field_type(column.type));
        if (layer->CreateField(&field) != OGRERR_NONE) throw failure(path);
    }
    return *layer;
}

// OGR builds the R-tree of an empty layer when it is asked about it, and then fills it row by row; otherwise it reads
// all geometries again when the file is closed.
void begin_index(GDALDataset& file, const std::string& layer, const std::filesystem::path& path) {
    const std::string question = "SELECT HasSpatialIndex('" + layer + "', 'geom')";
    OGRLayer* answer = file.ExecuteSQL(question.c_str(), nullptr, nullptr);
    if (answer == nullptr) throw failure(path);
    file.ReleaseResultSet(answer);
}

void write_attribute_table(GDALDataset& file, const Table& table, const std::filesystem::path& path) {
    write_rows(new_layer(file, table, nullptr, wkbNone, path), table, path, nullptr);
}

// Closing reports failures only through the last error.
void close(GDALDatasetUniquePtr file, const std::filesystem::path& path) {
    if (file->CommitTransaction() != OGRERR_NONE) throw failure(path);
    file.reset();
    if (CPLGetLastErrorType() >= CE_Failure) throw failure(path);
}

// How this thread's GeoPackages are written: into a staging folder that is thrown away when something fails and brought
// to the disk as a whole, so without a journal; in the largest pages, since of 4096 bytes they cost ten times the
// system calls; without a temporary file for what SQLite could not take back.
class WritingOptions {
    ThreadOption time_{"OGR_CURRENT_DATE", geopackage_time};
    ThreadOption sqlite_{"OGR_SQLITE_PRAGMA", "page_size=65536,temp_store=MEMORY,journal_mode=OFF,synchronous=OFF"};
    CPLErrorHandlerPusher quiet_{CPLQuietErrorHandler};
};

}  // namespace

void write_geopackage_layers(const std::filesystem::path& path, const std::string& crs_wkt,
                             const std::vector<MapLayer>& layers, const std::vector<Table>& tables) {
    const WritingOptions options;
    const WriteBack to_disk(path);
    RegisterOGRGeoPackage();
    CPLErrorReset();
    GDALDriver* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
    if (driver == nullptr) {
        throw error(ErrorKind::failed, "this GDAL has no GeoPackage driver; install Debian's libgdal32");
    }
    GDALDatasetUniquePtr file(driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    if (!file || file->StartTransaction() != OGRERR_NONE) throw failure(path);

    OGRSpatialReference crs;
    const bool has_crs = !crs_wkt.empty();
    if (has_crs && crs.importFromWkt(crs_wkt.c_str()) != OGRERR_NONE) throw failure(path);
    crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    for (const MapLayer& layer : layers) {
        OGRLayer& target =
            new_layer(*file, layer.table, has_crs ? &crs : nullptr, layer.point ? wkbPoint : wkbMultiPolygon, path);
        begin_index(*file, layer.table.name, path);
        GeometriesAhead geometries(layer.table.rows, [&](std::size_t row) -> std::unique_ptr<OGRGeometry> {
            if (!layer.point) return ogr_geometry(layer.shape(row));
            const Vertex at = layer.point(row);
            return std::make_unique<OGRPoint>(at.x, at.y);
        });
        write_rows(target, layer.table, path, &geometries);
    }
    if (file->CommitTransaction() != OGRERR_NONE || file->StartTransaction() != OGRERR_NONE) throw failure(path);
    for (const Table& table : tables) write_attribute_table(*file, table, path);
    close(std::move(file), path);
}

void add_geopackage_table(const std::filesystem::path& path, const Table& table) {
    const WritingOptions options;
    CPLErrorReset();
    GDALDatasetUniquePtr file(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE));
    if (!file || file->StartTransaction() != OGRERR_NONE) throw failure(path);
    write_attribute_table(*file, table, path);
    close(std::move(file), path);
}

}  // namespace papar
