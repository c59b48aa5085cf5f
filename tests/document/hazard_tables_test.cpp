// The standard tables of one hazard, in figures and in words. The figures of the study are in small_study.hpp.
#include "tests/document/small_study.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace papar::test {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

// In the order of the reference: areas, people, losses, environment, vulnerability, risk.
enum Number { area, people, loss, environment, vulnerability, risk };

ReportTable flood_table(const KrbReport& report, Number number) {
    return report.sections[0].tables[number];
}

std::vector<std::string> rows_text(const ReportTable& table) {
    std::vector<std::string> rows;
    for (const std::vector<ReportCell>& row : table.rows) rows.push_back(row_text(table, row));
    return rows;
}

TEST(HazardTables, AreaByClass) {
    const ReportTable table = flood_table(small_study().report(), area);
    EXPECT_EQ(table.caption, "Potensi luas bahaya banjir per kecamatan");
    EXPECT_EQ(headings_text(table),
              "No | Kecamatan | Luas bahaya (ha): Rendah | Luas bahaya (ha): Sedang | Luas bahaya (ha): Tinggi | "
              "Luas bahaya (ha): Total | Indeks | Kelas");
    // 100 + 50 + 1234.56 = 1384.56; 1384.56 + 10 = 1394.56
    EXPECT_THAT(rows_text(table), ElementsAre("1 | Juai | 100,00 | 50,00 | 1.234,56 | 1.384,56 | 0,800 | TINGGI",
                                              "2 | Kecamatan Awayan | 10,00 | 0,00 | 0,00 | 10,00 | 0,100 | RENDAH"));
    EXPECT_EQ(row_text(table, table.total),
              " | Kabupaten Contoh | 110,00 | 50,00 | 1.234,56 | 1.394,56 | 0,750 | TINGGI");
    for (std::size_t i = 0; i < table.columns.size(); ++i) EXPECT_EQ(table.columns[i].summed, i >= 2 && i <= 5) << i;
    // 1384.56 / 1394.56 = 0.99283
    EXPECT_EQ(table.paragraph,
              "Potensi luas bahaya banjir di Kabupaten Contoh mencapai 1.394,56 ha dan berada pada kelas tinggi. Luas "
              "itu terdiri atas 110,00 ha kelas rendah, 50,00 ha kelas sedang, dan 1.234,56 ha kelas tinggi. Kecamatan "
              "dengan luas bahaya terbesar adalah Kecamatan Juai, yaitu 1.384,56 ha atau 99,3% dari seluruh luas "
              "bahaya.");
}

TEST(HazardTables, PeopleWithTheStudysGroups) {
    const ReportTable table = flood_table(small_study().report(), people);
    EXPECT_EQ(headings_text(table),
              "No | Kecamatan | Penduduk terpapar (jiwa) | Kelompok rentan (jiwa): Penduduk lansia | Indeks | Kelas");
    // Juai: 300.5 + 1500; old 30 + 150
    EXPECT_THAT(rows_text(table), ElementsAre("1 | Juai | 1.801 | 180 | 0,867 | TINGGI",
                                              "2 | Kecamatan Awayan | 50 | 5 | 0,200 | RENDAH"));
    EXPECT_EQ(std::get<double>(table.rows[0][2]), 1800.5);  // cells keep the figure
    EXPECT_EQ(std::get<double>(table.total[2]), 1850.75);
    // 1800.5 / 1850.75 = 0.97285
    EXPECT_EQ(table.paragraph,
              "Potensi penduduk terpapar bahaya banjir di Kabupaten Contoh mencapai 1.851 jiwa dan berada pada kelas "
              "tinggi. Di antaranya termasuk penduduk lansia 185 jiwa. Kecamatan dengan penduduk terpapar terbanyak "
              "adalah Kecamatan Juai, yaitu 1.801 jiwa atau 97,3% dari seluruh penduduk terpapar.");
    EXPECT_EQ(flood_table(small_study().report(Language::en), people).paragraph,
              "The population potentially exposed to banjir hazard in Kabupaten Contoh amounts to 1,851 people and is "
              "in the high class. Among them are penduduk lansia 185 people. The kecamatan with the most exposed "
              "people is Kecamatan Juai, with 1,801 people or 97.3% of all exposed people.");
}

