// What every table of a chapter is made from: its rows, the region, the wording.
#pragma once

#include "engine/document/build_report.hpp"
#include "engine/document/report_names.hpp"
#include "engine/overlay/statistics.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace papar {

// One row of the tables: an area of the tables' level, or a zone.
struct AreaRow {
    std::string name;     // as the table shows it
    std::string in_text;  // as a sentence names it: "Kecamatan Juai"
    const ZoneFigures* exposure = nullptr;
    const RiskFigures* risk = nullptr;
    bool outside = false;  // a zone that lies in no area of the level
};

// Refers to what it was made from and may not outlive it.
class ReportContext {
public:
    ReportContext(const ResultView& result_view, const RiskResult& risk_result, const ReportFacts& report_facts);
    ReportContext(const ReportContext&) = delete;
    ReportContext& operator=(const ReportContext&) = delete;

    const ResultView& view;
    const RiskResult& risk;
    std::string region;      // "Kabupaten Contoh"
    std::string zone_title;  // "Desa/Kelurahan"
    std::string row_title;   // "Kecamatan": what the rows are
    // The areas of the tables' level, then every zone that lies in none of them, so that the rows add up to the total.
    std::vector<AreaRow> rows;
    AreaRow all;  // all zones together
    std::vector<AreaRow> zones;
    SheetNames sheets;

    [[nodiscard]] std::string say(std::string_view indonesian, std::string_view english) const {
        return view.say(indonesian, english);
    }
    [[nodiscard]] Language language() const { return view.language; }
    [[nodiscard]] std::string row_word() const { return lower_case(row_title); }
    [[nodiscard]] std::string per_row() const { return say(" per ", " by ") + row_word(); }
    [[nodiscard]] std::string hazard(std::size_t index) const {
        return hazard_phrase(view.facts.hazards[index].title, view.language);
    }

private:
    ZoneFigures all_zones_;
};

}  // namespace papar
