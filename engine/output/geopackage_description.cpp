#include "engine/output/geopackage_description.hpp"

#include "engine/output/geopackage_layers.hpp"
#include "engine/output/sqlite_file.hpp"

#include <string>

namespace papar {
namespace {

// Table definitions of the GeoPackage standard (OGC 12-128r17): annex F.9 schema, F.8 metadata, 2.3 extensions.
constexpr const char* standard_tables = R"(
CREATE TABLE IF NOT EXISTS gpkg_extensions (
  table_name TEXT, column_name TEXT, extension_name TEXT NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL,
  CONSTRAINT ge_tce UNIQUE (table_name, column_name, extension_name));
CREATE TABLE gpkg_data_columns (
  table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, title TEXT, description TEXT, mime_type TEXT,
  constraint_name TEXT,
  CONSTRAINT pk_gdc PRIMARY KEY (table_name, column_name), CONSTRAINT gdc_tn UNIQUE (table_name, name));
CREATE TABLE gpkg_data_column_constraints (
  constraint_name TEXT NOT NULL, constraint_type TEXT NOT NULL, value TEXT, min NUMERIC, min_is_inclusive BOOLEAN,
  max NUMERIC, max_is_inclusive BOOLEAN, description TEXT,
  CONSTRAINT gdcc_ntv UNIQUE (constraint_name, constraint_type, value));
CREATE TABLE gpkg_metadata (
  id INTEGER CONSTRAINT m_pk PRIMARY KEY ASC NOT NULL, md_scope TEXT NOT NULL DEFAULT 'dataset',
  md_standard_uri TEXT NOT NULL, mime_type TEXT NOT NULL DEFAULT 'text/xml', metadata TEXT NOT NULL DEFAULT '');
CREATE TABLE gpkg_metadata_reference (
  reference_scope TEXT NOT NULL, table_name TEXT, column_name TEXT, row_id_value INTEGER,
  timestamp DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')), md_file_id INTEGER NOT NULL,
  md_parent_id INTEGER,
  CONSTRAINT crmr_mfi_fk FOREIGN KEY (md_file_id) REFERENCES gpkg_metadata(id),
  CONSTRAINT crmr_mpi_fk FOREIGN KEY (md_parent_id) REFERENCES gpkg_metadata(id));
INSERT INTO gpkg_extensions VALUES
  ('gpkg_data_columns', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec121/#extension_schema', 'read-write'),
  ('gpkg_data_column_constraints', NULL, 'gpkg_schema', 'http://www.geopackage.org/spec121/#extension_schema', 'read-write'),
  ('gpkg_metadata', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec121/#extension_metadata', 'read-write'),
  ('gpkg_metadata_reference', NULL, 'gpkg_metadata', 'http://www.geopackage.org/spec121/#extension_metadata', 'read-write');
)";

// As QGIS 3 makes it.
constexpr const char* style_table = R"(
CREATE TABLE layer_styles (
  id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL, f_table_catalog TEXT(256), f_table_schema TEXT(256),
  f_table_name TEXT(256), f_geometry_column TEXT(256), styleName TEXT(30), styleQML TEXT, styleSLD TEXT,
  useAsDefault BOOLEAN, description TEXT, owner TEXT(30), ui TEXT(30),
  update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ','now')));
)";

// Once for all columns that have these values.
void add_enum(SqliteFile& file, const ValueNames& values) {
    for (const auto& [value, name] : values.names) {
        file.run(
            "INSERT OR IGNORE INTO gpkg_data_column_constraints (constraint_name, constraint_type, value, description) "
            "VALUES (?, 'enum', ?, ?)",
            {values.id, std::to_string(value), name});
    }
}

void add_columns(SqliteFile& file, const Table& table) {
    for (const Column& column : table.columns) {
        file.run(
            "INSERT INTO gpkg_data_columns (table_name, column_name, name, title, description, constraint_name) "
            "VALUES (?, ?, ?, ?, ?, nullif(?, ''))",
            {table.name, column.name, column.name, column.title, column.description,
             column.values ? column.values->id : ""});
        if (column.values) add_enum(file, *column.values);
    }
}

void add_record(SqliteFile& file, const char* kind, const std::string& record) {
    file.run(
        "INSERT INTO gpkg_metadata (id, md_standard_uri, mime_type, metadata) "
        "VALUES (1, ?, 'application/json', ?)",
        {kind, record});
    file.run("INSERT INTO gpkg_metadata_reference (reference_scope, timestamp, md_file_id) VALUES ('geopackage', ?, 1)",
             {geopackage_time});
}

void add_style_table(SqliteFile& file) {
    file.execute(style_table);
    file.run(
        "INSERT INTO gpkg_contents (table_name, data_type, identifier, description, last_change, srs_id) "
        "VALUES ('layer_styles', 'attributes', 'layer_styles', '', ?, 0)",
        {geopackage_time});
}

void add_styles(SqliteFile& file, const MapLayer& layer) {
    const Table& table = layer.table;
    for (const MapStyle& style : layer.styles) {
        file.run(
            "INSERT INTO layer_styles (f_table_catalog, f_table_schema, f_table_name, f_geometry_column, styleName, "
            "styleQML, styleSLD, useAsDefault, description, owner, update_time) "
            "VALUES ('', '', ?, 'geom', ?, ?, ?, ?, ?, '', ?)",
            {table.name, style.name, qml_text(style, table), sld_text(style, table),
             &style == &layer.styles.front() ? "1" : "0", style.title, geopackage_time});
    }
}

}  // namespace

void describe_geopackage(const std::filesystem::path& path, const std::vector<MapLayer>& layers,
                         const std::vector<Table>& tables, const std::string& record, const char* record_kind) {
    SqliteFile file(path, SqliteFile::Access::write);
    // The output folder is brought to the disk as a whole, before it gets its name.
    file.execute("PRAGMA synchronous = OFF; BEGIN;");
    file.execute(standard_tables);
    for (const MapLayer& layer : layers) add_columns(file, layer.table);
    for (const Table& table : tables) add_columns(file, table);
    add_record(file, record_kind, record);
    add_style_table(file);
    for (const MapLayer& layer : layers) add_styles(file, layer);
    file.execute("COMMIT;");
}

}  // namespace papar