TEST(HazardTables, HousesStandBesideThePeopleWhereTheyAreKnown) {
    SmallStudy study = small_study();
    study.risk.levels[0][0].by_hazard[0].houses = {Amount(20.1), Amount(40), Amount(300)};
    study.risk.levels[0][1].by_hazard[0].houses = {Amount(10.05), Amount(), Amount()};
    study.risk.all.by_hazard[0].houses = {Amount(30.15), Amount(40), Amount(300)};
    const ReportTable table = flood_table(study.report(), people);
    EXPECT_EQ(headings_text(table),
              "No | Kecamatan | Penduduk terpapar (jiwa) | Kelompok rentan (jiwa): Penduduk lansia | Rumah terpapar "
              "(unit) | Indeks | Kelas");
    // 20.1 + 40 + 300 = 360.1
    EXPECT_THAT(rows_text(table), ElementsAre("1 | Juai | 1.801 | 180 | 360 | 0,867 | TINGGI",
                                              "2 | Kecamatan Awayan | 50 | 5 | 10 | 0,200 | RENDAH"));
    EXPECT_EQ(std::get<double>(table.total[4]), 370.15);
}

TEST(HazardTables, LossesInMillionRupiah) {
    const ReportTable table = flood_table(small_study().report(), loss);
    EXPECT_EQ(headings_text(table),
              "No | Kecamatan | Kerugian (juta rupiah): Fisik | Kerugian (juta rupiah): Ekonomi | Kerugian (juta "
              "rupiah): Total | Indeks | Kelas");
    EXPECT_THAT(rows_text(table), ElementsAre("1 | Juai | 1.500,00 | 250,50 | 1.750,50 | 0,500 | SEDANG",
                                              "2 | Kecamatan Awayan | 0,00 | 4,00 | 4,00 | 0,100 | RENDAH"));
    EXPECT_EQ(row_text(table, table.total), " | Kabupaten Contoh | 1.500,00 | 254,50 | 1.754,50 | 0,400 | SEDANG");
    EXPECT_THAT(table.paragraph, HasSubstr("Jumlah itu terdiri atas kerugian fisik 1.500,00 juta rupiah dan kerugian "
                                           "ekonomi 254,50 juta rupiah."));
}

TEST(HazardTables, ALossKnownNowhereIsNoPartOfTheTotalAndANoteSaysSo) {
    SmallStudy study = small_study();
    for (RiskFigures* row : {&study.risk.levels[0][0], &study.risk.levels[0][1], &study.risk.all}) {
        row->by_hazard[0].physical_loss.reset();
    }
    const ReportTable table = flood_table(study.report(), loss);
    EXPECT_EQ(row_text(table, table.rows[0]), "1 | Juai | - | 250,50 | 250,50 | 0,500 | SEDANG");
    EXPECT_THAT(table.notes, Contains("Total hanya memuat kerugian ekonomi."));
}

TEST(HazardTables, ALossMissingInOneRowLeavesItsTotalUnknown) {
    SmallStudy study = small_study();
    study.risk.levels[0][0].by_hazard[0].physical_loss.reset();
    const ReportTable table = flood_table(study.report(), loss);
    EXPECT_EQ(row_text(table, table.rows[0]), "1 | Juai | - | 250,50 | - | 0,500 | SEDANG");
    EXPECT_THAT(table.paragraph,
                HasSubstr("Angka untuk Kecamatan Juai tidak diketahui dan tidak termasuk di dalamnya."));
}

