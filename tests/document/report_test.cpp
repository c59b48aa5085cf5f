// What is made for all hazards together: capacity, multi-hazard, recap, exposures, matrix sheets, annexes.
#include "tests/document/small_study.hpp"
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <set>
#include <stdexcept>

namespace papar::test {
namespace {

using testing::AllOf;
using testing::Contains;
using testing::Each;
using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::Not;

std::vector<std::string> rows_text(const ReportTable& table) {
    std::vector<std::string> rows;
    for (const std::vector<ReportCell>& row : table.rows) rows.push_back(row_text(table, row));
    return rows;
}

const ReportTable& with_sheet(const std::vector<ReportTable>& tables, const std::string& sheet) {
    for (const ReportTable& table : tables) {
        if (table.sheet == sheet) return table;
    }
    throw std::runtime_error("no sheet " + sheet);
}

TEST(KrbReport, TitlesAndSectionsInTheLanguage) {
    const KrbReport report = small_study().report();
    EXPECT_EQ(report.title, "Kajian Risiko Bencana Kabupaten Contoh");
    EXPECT_EQ(report.note, "Data fiktif");
    std::vector<std::string> headings;
    for (const ReportSection& section : report.sections) headings.push_back(section.heading);
    EXPECT_THAT(headings, ElementsAre("Banjir", "Tanah longsor", "Kapasitas", "Multibahaya"));
    EXPECT_EQ(small_study().report(Language::en).title, "Disaster Risk Assessment of Kabupaten Contoh");
    SmallStudy nameless = small_study();
    nameless.report_facts.region.clear();
    nameless.facts.study_title = "Studi contoh";
    EXPECT_EQ(nameless.report().title, "Studi contoh");
    const ReportTable table = nameless.report().sections[0].tables[0];
    EXPECT_THAT(table.paragraph, HasSubstr("di wilayah kajian mencapai"));
    EXPECT_EQ(std::get<std::string>(table.total[1]), "Jumlah");
}

TEST(KrbReport, SheetsHaveNamesThatExcelTakes) {
    SmallStudy study = small_study();
    study.facts.hazards[0].title = "Kebakaran hutan dan lahan [karhutla]";
    study.facts.hazards[1].title = "Kebakaran hutan dan lahan: gambut";
    std::set<std::string> names;
    std::size_t tables = 0;
    const auto look_at = [&](const ReportTable& table) {
        ++tables;
        names.insert(table.sheet);
        EXPECT_LE(table.sheet.size(), 31U);  // ASCII here
        EXPECT_EQ(table.sheet.find_first_of("[]:*?/\\"), std::string::npos) << table.sheet;
    };
    const KrbReport report = study.report();
    for (const ReportSection& section : report.sections) std::ranges::for_each(section.tables, look_at);
    std::ranges::for_each(report.matrix, look_at);
    look_at(report.method);
    look_at(report.sources);
    EXPECT_EQ(names.size(), tables);
}

TEST(KrbReport, EveryRowAndTotalHasACellForEachColumn) {
    const KrbReport report = small_study().report();
    for (const ReportSection& section : report.sections) {
        for (const ReportTable& table : section.tables) {
            for (const std::vector<ReportCell>& row : table.rows) EXPECT_EQ(row.size(), table.columns.size());
            EXPECT_TRUE(table.total.empty() || table.total.size() == table.columns.size());
            EXPECT_FALSE(table.paragraph.empty()) << table.caption;
        }
    }
    for (const ReportTable& table : report.matrix) {
        for (const std::vector<ReportCell>& row : table.rows) EXPECT_EQ(row.size(), table.columns.size());
    }
}

TEST(KrbReport, AStudyWithoutHazardsHasItsCapacity) {
    SmallStudy study = small_study();
    study.facts.hazards.clear();
    const auto clear = [](std::vector<ZoneFigures>& zones, std::vector<RiskFigures>& risks) {
        for (ZoneFigures& zone : zones) {
            zone.by_hazard.clear();
            zone.by_group.clear();
        }
        for (RiskFigures& risk : risks) risk.by_hazard.clear();
    };
    clear(study.result.zones, study.risk.zones);
    clear(study.result.levels[0], study.risk.levels[0]);
    study.risk.all.by_hazard.clear();
    const KrbReport report = study.report();
    ASSERT_EQ(report.sections.size(), 1U);
    EXPECT_EQ(report.sections[0].heading, "Kapasitas");
}

TEST(KrbReport, Capacity) {
    const ReportTable table = small_study().report().sections[2].tables[0];
    EXPECT_EQ(headings_text(table),
              "No | Kecamatan | Ketahanan daerah: Indeks | Ketahanan daerah: Kelas | Kesiapsiagaan masyarakat: Indeks "
              "| Kesiapsiagaan masyarakat: Kelas | Kapasitas: Indeks | Kapasitas: Kelas");
    EXPECT_THAT(rows_text(table),
                ElementsAre("1 | Juai | 0,433 | SEDANG | 0,461 | SEDANG | 0,450 | SEDANG",
                            "2 | Kecamatan Awayan | 0,433 | SEDANG | 0,376 | SEDANG | 0,399 | SEDANG"));
    EXPECT_EQ(table.paragraph,
              "Indeks kapasitas Kabupaten Contoh adalah 0,443 dan berada pada kelas sedang, dengan indeks ketahanan "
              "daerah 0,433 dan indeks kesiapsiagaan masyarakat 0,450. Semua kecamatan berada pada kelas kapasitas "
              "sedang. Kapasitas terendah terdapat di Kecamatan Awayan (0,399).");
    SmallStudy unknown = small_study();
    unknown.risk.all.capacity = {};
    EXPECT_THAT(unknown.report().sections[2].tables[0].paragraph,
                HasSubstr("Indeks kapasitas Kabupaten Contoh tidak diketahui."));
}

TEST(KrbReport, RecapOfTheKabupatenEndsWithMulti) {
    const std::vector<ReportTable> tables = small_study().report().sections[3].tables;
    const ReportTable& table = with_sheet(tables, "Rekapitulasi");
    EXPECT_EQ(headings_text(table),
              "No | Jenis bahaya | Kelas: Bahaya | Kelas: Kerentanan | Kelas: Kapasitas | Kelas: Risiko");
    EXPECT_THAT(rows_text(table),
                ElementsAre("1 | Banjir | TINGGI | SEDANG | SEDANG | TINGGI", "2 | Tanah longsor | - | - | SEDANG | -",
                            "3 | MULTI | TINGGI | - | SEDANG | TINGGI"));
    EXPECT_EQ(table.paragraph,
              "Kelas risiko bencana tertinggi di Kabupaten Contoh adalah tinggi, yaitu untuk banjir. Kelas risiko "
              "tidak diketahui untuk tanah longsor.");
}

TEST(KrbReport, MultiHazard) {
    SmallStudy study = small_study();
    // 10 ha of Juai's 100 ha rendah have two hazards.
    for (RiskFigures* row : {&study.risk.levels[0][0], &study.risk.all}) {
        row->multi.by_number[1][0] = AreaM2(100'000);
        row->multi.by_number[0][0] -= AreaM2(100'000);
    }
    const std::vector<ReportTable> tables = study.report().sections[3].tables;
    const ReportTable& number = with_sheet(tables, "Multibahaya jumlah");
    // 1384.56 - 10 = 1374.56; 1374.56 + 10 of Awayan = 1384.56
    EXPECT_THAT(rows_text(number),
                ElementsAre("1 | Juai | 1.374,56 | 10,00 | 1.384,56", "2 | Kecamatan Awayan | 10,00 | 0,00 | 10,00"));
    EXPECT_EQ(number.paragraph,
              "Daerah bahaya di Kabupaten Contoh terdiri atas 1.384,56 ha dengan 1 bahaya dan 10,00 ha dengan 2 "
              "bahaya.");
    const ReportTable& by_class = with_sheet(tables, "Multibahaya jumlah dan kelas");
    EXPECT_THAT(rows_text(by_class), ElementsAre("1 | 1 bahaya | 100,00 | 50,00 | 1.234,56 | 1.384,56",
                                                 "2 | 2 bahaya | 10,00 | 0,00 | 0,00 | 10,00"));
    EXPECT_EQ(row_text(by_class, by_class.total), " | Kabupaten Contoh | 110,00 | 50,00 | 1.234,56 | 1.394,56");
    const ReportTable& people = with_sheet(tables, "Multibahaya penduduk");
    EXPECT_EQ(row_text(people, people.total), " | Kabupaten Contoh | 1.851");
    EXPECT_THROW((void)with_sheet(tables, "Multibahaya indeks"), std::runtime_error);  // no weights, no index

    study.risk.all.multi.weighted = index_of(1000, 394.56, 0, 0.5, 2);
    const std::vector<ReportTable> weighted = study.report().sections[3].tables;
    const ReportTable& index = with_sheet(weighted, "Multibahaya indeks");
    EXPECT_EQ(row_text(index, index.total),
              " | Kabupaten Contoh | 1.000,00 | 394,56 | 0,00 | 1.394,56 | 0,500 | SEDANG");
    EXPECT_EQ(row_text(index, index.rows[0]), "1 | Juai | - | - | - | - | - | -");
}

TEST(KrbReport, MultiHazardOfUnknownHazardsIsNotZero) {
    SmallStudy study = small_study();
    const auto forget = [](RiskFigures& risk) {
        for (HazardRisk& hazard : risk.by_hazard) hazard = {};
        risk.multi = {};
        risk.multi.by_number.resize(2);
    };
    std::ranges::for_each(study.risk.zones, forget);
    std::ranges::for_each(study.risk.levels[0], forget);
    forget(study.risk.all);
    const KrbReport report = study.report();
    const std::vector<ReportTable>& tables = report.sections[3].tables;
    EXPECT_EQ(with_sheet(tables, "Multibahaya luas").paragraph,
              "Luas daerah dengan sedikitnya satu bahaya di Kabupaten Contoh tidak diketahui.");
    const ReportTable& number = with_sheet(tables, "Multibahaya jumlah");
    EXPECT_EQ(row_text(number, number.total), " | Kabupaten Contoh | - | - | -");
    EXPECT_EQ(number.paragraph, "Luas daerah bahaya di Kabupaten Contoh tidak diketahui.");
    const ReportTable& by_class = with_sheet(tables, "Multibahaya jumlah dan kelas");
    EXPECT_EQ(row_text(by_class, by_class.rows[0]), "1 | 1 bahaya | - | - | - | -");
    EXPECT_EQ(with_sheet(tables, "Rekapitulasi").paragraph,
              "Kelas risiko bencana di Kabupaten Contoh tidak diketahui untuk semua bahaya.");
}

TEST(KrbReport, ExposedPointsAndLayers) {
    SmallStudy study = small_study();
    study.risk.exposures = {{"sekolah", "Sekolah", "unit", 1, true},
                            {"sawah", "Sawah", "ha", 10'000, false},
                            {"rumah", "Rumah", "Rp", 1, false}};
    study.risk.points = {{0, "SD 2", "SD", 0, 0, {}, 0, {1, 0}},
                         {0, "SD 1", "SD", 0, 0, {}, 1, {3, std::nullopt}},
                         {0, "SMP 1", "SMP", 0, 0, {}, 2, {0, 0}},
                         {0, "SMP 2", "SMP", 0, 0, {}, std::nullopt, {3, 3}}};
    const ByClass<Amount> schools{Amount(1), Amount(), Amount(1)};
    const ByClass<Amount> fields{Amount(), Amount(125'000), Amount()};  // 12.5 of 50 ha
    study.risk.all.exposures = {{Amount(3), {schools, {}}},
                                {Amount(500'000), {fields, {}}},
                                {Amount(4e6), {{Amount(), Amount(), Amount(1e6)}, {}}}};
    for (RiskFigures& area : study.risk.levels[0]) area.exposures = study.risk.all.exposures;
    study.risk.all.by_hazard[1].hazard.reset();
    const KrbReport report = study.report();
    const ReportTable& layers = with_sheet(report.sections[0].tables, "Paparan Banjir");
    EXPECT_THAT(rows_text(layers),
                ElementsAre("1 | Sekolah | unit | 1 | 0 | 1 | 2 | 3", "2 | Sawah | ha | 0 | 12,50 | 0 | 12,50 | 50",
                            "3 | Rumah | juta rupiah | 0 | 0 | 1 | 1 | 4"));
    EXPECT_THAT(layers.paragraph, HasSubstr("Rumah di daerah bahaya banjir mencapai 1 juta rupiah atau 25,0% dari "
                                            "seluruhnya (4 juta rupiah)."));
    EXPECT_THAT(layers.total, IsEmpty());
    EXPECT_THAT(layers.paragraph,
                HasSubstr("Sawah di daerah bahaya banjir mencapai 12,50 ha atau 25,0% dari seluruhnya (50 ha)."));
    EXPECT_THAT(rows_text(with_sheet(report.sections[1].tables, "Paparan Tanah longsor"))[1],
                "2 | Sawah | ha | - | - | - | - | 50");

    const ReportTable& points = with_sheet(report.sections[0].tables, "Fasilitas Banjir");
    EXPECT_EQ(headings_text(points), "No | Nama | Lapisan | Jenis | Kecamatan | Kelas bahaya");
    EXPECT_THAT(rows_text(points),
                ElementsAre("1 | SD 1 | Sekolah | SD | Juai | TINGGI", "2 | SD 2 | Sekolah | SD | Juai | RENDAH"));
    EXPECT_EQ(points.paragraph,
              "Dari 3 fasilitas di Kabupaten Contoh, 2 berada di daerah bahaya banjir: 1 pada kelas tinggi dan 1 pada "
              "kelas rendah.");
    EXPECT_THAT(points.notes, ElementsAre("Fasilitas di luar daerah bahaya, tidak dimuat di tabel: 1.",
                                          "Fasilitas di luar semua wilayah, tidak dimuat di tabel: 1."));
    const ReportTable& none = with_sheet(report.sections[1].tables, "Fasilitas Tanah longsor");
    EXPECT_THAT(none.rows, IsEmpty());
    EXPECT_THAT(none.notes, Contains("Fasilitas tanpa data bahaya, tidak dimuat di tabel: 1."));
}

TEST(Matrix, OneRowAHazardAndAreaOnTheSheetsThatThereAre) {
    const std::vector<ReportTable> sheets = small_study().report().matrix;
    ASSERT_EQ(sheets.size(), 3U);
    EXPECT_EQ(sheets[0].sheet, "DESA");
    EXPECT_EQ(sheets[1].sheet, "KECAMATAN");
    EXPECT_EQ(sheets[2].sheet, "KABUPATEN");
    EXPECT_EQ(headings_text(sheets[0]),
              "JENIS BAHAYA | KECAMATAN | DESA/KELURAHAN | BAHAYA: RENDAH | BAHAYA: SEDANG | BAHAYA: TINGGI | BAHAYA: "
              "TOTAL | BAHAYA: KELAS | POTENSI PENDUDUK TERPAPAR (JIWA) | POTENSI KERUGIAN (JUTA RUPIAH): FISIK | "
              "POTENSI KERUGIAN (JUTA RUPIAH): KELAS FISIK | POTENSI KERUGIAN (JUTA RUPIAH): EKONOMI | POTENSI "
              "KERUGIAN (JUTA RUPIAH): KELAS EKONOMI | POTENSI KERUGIAN (JUTA RUPIAH): TOTAL | KELAS KERUGIAN | KELAS "
              "KERENTANAN | KELAS KAPASITAS | RISIKO: RENDAH | RISIKO: SEDANG | RISIKO: TINGGI | RISIKO: TOTAL | "
              "RISIKO: KELAS");
    EXPECT_EQ(sheets[0].rows.size(), 6U);  // 2 hazards x 3 desa
    EXPECT_EQ(row_text(sheets[0], sheets[0].rows[0]),
              "BANJIR | Juai | Sirap | 100,00 | 50,00 | 0,00 | 150,00 | RENDAH | 301 | - | - | - | - | - | - | - | "
              "SEDANG | 100,00 | 50,00 | 0,00 | 150,00 | RENDAH");
    EXPECT_EQ(sheets[1].rows.size(), 4U);  // 2 x 2
    EXPECT_EQ(row_text(sheets[1], sheets[1].rows[0]),
              "BANJIR | Juai | 100,00 | 50,00 | 1.234,56 | 1.384,56 | TINGGI | 1.801 | 1.500,00 | TINGGI | 250,50 | "
              "RENDAH | 1.750,50 | SEDANG | SEDANG | SEDANG | 100,00 | 50,00 | 1.234,56 | 1.384,56 | TINGGI");
    EXPECT_EQ(row_text(sheets[1], sheets[1].rows[3]),
              "TANAH LONGSOR | Kecamatan Awayan | - | - | - | - | - | - | - | - | - | - | - | - | - | SEDANG | - | - | "
              "- | - | -");
    ASSERT_EQ(sheets[2].rows.size(), 3U);  // 2 and MULTI
    EXPECT_EQ(row_text(sheets[2], sheets[2].rows[2]),
              "MULTI | 110,00 | 50,00 | 1.234,56 | 1.394,56 | TINGGI | 1.851 | - | - | - | - | - | - | - | SEDANG | "
              "110,00 | 50,00 | 1.234,56 | 1.394,56 | TINGGI");
}

TEST(Matrix, ZonesWithoutALevelOrUnderAKabupatenAreKecamatan) {
    SmallStudy study = small_study();
    study.layer.levels[0].id = "kabupaten";
    for (const bool with_level : {true, false}) {
        if (!with_level) study.layer.levels.clear();
        const KrbReport report = study.report();
        ASSERT_EQ(report.matrix.size(), 2U);
        EXPECT_EQ(report.matrix[0].sheet, "KECAMATAN");
        EXPECT_EQ(report.matrix[0].rows.size(), 6U);
        EXPECT_EQ(report.sections[0].tables[0].columns[1].heading, "Kecamatan");
        EXPECT_EQ(report.sections[0].tables[0].rows.size(), 3U);
    }
}

TEST(Annexes, EveryNumberWithItsSourceAndStatus) {
    const KrbReport report = small_study().report();
    EXPECT_THAT(rows_text(report.method),
                ElementsAre("1 | Indeks: batas kelas (index.breaks) | 0,333; 0,666 | Modul Banjir | terbaca",
                            "2 | Risiko: rumus (risk.form) | akar pangkat tiga | Modul | ingatan, belum diperiksa"));
    EXPECT_THAT(report.method.paragraph, HasSubstr("1 di antaranya berstatus ingatan"));
    EXPECT_THAT(report.method.notes, Contains(HasSubstr("0,001 dari batas kelas")));
    EXPECT_THAT(report.method.notes, Contains(HasSubstr(": Banjir 12, Tanah longsor 0.")));
    EXPECT_EQ(row_text(report.sources, report.sources.rows[0]),
              "1 | bahaya banjir | banjir.tif | 1.234 | " + std::string(64, 'a'));
    const KrbReport english = small_study().report(Language::en);
    EXPECT_EQ(row_text(english.method, english.method.rows[1], Language::en),
              "2 | risk.form | cube_root | Modul | recalled, unverified");
    EXPECT_THAT(report.findings,
                ElementsAre("Bahaya tanah longsor: tidak ada data di wilayah mana pun.",
                            "Risiko tanah longsor: tidak dihitung, karena profil tidak memuat "
                            "weight.tanah_longsor.physical; angka yang diketahui diberikan di [profile.set]."));
    EXPECT_THAT(english.findings,
                ElementsAre("Hazard longsor has no data in any zone.",
                            "hazard longsor: no risk: profile contoh does not know weight.tanah_longsor.physical"));
}

TEST(Annexes, InaRiskIsDisclaimedWhereItIsUsed) {
    SmallStudy study = small_study();
    EXPECT_THAT(study.report().disclaimers, Each(Not(HasSubstr("InaRISK"))));
    EXPECT_THAT(study.report().disclaimers, Contains(HasSubstr("dibulatkan")));
    study.report_facts.sources = {"Peta bahaya banjir: InaRISK, BNPB"};
    EXPECT_THAT(study.report().disclaimers,
                Contains(AllOf(HasSubstr("lokasi relatif"), HasSubstr("hukum atau rekayasa sipil"))));
    EXPECT_THAT(study.report().sources.notes, ElementsAre("Peta bahaya banjir: InaRISK, BNPB"));
    study.report_facts.sources.clear();
    study.risk.profile_id = "inarisk";
    EXPECT_THAT(study.report(Language::en).disclaimers, Contains(HasSubstr("not for legal or civil-engineering use")));
}

}  // namespace
}  // namespace papar::test
