// Reads the GeoPackage back with OGR, as a GIS would, and with SQLite where OGR hides the table.
#include "engine/output/geopackage_layers.hpp"
#include "engine/output/output_files.hpp"
#include "engine/output/sqlite_file.hpp"
#include "engine/output/write_outputs.hpp"

#include "tests/output/example_result.hpp"
#include "tests/support/scratch_folder.hpp"
#include <gdal_priv.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <ogrsf_frmts.h>

namespace papar {
namespace {

class GeoPackage : public testing::Test {
protected:
    void SetUp() override {
        example_ = example_result();
        write_outputs(scratch_.path(), example_.facts, example_.layer, example_.result, {}, {});
        path_ = scratch_.path() / geopackage_file;
        GDALAllRegister();
        file_.reset(GDALDataset::Open(path_.c_str(), GDAL_OF_VECTOR | GDAL_OF_VERBOSE_ERROR));
        ASSERT_NE(file_, nullptr);
    }
    std::string sql(const std::string& query) { return SqliteFile(path_, SqliteFile::Access::read).first_value(query); }

    test::ScratchFolder scratch_;
    ExampleResult example_;
    std::filesystem::path path_;
    GDALDatasetUniquePtr file_;
};

TEST_F(GeoPackage, HoldsTheZonesWithTheirShapes) {
    OGRLayer* zones = file_->GetLayerByName("zona");
    ASSERT_NE(zones, nullptr);
    EXPECT_EQ(zones->GetFeatureCount(), 2);
    EXPECT_EQ(zones->GetGeomType(), wkbMultiPolygon);
    EXPECT_STREQ(zones->GetSpatialRef()->GetAuthorityCode(nullptr), "32750");
    const OGRFeatureUniquePtr juai(zones->GetNextFeature());
    EXPECT_STREQ(juai->GetFieldAsString("kode"), "63.11.01");
    EXPECT_EQ(juai->GetFieldAsDouble("banjir_jiwa_sedang"), 20.5);
    EXPECT_STREQ(juai->GetFieldAsString("banjir_kelas"), "tinggi");
    EXPECT_EQ(juai->GetFieldAsInteger64("sel"), 100);
    EXPECT_TRUE(juai->IsFieldNull(juai->GetFieldIndex("longsor_jiwa")));
    const OGRMultiPolygon* square = juai->GetGeometryRef()->toMultiPolygon();
    EXPECT_EQ(square->get_Area(), 100.0 * 100.0);
    const OGRFeatureUniquePtr other(zones->GetNextFeature());
    EXPECT_STREQ(other->GetFieldAsString("nama"), hostile_name);
    const OGRMultiPolygon* two = other->GetGeometryRef()->toMultiPolygon();
    EXPECT_EQ(two->getNumGeometries(), 2);
    EXPECT_EQ(two->get_Area(), 100.0 * 100.0 - 50.0 * 50.0 + 20.0 * 20.0);
}

TEST_F(GeoPackage, AnswersBySpatialIndex) {
    OGRLayer* zones = file_->GetLayerByName("zona");
    EXPECT_TRUE(zones->TestCapability(OLCFastSpatialFilter));
    zones->SetSpatialFilterRect(500000, 9699900, 500050, 9700000);
    EXPECT_EQ(zones->GetFeatureCount(), 1);
}

TEST_F(GeoPackage, HoldsTheTables) {
    for (const auto& [name, rows] : {std::pair{"paparan", 18},
                                     {"neraca", 16},
                                     {"temuan", 1},
                                     {"masukan", 2},
                                     {"histogram", 1},
                                     {"histogram_batas", 2},
                                     {"layer_styles", 2}}) {
        OGRLayer* table = file_->GetLayerByName(name);
        ASSERT_NE(table, nullptr) << name;
        EXPECT_EQ(table->GetFeatureCount(), rows) << name;
        EXPECT_EQ(table->GetGeomType(), wkbNone) << name;
    }
}

TEST_F(GeoPackage, DescribesEveryColumn) {
    EXPECT_EQ(sql("SELECT count(*) FROM pragma_table_info('zona')"),
              sql("SELECT count(*) + 2 FROM gpkg_data_columns WHERE table_name = 'zona'"));  // less fid and geom
    EXPECT_EQ(sql("SELECT title FROM gpkg_data_columns WHERE table_name = 'zona' AND column_name = 'banjir_ha_rendah'"),
              "Banjir: luas, kelas rendah (ha)");
    EXPECT_EQ(sql("SELECT count(*) FROM gpkg_data_columns WHERE description = '' OR title = ''"), "0");
}

TEST_F(GeoPackage, RegistersItsExtensions) {
    EXPECT_EQ(sql("SELECT group_concat(extension_name || ':' || table_name, ' ') FROM "
                  "(SELECT * FROM gpkg_extensions ORDER BY extension_name, table_name)"),
              "gpkg_metadata:gpkg_metadata gpkg_metadata:gpkg_metadata_reference gpkg_rtree_index:zona "
              "gpkg_schema:gpkg_data_column_constraints gpkg_schema:gpkg_data_columns");
}

TEST_F(GeoPackage, CarriesTheRunRecordWithoutTimes) {
    const auto record =
        nlohmann::json::parse(sql("SELECT metadata FROM gpkg_metadata JOIN gpkg_metadata_reference ON id = "
                                  "md_file_id WHERE reference_scope = 'geopackage'"));
    EXPECT_EQ(record["study"]["id"], "contoh");
    EXPECT_FALSE(record.contains("run"));
}

TEST_F(GeoPackage, KnowsNoClock) {
    EXPECT_EQ(sql("SELECT count(*) FROM gpkg_contents WHERE last_change <> '" + std::string(geopackage_time) + "'"),
              "0");
    EXPECT_EQ(sql("SELECT timestamp FROM gpkg_metadata_reference"), geopackage_time);
    EXPECT_EQ(sql("SELECT count(*) FROM layer_styles WHERE update_time <> '" + std::string(geopackage_time) + "'"),
              "0");
}

TEST_F(GeoPackage, IsOneFileWithoutJournals) {
    EXPECT_EQ(sql("PRAGMA journal_mode"), "delete");
    EXPECT_FALSE(std::filesystem::exists(path_.string() + "-wal"));
    EXPECT_FALSE(std::filesystem::exists(path_.string() + "-journal"));
}

TEST_F(GeoPackage, KeepsTheExtentForReaders) {
    EXPECT_EQ(sql("SELECT min_x || ' ' || max_x FROM gpkg_contents WHERE table_name = 'zona'"), "500000.0 500280.0");
}

}  // namespace
}  // namespace papar
