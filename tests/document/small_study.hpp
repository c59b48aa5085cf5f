// A study made by hand: three desa in two kecamatan, two hazards, one group of people. The figures are inputs.
#pragma once

#include "engine/document/build_report.hpp"

#include <string>

namespace papar::test {

struct SmallStudy {
    RunFacts facts;
    ZoneLayer layer;
    OverlayResult result;
    RiskResult risk;
    ReportFacts report_facts;

    [[nodiscard]] KrbReport report(Language language = Language::id) const {
        return krb_report({facts, layer, result, language}, risk, report_facts);
    }
};

// Kabupaten Contoh. Kecamatan Juai: desa Sirap and Galumbang; kecamatan "Kecamatan Awayan": desa Pudak.
//
// Banjir, hectares rendah, sedang, tinggi (index, class), and people by class, of them old:
//   Sirap      100, 50, 0     (0.25, 1)   100.5, 200, 0     old  10, 20, 0
//   Galumbang    0, 0, 1234.56 (0.9, 3)   0, 0, 1500        old   0, 0, 150
//   Pudak       10, 0, 0      (0.1, 1)    50.25, 0, 0       old   5, 0, 0
//   Juai       100, 50, 1234.56 (0.8, 3)  1800.5 people     old 180
//   Awayan      10, 0, 0      (0.1, 1)    50.25 people      old   5
//   all        110, 50, 1234.56 (0.75, 3) 1850.75 people    old 185
// Losses of banjir, million rupiah, physical and economic: Juai 1500 and 250.5; Awayan 0 and 4; all 1500 and 254.5.
// Damage to the environment: Juai 12.5 ha, Awayan 0.
// Tanah longsor: in Juai (both desa) there is data and no hazard anywhere; in Awayan there is no data.
// No losses, vulnerability or risk are known of it.
// Capacity: IKD 0.433 everywhere, IKM 0.461 in Juai, 0.376 in Awayan.
[[nodiscard]] SmallStudy small_study();

// An index over `low`, `medium` and `high` hectares.
[[nodiscard]] IndexFigures index_of(double low, double medium, double high, double mean, std::optional<int> single);

// The cells of a table, as text in Bahasa Indonesia, joined by " | ".
[[nodiscard]] std::string row_text(const ReportTable& table, const std::vector<ReportCell>& row,
                                   Language language = Language::id);
// "group: heading" of every column, joined by " | ".
[[nodiscard]] std::string headings_text(const ReportTable& table);

}  // namespace papar::test
