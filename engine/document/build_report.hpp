// From the figures of a run to the KRB chapter as data.
#pragma once

#include "engine/document/krb_report.hpp"
#include "engine/output/result_view.hpp"
#include "engine/risk/risk_result.hpp"

#include <string>
#include <vector>

namespace papar {

// What the figures do not tell.
struct ReportFacts {
    std::string region;                // "Kabupaten Contoh"; empty: the study's area
    std::string title;                 // empty: "Kajian Risiko Bencana <region>", or without a region the study's
    std::string zone_title;            // what a zone is: "Desa/Kelurahan"; empty: by the levels, see report_levels.hpp
    std::vector<std::string> sources;  // layers and who made them: "Peta bahaya banjir: InaRISK, BNPB, 2023"
};

// The tables, charts, sentences and annexes of the chapter in the view's language. Waits for the hashes of the inputs.
// Precondition: `risk` is of the same study, zones and levels as the view.
[[nodiscard]] KrbReport krb_report(const ResultView& view, const RiskResult& risk, const ReportFacts& facts);

}  // namespace papar
