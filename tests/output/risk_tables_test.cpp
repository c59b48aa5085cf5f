#include "engine/output/risk_tables.hpp"

#include "engine/base/error.hpp"
#include "engine/output/map_style.hpp"
#include "engine/output/tables.hpp"

#include "tests/output/example_result.hpp"
#include "tests/output/example_risk.hpp"
#include "tests/output/table_cells.hpp"
#include <cpl_minixml.h>
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace papar {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsSupersetOf;
using testing::StartsWith;

class RiskTables : public testing::Test {
protected:
    [[nodiscard]] ResultView view(Language language = Language::id) const { return example_.view(language, &risk_); }

    ExampleResult example_ = example_result();
    RiskResult risk_ = example_risk();
};

TEST_F(RiskTables, ZonesGainTheIndicesClassesAndLosses) {
    const Table table = zone_table(view());
    EXPECT_EQ(cell(table, 0, "banjir_indeks_bahaya"), "0.585714");  // 4100 / 7000 = 0.58571428...
    EXPECT_EQ(cell(table, 0, "banjir_kelas_bahaya"), "3");
    EXPECT_EQ(cell(table, 0, "banjir_indeks_sosial"), "0.2");           // 1400 / 7000
    EXPECT_EQ(cell(table, 0, "banjir_indeks_kerentanan"), "0.514286");  // 3600 / 7000 = 0.51428571...
    EXPECT_EQ(cell(table, 0, "banjir_kelas_kerentanan"), "2");
    EXPECT_EQ(cell(table, 0, "banjir_ha_kerentanan_sedang"), "0.5");  // 5000 m2
    EXPECT_EQ(cell(table, 0, "banjir_ha_kerentanan_tinggi"), "0");
    EXPECT_EQ(cell(table, 0, "banjir_indeks_risiko"), "0.4");  // 2800 / 7000
    EXPECT_EQ(cell(table, 0, "banjir_ha_risiko_rendah"), "0.4");
    EXPECT_EQ(cell(table, 0, "banjir_rumah"), "30.2");
    EXPECT_EQ(cell(table, 0, "banjir_rumah_rendah"), "20");
    EXPECT_EQ(cell(table, 0, "banjir_rugi_fisik"), "6500000");  // (1 + 2 + 3.5) million
    EXPECT_EQ(cell(table, 0, "banjir_rugi_fisik_tinggi"), "3500000");
    EXPECT_EQ(cell(table, 0, "banjir_rusak_lingkungan"), "0.5");
    EXPECT_EQ(cell(table, 0, "banjir_rusak_lingkungan_rendah"), "0");
}

TEST_F(RiskTables, CapacityIsThereOnceARow) {
    const Table table = zone_table(view());
    EXPECT_EQ(cell(table, 0, "ikd") + " " + cell(table, 0, "ikm") + " " + cell(table, 0, "indeks_kapasitas") + " " +
                  cell(table, 0, "kelas_kapasitas"),
              "0.5 0.4 0.44 2");
    EXPECT_EQ(cell(table, 1, "ikd") + cell(table, 1, "kelas_kapasitas"), "");
}

TEST_F(RiskTables, WhatIsNotKnownIsEmptyAndNotZero) {
    const Table table = zone_table(view());
    for (const char* column :
         {"banjir_indeks_fisik", "banjir_kelas_fisik", "banjir_rugi_ekonomi", "banjir_rugi_ekonomi_rendah",
          "longsor_indeks_bahaya", "longsor_kelas_risiko", "longsor_ha_risiko_rendah", "longsor_rusak_lingkungan",
          "longsor_paparan_jalan", "longsor_paparan_jalan_rendah", "multi_indeks_bahaya", "multi_ha_risiko_rendah"}) {
        EXPECT_EQ(cell(table, 0, column), "") << column;
    }
    // Known, but no land: no mean and no class.
    EXPECT_EQ(cell(table, 1, "banjir_indeks_bahaya") + cell(table, 1, "banjir_kelas_bahaya"), "");
}

TEST_F(RiskTables, AllHazardsTogether) {
    const Table table = zone_table(view());
    EXPECT_EQ(cell(table, 0, "multi_ha_bahaya_sedang"), "0.3");
    EXPECT_EQ(cell(table, 0, "multi_kelas_bahaya"), "3");
    EXPECT_EQ(cell(table, 0, "multi_ha_1_bahaya"), "0.6");  // 1000 + 3000 + 2000 m2
    EXPECT_EQ(cell(table, 0, "multi_ha_2_bahaya"), "0.1");
}

TEST_F(RiskTables, ExposureIsInItsOwnUnit) {
    const Table table = zone_table(view());
    EXPECT_EQ(cell(table, 0, "paparan_jalan"), "2.5");  // 2500 m
    EXPECT_EQ(cell(table, 0, "banjir_paparan_jalan"), "1.5");
    EXPECT_EQ(cell(table, 0, "banjir_paparan_jalan_tinggi"), "1");
    EXPECT_EQ(std::ranges::find(table.columns, "paparan_jalan", &Column::name)->unit, "km");
}

TEST_F(RiskTables, LevelsShowTheFiguresOfTheirAreas) {
    example_.layer.levels = {{"kecamatan", "Kecamatan", {{"63.11", "Juai"}}, {0U, std::nullopt}}};
    example_.result.levels = {{example_.result.zones[0]}};
    risk_.levels = {{risk_.zones[0]}};
    EXPECT_EQ(cell(level_table(view(), 0), 0, "banjir_indeks_risiko"), "0.4");
    const Table table = risk_table(view());
    EXPECT_EQ(table.rows, 3U * 2 * 8 * 3);  // places, hazards, indices, classes
    EXPECT_EQ(cell(table, 2 * 48, "tingkat") + cell(table, 2 * 48, "luas_ha"), "\"kecamatan\"0.1");
}

TEST_F(RiskTables, SpeakTheOutputLanguageButKeepColumnNames) {
    const Table indonesian = zone_table(view());
    const Table english = zone_table(view(Language::en));
    EXPECT_EQ(names(indonesian), names(english));
    const auto title = [](const Table& table, const char* column) {
        return std::ranges::find(table.columns, column, &Column::name)->title;
    };
    EXPECT_EQ(title(indonesian, "banjir_ha_risiko_rendah"), "Banjir: luas risiko, kelas rendah (ha)");
    EXPECT_EQ(title(english, "banjir_ha_risiko_rendah"), "Banjir: area of risk, class low (ha)");
}

TEST_F(RiskTables, WithoutAnAssessmentNothingIsAdded) {
    const std::vector<std::string> without = names(zone_table(example_.view()));
    EXPECT_THAT(names(zone_table(view())), IsSupersetOf(without));
    EXPECT_EQ(std::ranges::count(without, "ikd"), 0);
}

TEST_F(RiskTables, RefuseIdsThatGiveOneColumnTwice) {
    example_.facts.hazards[1].id = "multi";  // multi_kelas_bahaya is that of all hazards
    EXPECT_THROW((void)zone_table(view()), Error);
}

TEST_F(RiskTables, LongTableHoldsTheAreaOfEveryClass) {
    const Table table = risk_table(view());
    EXPECT_EQ(table.rows, 2U * 2 * 8 * 3);
    EXPECT_THAT(csv_text(table), StartsWith("tingkat,kode,nama,bahaya,indeks,kelas_no,kelas,luas_ha\n"
                                            "\"zona\",\"63.11.01\",\"Juai\",\"banjir\",\"bahaya\",1,\"rendah\",0.1\n"
                                            "\"zona\",\"63.11.01\",\"Juai\",\"banjir\",\"bahaya\",2,\"sedang\",0.3\n"));
    EXPECT_EQ(cell(table, 7 * 3, "indeks") + cell(table, 7 * 3, "luas_ha"), "\"risiko\"0.4");  // the eighth index
    EXPECT_EQ(cell(table, 2 * 3, "indeks") + cell(table, 2 * 3, "luas_ha"), "\"fisik\"");      // not known
    EXPECT_EQ(cell(table, 24, "bahaya") + cell(table, 24, "luas_ha"), "\"longsor\"");
}

TEST_F(RiskTables, MethodNamesEveryNumberWithItsSource) {
    EXPECT_EQ(csv_text(method_table(view())),
              "jalur,nilai,sumber,status\n"
              "\"class.limits\",\"0.333; 0.666\",\"Modul §11\",\"seen\"\n"
              "\"rollup.village\",\"dominant\",\"study\",\"study\"\n");
}

TEST_F(RiskTables, FacilitiesAreListedWithTheirClasses) {
    EXPECT_TRUE(has_facilities(view()));
    EXPECT_EQ(csv_text(facilities_table(view())),
              "lapisan,nama,kategori,kode,wilayah,x,y,nilai_rp,banjir_kelas_bahaya,longsor_kelas_bahaya\n"
              "\"sekolah\",\"SDN 1 Juai\",\"SD\",\"63.11.01\",\"Juai\",500010,9699950,2500000000,3,\n"
              "\"sekolah\",\"'=SUM(A1)\",\"\",,,600000,9600000,,0,1\n");
}

TEST_F(RiskTables, StylesColourZonesByClass) {
    std::vector<std::string> of;
    const Table zones = zone_table(view());
    for (const MapStyle& style : risk_styles(view())) {
        of.push_back(style.name);
        for (const std::string& text : {qml_text(style, zones), sld_text(style, zones)}) {
            CPLXMLNode* tree = CPLParseXMLString(text.c_str());
            EXPECT_NE(tree, nullptr) << text;
            CPLDestroyXMLNode(tree);
        }
        const std::string& expression = style.value_expression;  // names one column, in double quotes
        const std::size_t first = expression.find('"') + 1;
        const std::string column = expression.substr(first, expression.rfind('"') - first);
        EXPECT_EQ(std::ranges::count(names(zones), column), 1) << column;
    }
    EXPECT_THAT(of, ElementsAre("banjir_bahaya", "banjir_kerentanan", "banjir_risiko", "longsor_bahaya",
                                "longsor_kerentanan", "longsor_risiko", "kapasitas"));
}

TEST_F(RiskTables, AHighCapacityIsGreenAndAHighRiskRed) {
    const std::vector<MapStyle> styles = risk_styles(view());
    EXPECT_EQ(styles[2].legend[2].colour, "#d73027");
    EXPECT_EQ(styles[6].legend[2].colour, "#5aae61");
}

}  // namespace
}  // namespace papar
