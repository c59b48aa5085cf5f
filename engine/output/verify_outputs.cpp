#include "engine/output/verify_outputs.hpp"

#include "engine/base/error.hpp"
#include "engine/io/gdal_errors.hpp"
#include "engine/io/gdal_handles.hpp"
#include "engine/output/csv.hpp"
#include "engine/output/json_text.hpp"
#include "engine/output/sqlite_file.hpp"
#include "engine/output/written_file.hpp"

#include <tbb/parallel_invoke.h>

#include <exception>
#include <string>
#include <string_view>
#include <variant>

namespace papar {
namespace {

void expect_rows(const std::filesystem::path& path, const std::string& table, const Value& count, std::size_t rows) {
    const std::int64_t found = std::get<std::int64_t>(count);
    if (found != static_cast<std::int64_t>(rows)) {
        throw error(ErrorKind::output,
                    "{}: table {} has {} rows after writing instead of {}; the disk or its file system "
                    "may be faulty",
                    path.string(), table, found, rows);
    }
}

void expect_rows_in(SqliteFile& file, const std::filesystem::path& path, const std::string& table, std::size_t rows) {
    file.each_row("SELECT count(*) FROM " + sql_name(table),
                  [&](const std::vector<Value>& found) { expect_rows(path, table, found[0], rows); });
}

// One pass over the layer, whose geometries may be hundreds of megabytes.
void expect_layer(SqliteFile& file, const std::filesystem::path& path, const Table& table) {
    file.each_row("SELECT count(*), count(geom) FROM " + sql_name(table.name), [&](const std::vector<Value>& found) {
        expect_rows(path, table.name, found[0], table.rows);
        expect_rows_in(file, path, "rtree_" + table.name + "_geom",
                       static_cast<std::size_t>(std::get<std::int64_t>(found[1])));
    });
}

// `of` is a table's name, or 1 for the whole file.
void expect_undamaged(SqliteFile& file, const std::filesystem::path& path, const std::string& of) {
    const std::string integrity = file.first_value("PRAGMA integrity_check(" + of + ")");
    if (integrity != "ok") {
        throw error(ErrorKind::output, "{}: damaged after writing ({}); the disk or its file system may be faulty",
                    path.string(), integrity);
    }
}

}  // namespace

void verify_geopackage(const std::filesystem::path& path, const std::vector<MapLayer>& layers,
                       const std::vector<Table>& tables) {
    std::exception_ptr miscounted;  // a damaged file's counts fail, too, with a sentence that says less
    tbb::parallel_invoke(
        [&] {
            SqliteFile file(path, SqliteFile::Access::read);
            expect_undamaged(file, path, "1");
        },
        [&] {
            try {
                SqliteFile file(path, SqliteFile::Access::read);
                for (const Table& table : tables) expect_rows_in(file, path, table.name, table.rows);
                for (const MapLayer& layer : layers) expect_layer(file, path, layer.table);
            } catch (const Error&) {
                miscounted = std::current_exception();
            }
        });
    if (miscounted) std::rethrow_exception(miscounted);
}

void verify_geopackage_table(const std::filesystem::path& path, const std::string& name, std::size_t rows) {
    SqliteFile file(path, SqliteFile::Access::read);
    expect_undamaged(file, path, sql_name(name));
    expect_rows_in(file, path, name, rows);
}

void verify_csv(const std::filesystem::path& path, const Table& table) {
    const std::size_t records = csv_records(read_back(path));
    if (records != table.rows + 1) {
        throw error(ErrorKind::output, "{}: has {} records after writing instead of {}", path.string(), records,
                    table.rows + 1);
    }
}

void verify_cog(const std::filesystem::path& path, std::int64_t cols, std::int64_t rows) {
    const GdalMessages messages;
    const GdalDataset file = open_raster_dataset(path.c_str());
    const char* layout = file ? file->GetMetadataItem("LAYOUT", "IMAGE_STRUCTURE") : nullptr;
    if (layout == nullptr || std::string_view(layout) != "COG" || file->GetRasterXSize() != cols ||
        file->GetRasterYSize() != rows) {
        throw error(ErrorKind::output,
                    "{}: is not the raster that was written{}; the disk or its file system may be faulty",
                    path.string(), messages.in_brackets());
    }
}

void verify_json(const std::filesystem::path& path) {
    if (!Json::accept(read_back(path))) {
        throw error(ErrorKind::output, "{}: is not valid JSON after writing", path.string());
    }
}

}  // namespace papar
