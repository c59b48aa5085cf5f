// Reads the risk assessment back from the GeoPackage with OGR, and from the other files.
#include "engine/output/output_files.hpp"
#include "engine/output/sqlite_file.hpp"
#include "engine/output/write_outputs.hpp"

#include "tests/output/example_result.hpp"
#include "tests/output/example_risk.hpp"
#include "tests/support/scratch_folder.hpp"
#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <ogrsf_frmts.h>

#include <fstream>
#include <iterator>

namespace papar {
namespace {

using Json = nlohmann::json;

class RiskGeoPackage : public testing::Test {
protected:
    void SetUp() override {
        write_outputs(scratch_.path(), example_.facts, example_.layer, example_.result, {}, {}, {}, &risk_);
        GDALAllRegister();
        file_.reset(GDALDataset::Open(path().c_str(), GDAL_OF_VECTOR | GDAL_OF_VERBOSE_ERROR));
        ASSERT_NE(file_, nullptr);
    }
    [[nodiscard]] std::filesystem::path path() const { return scratch_.path() / geopackage_file; }
    std::string sql(const std::string& query) {
        return SqliteFile(path(), SqliteFile::Access::read).first_value(query);
    }
    [[nodiscard]] std::string content(const char* name) const {
        std::ifstream in(scratch_.path() / name, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    test::ScratchFolder scratch_;
    ExampleResult example_ = example_result();
    RiskResult risk_ = example_risk();
    GDALDatasetUniquePtr file_;
};

TEST_F(RiskGeoPackage, ZonesHaveTheFigures) {
    OGRLayer* zones = file_->GetLayerByName("zona");
    const OGRFeatureUniquePtr juai(zones->GetNextFeature());
    EXPECT_EQ(juai->GetFieldAsInteger64("banjir_kelas_risiko"), 1);
    EXPECT_EQ(juai->GetFieldAsDouble("banjir_indeks_risiko"), 0.4);
    EXPECT_TRUE(juai->IsFieldNull(juai->GetFieldIndex("banjir_indeks_fisik")));
}

TEST_F(RiskGeoPackage, ClassesAreEnums) {
    OGRFeatureDefn* zones = file_->GetLayerByName("zona")->GetLayerDefn();
    const std::string name = zones->GetFieldDefn(zones->GetFieldIndex("banjir_kelas_risiko"))->GetDomainName();
    EXPECT_EQ(name, "kelas");
    const auto* domain = dynamic_cast<const OGRCodedFieldDomain*>(file_->GetFieldDomain(name));
    ASSERT_NE(domain, nullptr);
    const OGRCodedValue* values = domain->GetEnumeration();
    EXPECT_STREQ(values[0].pszCode, "1");
    EXPECT_STREQ(values[0].pszValue, "RENDAH");
    EXPECT_STREQ(values[2].pszValue, "TINGGI");
    EXPECT_EQ(values[3].pszCode, nullptr);
    EXPECT_EQ(sql("SELECT description FROM gpkg_data_column_constraints WHERE constraint_name = 'kelas_atau_nihil' "
                  "AND value = '0'"),
              "TIDAK ADA BAHAYA");
    EXPECT_EQ(sql("SELECT count(*) FROM gpkg_data_columns WHERE constraint_name = ''"), "0");
}

TEST_F(RiskGeoPackage, FacilitiesAreAPointLayerInTheCrsOfTheZones) {
    OGRLayer* layer = file_->GetLayerByName("fasilitas");
    ASSERT_NE(layer, nullptr);
    EXPECT_EQ(layer->GetGeomType(), wkbPoint);
    EXPECT_STREQ(layer->GetSpatialRef()->GetAuthorityCode(nullptr), "32750");
    EXPECT_TRUE(layer->TestCapability(OLCFastSpatialFilter));
    layer->SetSpatialFilterRect(500000, 9699900, 500050, 9700000);
    ASSERT_EQ(layer->GetFeatureCount(), 1);
    const OGRFeatureUniquePtr school(layer->GetNextFeature());
    EXPECT_EQ(school->GetGeometryRef()->toPoint()->getX(), 500010);
    EXPECT_EQ(school->GetGeometryRef()->toPoint()->getY(), 9699950);
    EXPECT_EQ(school->GetFieldAsInteger64("banjir_kelas_bahaya"), 3);
    EXPECT_TRUE(school->IsFieldNull(school->GetFieldIndex("longsor_kelas_bahaya")));
}

TEST_F(RiskGeoPackage, HoldsTheTablesAndStyles) {
    EXPECT_EQ(file_->GetLayerByName("risiko")->GetFeatureCount(), 96);
    EXPECT_EQ(file_->GetLayerByName("metode")->GetFeatureCount(), 2);
    // The two of the overlay, then three a hazard and capacity; one a hazard for the points.
    EXPECT_EQ(sql("SELECT count(*) FROM layer_styles WHERE f_table_name = 'zona'"), "9");
    EXPECT_EQ(sql("SELECT count(*) FROM layer_styles WHERE f_table_name = 'fasilitas'"), "2");
    EXPECT_EQ(sql("SELECT styleName FROM layer_styles WHERE f_table_name = 'zona' AND useAsDefault = 1"), "banjir");
}

TEST_F(RiskGeoPackage, DescribesEveryColumn) {
    for (const std::string table : {"zona", "fasilitas"}) {  // less fid and geom
        EXPECT_EQ(sql("SELECT count(*) FROM pragma_table_info('" + table + "')"),
                  sql("SELECT count(*) + 2 FROM gpkg_data_columns WHERE table_name = '" + table + "'"));
    }
    EXPECT_EQ(sql("SELECT count(*) FROM gpkg_data_columns WHERE description = '' OR title = ''"), "0");
}

TEST_F(RiskGeoPackage, DataPackageAndRecordNameTheFiles) {
    const Json package = Json::parse(content(data_package_file));
    std::vector<std::string> paths;
    for (const Json& resource : package["resources"]) paths.push_back(resource["path"]);
    EXPECT_THAT(paths, testing::ElementsAre(zones_file, exposure_file, risk_file, method_file, facilities_file));
    EXPECT_EQ(package["resources"][2]["schema"]["fields"][5]["constraints"]["enum"], Json::array({1, 2, 3}));
    const Json record = Json::parse(content(run_record_file));
    EXPECT_EQ(record["outputs"].size(), 6U);                         // the tables, and datapackage.json
    EXPECT_EQ(record["cells_near_limits"], Json({{"longsor", 7}}));  // banjir is a depth
    for (const char* name : {risk_file, method_file, facilities_file}) {
        EXPECT_EQ(std::ranges::count(output_files, std::string_view(name)), 1) << name;
    }
}

}  // namespace
}  // namespace papar
