// The border report in the outputs, read back as a GIS and a script would.
#include "engine/output/border_tables.hpp"

#include "engine/output/csv.hpp"
#include "engine/output/output_files.hpp"
#include "engine/output/sqlite_file.hpp"
#include "engine/output/write_outputs.hpp"

#include "tests/output/example_result.hpp"
#include "tests/support/scratch_folder.hpp"
#include <gdal_priv.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <ogrsf_frmts.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <memory>

namespace papar {
namespace {

using testing::HasSubstr;

// An overlap of the two zones of the example, and a repaired polygon.
ExampleResult example_with_borders() {
    ExampleResult example = example_result();
    BorderReport report;
    report.has_people = true;
    BorderDefect overlap;
    overlap.zones = {0, 1};
    overlap.shape = example.layer.zones[0].shape;
    overlap.place = {500050, 9699950};
    overlap.area_m2 = 10000;
    overlap.width_m = 50;
    overlap.people = People(12.25);
    BorderDefect repaired;
    repaired.kind = DefectKind::repaired;
    repaired.zones = {1};
    repaired.shape = example.layer.zones[1].shape;
    repaired.area_m2 = 7900;
    repaired.width_m = 9.5;
    repaired.sliver = true;
    repaired.area_change_m2 = -100;
    repaired.reason = "Self-intersection";
    report.defects = {overlap, repaired};
    example.facts.borders = std::make_shared<const BorderReport>(report);
    return example;
}

std::string content(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

TEST(BorderTables, CsvHoldsEveryDefect) {
    const test::ScratchFolder scratch;
    const ExampleResult example = example_with_borders();
    write_outputs(scratch.path(), example.facts, example.layer, example.result, {}, {});
    const std::string csv = content(scratch.path() / borders_file);
    EXPECT_THAT(csv, testing::StartsWith("nomor,jenis,sempit,kode,nama,luas_ha,lebar_m,jiwa,x,y,ubah_ha,sebab\n"));
    EXPECT_THAT(csv, HasSubstr("\n1,\"tumpang_tindih\",0,\"63.11.01; 2\","));
    EXPECT_THAT(csv, HasSubstr(",1,50,12.25,500050,9699950,,\n"));
    EXPECT_THAT(csv, HasSubstr("\n2,\"diperbaiki\",1,\"2\","));
    EXPECT_THAT(csv, HasSubstr(",0.79,9.5,0,0,0,-0.01,\"Self-intersection\"\n"));
    EXPECT_EQ(csv_records(csv), 3U);
}

TEST(BorderTables, TheGeoPackageHasALayerOfThem) {
    const test::ScratchFolder scratch;
    const ExampleResult example = example_with_borders();
    write_outputs(scratch.path(), example.facts, example.layer, example.result, {}, {});
    GDALAllRegister();
    const std::filesystem::path path = scratch.path() / geopackage_file;
    {
        const GDALDatasetUniquePtr file(GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR));
        OGRLayer* layer = file->GetLayerByName("masalah_batas");
        ASSERT_NE(layer, nullptr);
        EXPECT_EQ(layer->GetFeatureCount(), 2);
        EXPECT_STREQ(layer->GetSpatialRef()->GetAuthorityCode(nullptr), "32750");
        const OGRFeatureUniquePtr overlap(layer->GetNextFeature());
        EXPECT_EQ(overlap->GetFieldAsDouble("jiwa"), 12.25);
        EXPECT_EQ(overlap->GetGeometryRef()->toMultiPolygon()->get_Area(), 100.0 * 100.0);
    }
    SqliteFile sql(path, SqliteFile::Access::read);
    EXPECT_EQ(sql.first_value("SELECT useAsDefault FROM layer_styles WHERE f_table_name = 'masalah_batas'"), "1");
    EXPECT_EQ(sql.first_value("SELECT count(*) FROM gpkg_data_columns WHERE table_name = 'masalah_batas'"), "12");
}

TEST(BorderTables, TheDataPackageDescribesThem) {
    const test::ScratchFolder scratch;
    const ExampleResult example = example_with_borders();
    write_outputs(scratch.path(), example.facts, example.layer, example.result, {}, {});
    const auto package = nlohmann::json::parse(content(scratch.path() / data_package_file));
    ASSERT_EQ(package["resources"].size(), 3U);
    EXPECT_EQ(package["resources"][2]["path"], "borders.csv");
    EXPECT_EQ(package["resources"][2]["schema"]["primaryKey"], nlohmann::json::array({"nomor"}));
}

TEST(BorderTables, WithoutAReportThereAreNone) {
    const test::ScratchFolder scratch;
    const ExampleResult example = example_result();
    write_outputs(scratch.path(), example.facts, example.layer, example.result, {}, {});
    EXPECT_FALSE(std::filesystem::exists(scratch.path() / borders_file));
    EXPECT_EQ(SqliteFile(scratch.path() / geopackage_file, SqliteFile::Access::read)
                  .first_value("SELECT count(*) FROM gpkg_contents WHERE table_name = 'masalah_batas'"),
              "0");
}

TEST(BorderTables, EveryKindHasAColourOfItsOwn) {
    const ExampleResult example = example_with_borders();
    const MapStyle style = borders_style(example.view());
    EXPECT_EQ(style.legend.size(), 6U);
    const std::string qml = qml_text(style, borders_table(example.view()));
    EXPECT_THAT(qml, HasSubstr("labelsEnabled=\"0\""));
    EXPECT_THAT(qml, HasSubstr("value=\"tumpang_tindih\" label=\"tumpang tindih\""));
    const std::string sld = sld_text(style, borders_table(example.view()));
    EXPECT_THAT(sld, HasSubstr("<se:Name>masalah_batas</se:Name>"));
    EXPECT_THAT(sld, testing::Not(HasSubstr("TextSymbolizer")));
}

}  // namespace
}  // namespace papar
