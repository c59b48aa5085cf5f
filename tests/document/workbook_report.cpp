#include "tests/document/workbook_report.hpp"

namespace papar::test {
namespace {

using Row = std::vector<ReportCell>;
const ReportCell unknown{};

[[nodiscard]] ReportTable area_table() {
    ReportTable table;
    table.sheet = "Luas bahaya Banjir & 'rob' lama";
    table.caption = "Potensi luas bahaya banjir per kecamatan";
    const std::string area = "Luas bahaya (ha)";
    table.columns = {{"No", "", CellFormat::ordinal},
                     {"Kecamatan", ""},
                     {"Rendah", area, CellFormat::hectares, true},
                     {"Sedang", area, CellFormat::hectares, true},
                     {"Tinggi", area, CellFormat::hectares, true},
                     {"Total", area, CellFormat::hectares, true},
                     {"Indeks", "", CellFormat::index},
                     {"Kelas", "", CellFormat::class_of}};
    table.rows = {{1.0, "=1+1", 1234.5, 200.0, 3.125, 1437.625, 0.3215, 1.0},
                  {2.0, "007", 0.25, 10.0, 40.5, 50.75, 0.8, 3.0},
                  {3.0, "Tebing Tinggi", unknown, unknown, unknown, unknown, unknown, unknown}};
    table.total = {"", "Kabupaten Contoh", 1234.75, 210.0, 43.625, 1488.375, 0.4, 2.0};
    table.paragraph =
        "Potensi luas bahaya banjir di Kabupaten Contoh adalah 1.488,38 ha. Kecamatan dengan luas bahaya terbesar "
        "adalah =1+1, yaitu 1.437,63 ha atau 96,6% dari seluruh luas bahaya. Kelas bahaya kabupaten adalah SEDANG.";
    table.notes = {"- berarti tidak diketahui.", "Indeks: rata-rata tertimbang luas."};
    return table;
}

[[nodiscard]] ReportTable people_table() {
    ReportTable table;
    table.sheet = "Penduduk Banjir";
    table.caption = "Potensi penduduk terpapar banjir per kecamatan";
    const std::string groups = "Kelompok rentan (jiwa)";
    table.columns = {{"No", "", CellFormat::ordinal},
                     {"Kecamatan", ""},
                     {"Penduduk terpapar (jiwa)", "", CellFormat::people, true},
                     {"Umur rentan", groups, CellFormat::people, true},
                     {"Penduduk miskin", groups, CellFormat::people, true},
                     {"Kelas", "", CellFormat::class_of}};
    table.rows = {{1.0, "https://contoh.go.id/juai", 12345.0, 2100.0, unknown, 3.0},
                  {2.0, "@Halong", 678.0, 100.0, unknown, 2.0}};
    table.total = {"", "Kabupaten Contoh", 13023.0, 2200.0, unknown, 3.0};
    return table;
}

// Without groups of columns, and wide.
[[nodiscard]] ReportTable method_table() {
    ReportTable table;
    table.sheet = "Lampiran metode";
    table.caption = "Angka yang digunakan, sumber dan statusnya";
    table.columns = {{"Nama", ""}, {"Nilai", ""}, {"Satuan", ""}, {"Sumber", ""}, {"Status", ""}};
    table.rows = {
        {"bahaya.batas_kelas", "0,333 dan 0,666", "",
         "Peraturan Kepala BNPB 2/2012, lampiran, halaman 20: bahaya dibagi menjadi tiga kelas sama lebar", "seen"},
        {"kerentanan.sosial.bobot", "+0,6", "", "-", "recalled"}};
    return table;
}

[[nodiscard]] ReportTable sources_table() {
    ReportTable table;
    table.sheet = "Sumber data";
    table.caption = "Berkas masukan";
    table.columns = {{"Berkas", ""}, {"SHA-256", ""}, {"Ukuran", "", CellFormat::amount}};
    table.rows = {{"banjir.tif", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", 1234567.0}};
    return table;
}

[[nodiscard]] ReportTable matrix_table(const std::string& sheet, const std::vector<std::string>& names,
                                       const std::vector<Row>& name_cells) {
    ReportTable table;
    table.sheet = sheet;
    table.caption = "Matriks kajian risiko bencana Kabupaten Contoh";
    table.columns = {{"JENIS BAHAYA", ""}};
    for (const std::string& name : names) table.columns.push_back({name, ""});
    const std::string loss = "POTENSI KERUGIAN (JUTA RUPIAH)";
    for (const char* group : {"BAHAYA", "RISIKO"}) {
        if (group == std::string("RISIKO")) {
            table.columns.push_back({"POTENSI PENDUDUK TERPAPAR (JIWA)", "", CellFormat::people});
            table.columns.push_back({"FISIK", loss, CellFormat::million});
            table.columns.push_back({"EKONOMI", loss, CellFormat::million});
            table.columns.push_back({"TOTAL", loss, CellFormat::million});
            table.columns.push_back({"KELAS KERENTANAN", "", CellFormat::class_of});
        }
        for (const char* heading : {"RENDAH", "SEDANG", "TINGGI", "TOTAL"}) {
            table.columns.push_back({heading, group, CellFormat::hectares});
        }
        table.columns.push_back({"KELAS", group, CellFormat::class_of});
    }
    for (const Row& cells : name_cells) {
        Row& row = table.rows.emplace_back(Row{"BANJIR"});
        row.insert(row.end(), cells.begin(), cells.end());
        for (const double area : {1234.5, 200.0, 3.125, 1437.625}) row.emplace_back(area);
        for (const double other : {2.0, 12345.0, 1500.5, 250.25, 1750.75, 3.0}) row.emplace_back(other);
        row.resize(row.size() + 5);
    }
    return table;
}

[[nodiscard]] ReportChart chart(const std::string& caption, const std::string& value_axis, double factor) {
    return {caption,
            value_axis,
            {"=1+1", "007"},
            {{"Rendah", "#5aae61", {1234.5 * factor, 0.25 * factor}},
             {"Sedang", "#fee08b", {200 * factor, 10 * factor}},
             {"Tinggi", "#d73027", {3.125 * factor, 40.5 * factor}}}};
}

}  // namespace

KrbReport workbook_report(Language language) {
    KrbReport report;
    report.language = language;
    report.title = "Kajian Risiko Bencana Kabupaten Contoh";
    report.region = "Kabupaten Contoh";
    report.note = "Data fiktif";
    report.sections = {{"Banjir",
                        {},
                        {area_table(), people_table()},
                        {chart("Luas bahaya banjir menurut kelas per kecamatan", "ha", 1),
                         chart("Penduduk terpapar banjir menurut kelas per kecamatan", "jiwa", 10)}}};
    report.method = method_table();
    report.sources = sources_table();
    report.disclaimers = {"Data InaRISK digunakan sebagaimana adanya."};
    report.findings = {"=2 desa tidak memiliki data penduduk.", "Angka dengan status recalled digunakan."};
    report.matrix = {matrix_table("DESA", {"KECAMATAN", "DESA/KELURAHAN"}, {{"=1+1", "-Juai"}, {"007", "Halong"}}),
                     matrix_table("KECAMATAN", {"KECAMATAN"}, {{"=1+1"}, {"007"}}),
                     matrix_table("KABUPATEN", {}, {{}})};
    return report;
}

}  // namespace papar::test