TEST(HazardTables, EnvironmentVulnerabilityAndRisk) {
    const KrbReport report = small_study().report();
    const ReportTable damage = flood_table(report, environment);
    EXPECT_EQ(headings_text(damage), "No | Kecamatan | Luas kerusakan (ha) | Indeks | Kelas");
    EXPECT_EQ(row_text(damage, damage.total), " | Kabupaten Contoh | 12,50 | - | -");
    EXPECT_THAT(damage.paragraph, HasSubstr("mencapai 12,50 ha; kelasnya tidak diketahui."));

    const ReportTable classes = flood_table(report, vulnerability);
    EXPECT_EQ(headings_text(classes),
              "No | Kecamatan | Kelas: Penduduk terpapar | Kelas: Kerugian | Kelas: Kerusakan "
              "lingkungan | Kelas: Kerentanan");
    EXPECT_THAT(rows_text(classes), ElementsAre("1 | Juai | TINGGI | SEDANG | - | SEDANG",
                                                "2 | Kecamatan Awayan | RENDAH | RENDAH | - | RENDAH"));
    EXPECT_EQ(classes.paragraph,
              "Kelas kerentanan bahaya banjir di Kabupaten Contoh adalah sedang, dengan kelas penduduk terpapar tinggi "
              "dan kelas kerugian sedang. Dari 2 kecamatan, 1 berada pada kelas kerentanan sedang dan 1 pada kelas "
              "rendah.");

    const ReportTable risks = flood_table(report, risk);
    EXPECT_EQ(headings_text(risks),
              "No | Kecamatan | Luas risiko (ha): Rendah | Luas risiko (ha): Sedang | Luas "
              "risiko (ha): Tinggi | Luas risiko (ha): Total | Kelas risiko");
    EXPECT_EQ(row_text(risks, risks.total), " | Kabupaten Contoh | 110,00 | 50,00 | 1.234,56 | 1.394,56 | TINGGI");
}

TEST(HazardTables, NoHazardAnywhereIsZeroAndNoDataIsADash) {
    const ReportSection landslide = small_study().report().sections[1];
    EXPECT_EQ(landslide.heading, "Tanah longsor");
    const ReportTable& areas = landslide.tables[area];
    EXPECT_THAT(rows_text(areas), ElementsAre("1 | Juai | 0,00 | 0,00 | 0,00 | 0,00 | - | -",
                                              "2 | Kecamatan Awayan | - | - | - | - | - | -"));
    EXPECT_EQ(areas.paragraph,
              "Tidak ada daerah bahaya tanah longsor di bagian Kabupaten Contoh yang diketahui. Angka untuk Kecamatan "
              "Awayan tidak diketahui dan tidak termasuk di dalamnya.");
    EXPECT_THAT(rows_text(landslide.tables[people]),
                ElementsAre("1 | Juai | 0 | 0 | - | -", "2 | Kecamatan Awayan | - | - | - | -"));
    // Nothing is known of the losses: a note says so with the finding of that.
    EXPECT_EQ(landslide.tables[loss].paragraph,
              "Potensi kerugian akibat bahaya tanah longsor di Kabupaten Contoh tidak diketahui.");
    EXPECT_THAT(landslide.tables[loss].notes,
                Contains(AllOf(HasSubstr("Tidak satu pun angka"),
                               HasSubstr("Risiko tanah longsor: tidak dihitung, karena profil tidak memuat "),
                               Not(HasSubstr("tidak ada data")))));
    EXPECT_THAT(landslide.charts, IsEmpty());
}

TEST(HazardTables, NobodyExposedAtAll) {
    SmallStudy study = small_study();
    study.facts.hazards[1].title = "Likuefaksi";
    for (std::vector<ZoneFigures>* zones : {&study.result.zones, study.result.levels.data()}) {
        for (ZoneFigures& zone : *zones) zone.by_hazard[1].cells = 1;
    }
    EXPECT_EQ(study.report().sections[1].tables[people].paragraph,
              "Tidak ada penduduk yang terpapar bahaya likuefaksi di Kabupaten Contoh.");
    EXPECT_EQ(study.report(Language::en).sections[1].tables[people].paragraph,
              "Nobody is exposed to likuefaksi hazard in Kabupaten Contoh.");
}

TEST(HazardTables, AreasThatPrintTheSameShareTheLead) {
    SmallStudy study = small_study();
    study.result.levels[0][0].by_hazard[0] = study.result.levels[0][1].by_hazard[0];
    study.result.levels[0][0].by_hazard[0].classes[0].people += People(0.1);  // 50.35 and 50.25 people
    // Both print 50; the larger is 50.35 of 1850.75: 2.72%
    EXPECT_THAT(flood_table(study.report(), people).paragraph,
                HasSubstr("Kecamatan dengan penduduk terpapar terbanyak adalah Kecamatan Juai dan Kecamatan Awayan, "
                          "masing-masing 50 jiwa atau 2,7% dari seluruh penduduk terpapar."));
}

