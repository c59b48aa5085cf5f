// What the chapter consists of, in the order of its pages.
#pragma once

#include "engine/document/krb_report.hpp"

#include <string>
#include <vector>

namespace papar {

// A heading and what is below it. Tables and charts are the report's, which must outlive the plan.
struct ChapterPart {
    int level = 2;  // 1 starts a page
    std::string heading;
    std::vector<std::string> paragraphs;
    std::vector<const ReportTable*> tables;
    std::vector<const ReportChart*> charts;
    std::vector<std::string> points;  // of a list
};

// Results: the sections of the report. Annex: method, sources, findings, disclaimers, those that have something to say.
[[nodiscard]] std::vector<ChapterPart> chapter_plan(const KrbReport& report);

}  // namespace papar
