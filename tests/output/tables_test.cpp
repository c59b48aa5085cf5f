#include "engine/output/tables.hpp"

#include "engine/base/error.hpp"
#include "engine/output/csv.hpp"

#include "tests/output/example_result.hpp"
#include "tests/output/table_cells.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace papar {
namespace {

using testing::ElementsAre;
using testing::StartsWith;

TEST(ZoneTable, HasOneColumnForEveryFigureAndHazardPart) {
    const ExampleResult example = example_result();
    EXPECT_THAT(names(zone_table(example.view())),
                ElementsAre("kode", "nama", "luas_ha", "penduduk", "luas_luar_ha", "luas_tanpa_penduduk_ha", "sel",
                            "jiwa_bahaya", "jumlah_bahaya", "banjir_jiwa", "banjir_jiwa_rendah", "banjir_jiwa_sedang",
                            "banjir_jiwa_tinggi", "banjir_jiwa_nihil", "banjir_jiwa_tanpa_data", "banjir_ha",
                            "banjir_ha_rendah", "banjir_ha_sedang", "banjir_ha_tinggi", "banjir_ha_nihil",
                            "banjir_ha_tanpa_data", "banjir_sel", "banjir_kelas", "banjir_rerata", "banjir_maks",
                            // "≤ 0,5" and "> 0,5" would both be 0_5
                            "longsor_jiwa", "longsor_jiwa_kelas_1", "longsor_jiwa_kelas_2", "longsor_jiwa_nihil",
                            "longsor_jiwa_tanpa_data", "longsor_ha", "longsor_ha_kelas_1", "longsor_ha_kelas_2",
                            "longsor_ha_nihil", "longsor_ha_tanpa_data", "longsor_sel", "longsor_kelas",
                            "longsor_rerata", "longsor_maks"));
}

TEST(ZoneTable, ShowsHectaresAndPeopleOfAZone) {
    const ExampleResult example = example_result();
    const Table table = zone_table(example.view());
    EXPECT_EQ(cell(table, 0, "kode"), "\"63.11.01\"");
    EXPECT_EQ(cell(table, 0, "luas_ha"), "1");  // 10,000 m2
    EXPECT_EQ(cell(table, 0, "penduduk"), "100");
    EXPECT_EQ(cell(table, 0, "sel"), "100");
    EXPECT_EQ(cell(table, 0, "jiwa_bahaya"), "35.5");
    EXPECT_EQ(cell(table, 0, "jumlah_bahaya"), "1");
    EXPECT_EQ(cell(table, 0, "banjir_jiwa"), "35.5");  // 10 + 20.5 + 5
    EXPECT_EQ(cell(table, 0, "banjir_jiwa_sedang"), "20.5");
    EXPECT_EQ(cell(table, 0, "banjir_ha"), "0.7");  // (1000 + 3000 + 3000) m2
    EXPECT_EQ(cell(table, 0, "banjir_ha_nihil"), "0.25");
    EXPECT_EQ(cell(table, 0, "banjir_ha_tanpa_data"), "0.05");
    EXPECT_EQ(cell(table, 0, "banjir_sel"), "42");
    EXPECT_EQ(cell(table, 0, "banjir_rerata"), "0.8");
    EXPECT_EQ(cell(table, 0, "banjir_maks"), "2.20000005");  // 2.2 as a 32-bit float is 2.2000000477
}

TEST(ZoneTable, DominantClassIsTheHigherOfEqualAreas) {
    const ExampleResult example = example_result();
    EXPECT_EQ(cell(zone_table(example.view()), 0, "banjir_kelas"), "\"tinggi\"");
}

TEST(ZoneTable, WithoutHazardDataClassesAreUnknownNotZero) {
    const ExampleResult example = example_result();
    const Table table = zone_table(example.view());
    for (const char* column : {"longsor_jiwa", "longsor_jiwa_kelas_1", "longsor_jiwa_nihil", "longsor_ha",
                               "longsor_ha_kelas_2", "longsor_ha_nihil", "longsor_kelas", "longsor_rerata"}) {
        EXPECT_EQ(cell(table, 0, column), "") << column;
    }
    EXPECT_EQ(cell(table, 0, "longsor_jiwa_tanpa_data"), "100");
    EXPECT_EQ(cell(table, 0, "longsor_ha_tanpa_data"), "1");
    EXPECT_EQ(cell(table, 0, "longsor_sel"), "0");
}

TEST(ZoneTable, WithoutPopulationDataPeopleAreUnknownNotZero) {
    const ExampleResult example = example_result();
    const Table table = zone_table(example.view());
    for (const char* column : {"penduduk", "jiwa_bahaya", "banjir_jiwa", "banjir_jiwa_nihil", "longsor_jiwa_kelas_1",
                               "longsor_jiwa_tanpa_data"}) {
        EXPECT_EQ(cell(table, 1, column), "") << column;
    }
    EXPECT_EQ(cell(table, 1, "luas_luar_ha"), "0.5");
    EXPECT_EQ(cell(table, 1, "luas_tanpa_penduduk_ha"), "1.5");
    EXPECT_EQ(cell(table, 1, "longsor_ha_kelas_1"), "1.5");
    EXPECT_EQ(cell(table, 1, "longsor_kelas"), "\"≤ 0,5\"");
    EXPECT_EQ(cell(table, 1, "banjir_ha"), "0");  // data, but no class
    EXPECT_EQ(cell(table, 1, "banjir_kelas"), "");
}

TEST(ZoneTable, SpeaksTheOutputLanguageButKeepsColumnNames) {
    const ExampleResult example = example_result();
    const Table indonesian = zone_table(example.view(Language::id));
    const Table english = zone_table(example.view(Language::en));
    EXPECT_EQ(names(indonesian), names(english));
    EXPECT_EQ(indonesian.columns[0].title, "Kode wilayah");
    EXPECT_EQ(english.columns[0].title, "Zone code");
}

TEST(ZoneTable, RefusesHazardIdsThatGiveOneColumnTwice) {
    ExampleResult example = example_result();
    example.facts.hazards[0].id = "luas";  // luas_ha is the zone's area
    EXPECT_THROW((void)zone_table(example.view()), Error);
}

TEST(ExposureTable, HasEveryPartOfEveryHazardAndZone) {
    const ExampleResult example = example_result();
    const Table table = exposure_table(example.view());
    // 2 zones x (3 + 2 + 2 classes and parts of banjir and longsor: 5 + 4)
    EXPECT_EQ(table.rows, 18U);
    EXPECT_THAT(csv_text(table), StartsWith("tingkat,kode,nama,bahaya,kelas_no,kelas,jiwa,luas_ha\n"
                                            "\"zona\",\"63.11.01\",\"Juai\",\"banjir\",1,\"rendah\",10,0.1\n"
                                            "\"zona\",\"63.11.01\",\"Juai\",\"banjir\",2,\"sedang\",20.5,0.3\n"));
    EXPECT_EQ(cell(table, 3, "kelas") + cell(table, 3, "kelas_no"), "\"nihil\"0");
    EXPECT_EQ(cell(table, 4, "kelas") + cell(table, 4, "kelas_no"), "\"tanpa_data\"");
    EXPECT_EQ(cell(table, 5, "bahaya") + cell(table, 5, "kelas") + cell(table, 5, "jiwa"), "\"longsor\"\"≤ 0,5\"");
    EXPECT_EQ(cell(table, 8, "jiwa"), "100");
    EXPECT_EQ(cell(table, 14, "luas_ha"), "1.5");  // zone 2, longsor, class 1
    EXPECT_EQ(cell(table, 14, "jiwa"), "");
}

TEST(BalanceTable, ShowsWhereEveryoneWentAndTheResidual) {
    ExampleResult example = example_result();
    example.result.balance.in_raster = People(131);
    const Table table = balance_table(example.view());
    // 5 rows overall, 3 + 3 for banjir, 2 + 3 for longsor
    ASSERT_EQ(table.rows, 16U);
    EXPECT_EQ(cell(table, 0, "bahaya") + cell(table, 0, "butir") + cell(table, 0, "nilai"), "\"dalam_raster\"131");
    // 131 - (100 + 30 - 0) = 1, relative to 131: 0.007633587786...
    EXPECT_EQ(cell(table, 4, "butir") + cell(table, 4, "nilai").substr(0, 12), "\"selisih\"0.0076335877");
    EXPECT_EQ(cell(table, 6, "butir") + cell(table, 6, "nilai"), "\"sedang\"20.5");
    EXPECT_EQ(cell(table, 10, "butir") + cell(table, 10, "nilai"), "\"selisih\"0");
}

TEST(HistogramTable, HoldsZonesWithExposedPeopleOnlyAndDropsZerosAtTheEnd) {
    const ExampleResult example = example_result();
    const Table table = histogram_table(example.view());
    ASSERT_EQ(table.rows, 1U);
    const std::string zeros = [] {
        std::string text;
        for (int i = 0; i < 31; ++i) text += "0,";
        return text;
    }();
    // 4.99996 to 0.0001 is 5; 0.00004 is 0 and falls away with the zeros
    EXPECT_EQ(cell(table, 0, "jiwa"), "\"[10," + zeros + "20.5," + zeros + "5]\"");
    EXPECT_EQ(histogram_limits_table(example.view()).rows, 2U);
}

TEST(RecordTables, CarryFindingsAndInputs) {
    const ExampleResult example = example_result();
    const Table findings = findings_table(example.view());
    EXPECT_EQ(cell(findings, 0, "jenis"), "\"zones.repaired\"");
    EXPECT_EQ(cell(findings, 0, "angka"), R"("{""area_m2"":1.5}")");
    const Table inputs = inputs_table(example.view());
    EXPECT_EQ(cell(inputs, 0, "ukuran"), "1234");
    EXPECT_EQ(inputs.rows, 2U);
}

}  // namespace
}  // namespace papar
