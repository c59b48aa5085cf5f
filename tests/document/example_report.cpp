#include "tests/document/example_report.hpp"

#include <array>

namespace papar::test {

namespace {

using Row = std::vector<ReportCell>;

constexpr std::array<const char*, 6> kecamatan = {"Juai",      "Halong", hostile_kecamatan,
                                                  "Lampihong", "Awayan", "Paringin Selatan"};

[[nodiscard]] std::vector<ReportColumn> first_columns() {
    return {{"No", "", CellFormat::ordinal, false}, {"Kecamatan", "", CellFormat::text, false}};
}

[[nodiscard]] std::vector<ReportColumn> with(std::vector<ReportColumn> columns, const std::vector<ReportColumn>& more) {
    columns.insert(columns.end(), more.begin(), more.end());
    return columns;
}

// Row i: 1000.25 + i, 200.5 + i, 30 + i ha; the totals are 6 times the first figure and 0 + 1 + ... + 5 = 15.
[[nodiscard]] ReportTable area_table() {
    ReportTable table;
    table.sheet = "Luas bahaya";
    table.caption = "Potensi luas bahaya banjir per kecamatan";
    table.columns = with(first_columns(), {{"Rendah", "Luas Bahaya (Ha)", CellFormat::hectares, true},
                                           {"Sedang", "Luas Bahaya (Ha)", CellFormat::hectares, true},
                                           {"Tinggi", "Luas Bahaya (Ha)", CellFormat::hectares, true},
                                           {"Total", "Luas Bahaya (Ha)", CellFormat::hectares, true},
                                           {"Kelas", "", CellFormat::class_of, false}});
    for (std::size_t i = 0; i < kecamatan.size(); ++i) {
        const auto n = static_cast<double>(i);
        table.rows.push_back(Row{n + 1, kecamatan[i], 1000.25 + n, 200.5 + n, 30.0 + n, 1230.75 + 3 * n,
                                 static_cast<double>(i % 3 + 1)});
    }
    table.rows[4] = Row{5.0, "Awayan", {}, {}, {}, {}, {}};
    table.total = Row{std::string(), "Kabupaten Contoh", 5012.25, 1013.5, 161.0, 6186.75, 3.0};
    table.notes = {"– : tidak ada data.", "Sumber: hasil analisis, data fiktif."};
    table.paragraph =
        "Luas bahaya banjir di Kabupaten Contoh 6.186,75 ha. Kecamatan dengan luas bahaya terbesar adalah Paringin "
        "Selatan (1.245,75 ha). Kelas bahaya banjir kabupaten adalah TINGGI.";
    return table;
}

[[nodiscard]] ReportTable capacity_table() {
    ReportTable table;
    table.sheet = "Kapasitas";
    table.caption = "Indeks dan kelas kapasitas per kecamatan";
    const std::string groups[] = {"Ketahanan Daerah", "Kesiapsiagaan Masyarakat", "Kapasitas"};
    table.columns = first_columns();
    for (const std::string& group : groups) {
        table.columns.push_back({"Indeks", group, CellFormat::index, false});
        table.columns.push_back({"Kelas", group, CellFormat::class_of, false});
    }
    for (std::size_t i = 0; i < kecamatan.size(); ++i) {
        table.rows.push_back(Row{static_cast<double>(i + 1), kecamatan[i], 0.45, 2.0, 0.1234, 1.0, 0.8, 3.0});
    }
    table.paragraph = "Kelas kapasitas seluruh kecamatan adalah TINGGI.";
    return table;
}

// 16 columns of large numbers: too wide for an upright page.
[[nodiscard]] ReportTable wide_table() {
    ReportTable table;
    table.sheet = "Rekap";
    table.caption = "Rekapitulasi bahaya, penduduk terpapar, kerugian dan risiko per kecamatan";
    table.columns = first_columns();
    const std::pair<const char*, CellFormat> groups[] = {{"Luas Bahaya (Ha)", CellFormat::hectares},
                                                         {"Kerugian (juta rupiah)", CellFormat::million},
                                                         {"Luas Risiko (Ha)", CellFormat::hectares}};
    for (const auto& [group, format] : groups) {
        for (const char* heading : {"Rendah", "Sedang", "Tinggi", "Total"}) {
            table.columns.push_back({heading, group, format, true});
        }
    }
    table.columns.push_back({"Penduduk Terpapar (jiwa)", "", CellFormat::people, true});
    table.columns.push_back({"Kelas", "", CellFormat::class_of, false});
    Row total{std::string(), "Jumlah"};
    for (std::size_t i = 0; i < kecamatan.size(); ++i) {
        Row row{static_cast<double>(i + 1), kecamatan[i]};
        for (int column = 0; column < 12; ++column) row.emplace_back(12345.67);
        row.emplace_back(23456.0);
        row.emplace_back(2.0);
        table.rows.push_back(row);
    }
    for (int column = 0; column < 12; ++column) total.emplace_back(74074.02);  // 6 × 12,345.67
    total.emplace_back(140736.0);                                              // 6 × 23,456
    total.emplace_back(2.0);
    table.total = total;
    table.paragraph = "Penduduk terpapar banjir di Kabupaten Contoh 140.736 jiwa.";
    return table;
}

// Longer than a page.
[[nodiscard]] ReportTable village_table() {
    ReportTable table;
    table.sheet = "Desa";
    table.caption = "Potensi penduduk terpapar banjir per desa";
    table.columns = with(first_columns(), {{"Desa", "", CellFormat::text, false},
                                           {"Jumlah", "Penduduk Terpapar (jiwa)", CellFormat::people, true},
                                           {"Umur rentan", "Kelompok Rentan (jiwa)", CellFormat::people, true},
                                           {"Penduduk miskin", "Kelompok Rentan (jiwa)", CellFormat::people, true},
                                           {"Penduduk disabilitas", "Kelompok Rentan (jiwa)", CellFormat::people, true},
                                           {"Kelas", "", CellFormat::class_of, false}});
    for (int i = 0; i < 60; ++i) {
        table.rows.push_back(Row{static_cast<double>(i + 1), kecamatan[static_cast<std::size_t>(i) / 10],
                                 "Muara Ninian " + std::to_string(i), 1234.0, 100.0, 20.0, 3.0,
                                 static_cast<double>(i % 3 + 1)});
    }
    table.total = Row{std::string(), "Kabupaten Contoh", std::string(), 74040.0, 6000.0, 1200.0, 180.0, 3.0};
    table.paragraph = "Penduduk terpapar banjir 74.040 jiwa, 6.000 di antaranya umur rentan.";
    return table;
}

[[nodiscard]] ReportTable recap_table() {
    ReportTable table;
    table.sheet = "Tingkat";
    table.caption = "Tingkat bahaya, kerentanan, kapasitas dan risiko";
    table.columns = {{"Bahaya", "", CellFormat::text, false},
                     {"Kelas bahaya", "", CellFormat::class_of, false},
                     {"Kelas kerentanan", "", CellFormat::class_of, false},
                     {"Kelas kapasitas", "", CellFormat::class_of, false},
                     {"Kelas risiko", "", CellFormat::class_of, false}};
    table.rows = {Row{"Banjir", 3.0, 2.0, 1.0, 3.0}, Row{"Tanah longsor", 1.0, 2.0, 1.0, 1.0}};
    table.paragraph = "Kelas risiko banjir TINGGI, kelas risiko tanah longsor RENDAH.";
    return table;
}

[[nodiscard]] ReportTable method_table() {
    ReportTable table;
    table.sheet = "Metode";
    table.caption = "Angka-angka metode";
    table.columns = {{"Parameter", "", CellFormat::text, false},
                     {"Nilai", "", CellFormat::amount, false},
                     {"Satuan", "", CellFormat::text, false},
                     {"Sumber", "", CellFormat::text, false},
                     {"Status", "", CellFormat::text, false}};
    for (int i = 0; i < 14; ++i) {
        table.rows.push_back(Row{"hazard.banjir.class_limits.low_" + std::to_string(i), 0.333, "indeks",
                                 "Peraturan Kepala BNPB Nomor 2 Tahun 2012, Bab V, tabel parameter bahaya banjir",
                                 "seen"});
    }
    return table;
}

[[nodiscard]] ReportTable sources_table() {
    ReportTable table;
    table.sheet = "Sumber data";
    table.caption = "Berkas masukan";
    table.columns = {{"Berkas", "", CellFormat::text, false},
                     {"Isi", "", CellFormat::text, false},
                     {"SHA-256", "", CellFormat::text, false}};
    table.rows = {Row{"data/sample/banjir_indeks_kedalaman_resolusi_tinggi.tif", "Indeks bahaya banjir",
                      "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}};
    return table;
}

[[nodiscard]] ReportChart chart_of(std::size_t categories) {
    ReportChart chart;
    chart.caption = "Penduduk terpapar banjir per kelas dan kecamatan";
    chart.value_axis = "Penduduk terpapar (jiwa)";
    chart.series = {{"Rendah", class_colour(1), {}}, {"Sedang", class_colour(2), {}}, {"Tinggi", class_colour(3), {}}};
    for (std::size_t i = 0; i < categories; ++i) {
        chart.categories.push_back(i < kecamatan.size() ? kecamatan[i] : "Kecamatan " + std::to_string(i + 1));
        const auto n = static_cast<double>(i);
        chart.series[0].values.push_back(1000 + 100 * n);
        chart.series[1].values.push_back(500 + 50.5 * n);
        chart.series[2].values.push_back(250);
    }
    return chart;
}

}  // namespace

KrbReport example_report() {
    KrbReport report;
    report.title = "Kajian Risiko Bencana Kabupaten Contoh";
    report.region = "Kabupaten Contoh, Provinsi Contoh";
    report.note = "Data fiktif: bukan untuk keputusan apa pun.";
    ReportSection flood{"Banjir", {}, {}, {}};
    flood.paragraphs = {
        "Bahaya banjir dihitung dari indeks bahaya dengan ukuran sel 100 m. Baris kendali:\x01\x0b lolos.",
        "Kelas rendah, sedang dan tinggi mengikuti batas 0,333 dan 0,666."};
    flood.tables = {area_table(), capacity_table(), village_table(), wide_table()};
    flood.charts = {chart_of(6)};
    ReportSection all{"Multibahaya", {"Seluruh bahaya bersama-sama."}, {recap_table()}, {chart_of(40)}};
    report.sections = {flood, all};
    report.method = method_table();
    report.sources = sources_table();
    report.findings = {"Kecamatan Awayan tidak memiliki data bahaya.", "Angka 0,333 belum dilihat pada sumber asli."};
    report.disclaimers = {"Data InaRISK adalah milik BNPB dan dipakai sebagaimana adanya."};
    return report;
}

}  // namespace papar::test