TEST(HazardTables, LessThanOnePersonIsNotNobody) {
    SmallStudy study = small_study();
    for (ZoneFigures& zone : study.result.zones) {
        zone.by_hazard[0].classes = {{People(0.1), AreaM2()}, {}, {}};  // 0.3 people together
    }
    EXPECT_THAT(flood_table(study.report(), people).paragraph, HasSubstr("mencapai kurang dari 1 jiwa"));
}

TEST(HazardTables, OneAreaHasNoRival) {
    SmallStudy study = small_study();
    study.layer.levels[0].areas.pop_back();
    study.layer.levels[0].area_of_zone = {0, 0, 0};
    study.result.levels[0].pop_back();
    study.risk.levels[0].pop_back();
    const KrbReport report = study.report();
    EXPECT_THAT(flood_table(report, people).paragraph, Not(HasSubstr("Kecamatan dengan")));
    EXPECT_THAT(flood_table(report, risk).paragraph, Not(HasSubstr("Dari 1")));
}

TEST(HazardTables, AZoneOutsideAllAreasHasARowOfItsOwnSoThatTheRowsAddUp) {
    SmallStudy study = small_study();
    study.layer.levels[0].areas.pop_back();  // Pudak, 50.25 people, is in no kecamatan
    study.layer.levels[0].area_of_zone = {0, 0, std::nullopt};
    study.result.levels[0].pop_back();
    study.risk.levels[0].pop_back();
    const ReportTable table = flood_table(study.report(), people);
    EXPECT_THAT(rows_text(table), ElementsAre("1 | Juai | 1.801 | 180 | 0,867 | TINGGI",
                                              "2 | Pudak (di luar kecamatan) | 50 | 5 | 0,200 | RENDAH"));
    EXPECT_EQ(std::get<double>(table.total[2]), 1850.75);
    EXPECT_THAT(table.notes, Contains(HasSubstr("mempunyai baris sendiri")));
    EXPECT_THAT(table.paragraph, Not(HasSubstr("Kecamatan dengan")));  // one kecamatan only
}

TEST(HazardTables, PeopleNobodyKnowsAreADash) {
    SmallStudy study = small_study();
    study.result.zones[2].people_known = false;  // the table has no row for Pudak
    study.result.levels[0][1].people_known = false;
    const ReportTable table = flood_table(study.report(), people);
    EXPECT_EQ(row_text(table, table.rows[1]), "2 | Kecamatan Awayan | - | 5 | 0,200 | RENDAH");
    EXPECT_EQ(row_text(table, table.total), " | Kabupaten Contoh | - | 185 | 0,800 | TINGGI");
    EXPECT_THAT(table.paragraph, HasSubstr("Potensi penduduk terpapar bahaya banjir di Kabupaten Contoh tidak "
                                           "diketahui. Angka untuk Kecamatan Awayan tidak diketahui."));
}

TEST(HazardCharts, OneBarARowInTheColoursOfTheMaps) {
    const ReportSection flood = small_study().report().sections[0];
    ASSERT_EQ(flood.charts.size(), 2U);
    const ReportChart& chart = flood.charts[0];
    EXPECT_EQ(chart.caption, "Penduduk terpapar menurut kelas bahaya banjir per kecamatan");
    EXPECT_EQ(chart.value_axis, "jiwa");
    EXPECT_THAT(chart.categories, ElementsAre("Juai", "Kecamatan Awayan"));
    ASSERT_EQ(chart.series.size(), 3U);
    EXPECT_EQ(chart.series[0].name, "Rendah");
    EXPECT_EQ(chart.series[0].colour, class_colour(1));
    EXPECT_THAT(chart.series[0].values, ElementsAre(100.5, 50.25));
    EXPECT_THAT(chart.series[2].values, ElementsAre(1500, 0));
    EXPECT_THAT(flood.charts[1].series[2].values, ElementsAre(1234.56, 0));
}

}  // namespace
}  // namespace papar::test
