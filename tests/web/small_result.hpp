// A result made by hand: three zones in two kecamatan, one hazard with two classes and four bins.
#pragma once

#include "engine/output/sqlite_file.hpp"
#include "engine/output/written_file.hpp"

#include "tests/support/scratch_folder.hpp"

#include <filesystem>

namespace papar::test {

class SmallResult {
public:
    SmallResult() {
        write_file(folder_ / "run.json", R"({"study": {"title": "Uji", "note": "Data fiktif", "settings": {
            "output": {"language": "id"}, "document": {"region": "Contoh"},
            "hazard": [{"id": "banjir", "title": "Banjir", "kind": "depth", "labels": ["rendah", "tinggi"]},
                       {"id": "longsor", "title": "Longsor", "kind": "polygons", "labels": ["ada"]}],
            "population": {"group": [{"id": "miskin", "title": "Miskin"}]},
            "exposure": [{"id": "jalan", "title": "Jalan"}]}},
            "zones": {"layer": "desa", "levels": [{"id": "kecamatan", "title": "Kecamatan"}]}})");
        write_file(folder_ / "krb.gpkg", "");
        SqliteFile file(folder_ / "krb.gpkg", SqliteFile::Access::write);
        file.execute(tables);
        std::filesystem::create_directory(folder_ / "tiles");
    }

    [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }
    [[nodiscard]] std::filesystem::path tiles() const { return folder_ / "tiles"; }

private:
    static constexpr const char* tables = R"(
        CREATE TABLE gpkg_spatial_ref_sys (srs_id INTEGER, definition TEXT);
        INSERT INTO gpkg_spatial_ref_sys VALUES (3857, 'EPSG:3857');
        CREATE TABLE gpkg_contents (table_name TEXT, min_x, min_y, max_x, max_y, srs_id INTEGER);
        INSERT INTO gpkg_contents VALUES ('zona', 0, 0, 2e5, 1e5, 3857), ('zona_kecamatan', 0, 0, 2e5, 1e5, 3857);
        CREATE TABLE rtree_zona_geom (id INTEGER, minx REAL, maxx REAL, miny REAL, maxy REAL);
        INSERT INTO rtree_zona_geom VALUES (1, 0, 100000, 0, 100000), (2, 100000, 200000, 0, 100000);
        CREATE TABLE rtree_zona_kecamatan_geom (id INTEGER, minx REAL, maxx REAL, miny REAL, maxy REAL);
        CREATE TABLE gpkg_data_columns (table_name TEXT, column_name TEXT, title TEXT);
        INSERT INTO gpkg_data_columns VALUES ('zona', 'paparan_jalan', 'Jalan, seluruh wilayah (km)');
        CREATE TABLE zona (fid INTEGER, geom BLOB, kode TEXT, nama TEXT, kode_kecamatan TEXT, luas_ha REAL,
            penduduk REAL, jiwa_bahaya REAL, banjir_kelas TEXT, banjir_rugi_fisik_rendah REAL,
            banjir_rugi_fisik_sedang REAL, banjir_rugi_fisik_tinggi REAL, kelompok_miskin REAL,
            banjir_kelompok_miskin REAL, paparan_jalan REAL, kelas_kapasitas INTEGER);
        INSERT INTO zona VALUES
            (1, NULL, '1.1', 'A', '1', 10.004, 100, 30.5, 'tinggi', 0, 1234567.8, 2e6, 20, 5.25, 1.234, 2),
            (2, NULL, '1.2', 'B', '1', 20, 50.5, 0, NULL, 0, 0, 0, NULL, NULL, 0, 3),
            (3, NULL, 'x', 'C', NULL, 5, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL);
        CREATE TABLE zona_kecamatan (fid INTEGER, geom BLOB, kode TEXT, nama TEXT, luas_ha REAL, penduduk REAL);
        INSERT INTO zona_kecamatan VALUES (1, NULL, '1', 'K', 30.004, 150.5);
        CREATE TABLE paparan (fid INTEGER, tingkat TEXT, kode TEXT, bahaya TEXT, kelas_no INTEGER, jiwa REAL,
            luas_ha REAL);
        INSERT INTO paparan VALUES
            (1, 'zona', '1.1', 'banjir', 1, 10.125, 1), (2, 'zona', '1.1', 'banjir', 2, 20.375, 2),
            (3, 'zona', '1.1', 'banjir', 0, 69.5, 7.004), (4, 'zona', '1.1', 'banjir', NULL, 0, 0),
            (5, 'zona', '1.2', 'banjir', 1, 0, 0), (6, 'zona', '1.2', 'banjir', 2, 0, 0),
            (7, 'zona', 'x', 'banjir', 1, NULL, NULL), (8, 'zona', 'x', 'banjir', NULL, NULL, 5),
            (9, 'kecamatan', '1', 'banjir', 1, 10.125, 1), (10, 'kecamatan', '1', 'banjir', 2, 20.375, 2);
        CREATE TABLE histogram_batas (bahaya TEXT, batas TEXT);
        INSERT INTO histogram_batas VALUES ('banjir', '[0,0.5,1,1.5,2]');
        CREATE TABLE histogram (kode TEXT, bahaya TEXT, jiwa TEXT);
        INSERT INTO histogram VALUES ('1.1', 'banjir', '[4.125,6,20.3751]'), ('1.2', 'banjir', '[0,0,0.0002,1]');
    )";

    ScratchFolder folder_;
};

}  // namespace papar::test
