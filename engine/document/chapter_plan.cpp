#include "engine/document/chapter_plan.hpp"

#include "engine/document/chapter_words.hpp"

namespace papar {

namespace {

// A table without columns is none.
[[nodiscard]] ChapterPart part_of(const ReportSection& section) {
    ChapterPart part;
    part.heading = section.heading;
    part.paragraphs = section.paragraphs;
    for (const ReportTable& table : section.tables) {
        if (!table.columns.empty()) part.tables.push_back(&table);
    }
    for (const ReportChart& chart : section.charts) {
        if (!chart.categories.empty() && !chart.series.empty()) part.charts.push_back(&chart);
    }
    return part;
}

}  // namespace

std::vector<ChapterPart> chapter_plan(const KrbReport& report) {
    const ChapterWords& words = chapter_words(report.language);
    std::vector<ChapterPart> plan;
    if (!report.sections.empty()) plan.push_back({1, words.results, {}, {}, {}, {}});
    for (const ReportSection& section : report.sections) plan.push_back(part_of(section));

    std::vector<ChapterPart> annex;
    if (!report.method.columns.empty()) annex.push_back({2, words.method, {}, {&report.method}, {}, {}});
    if (!report.sources.columns.empty()) annex.push_back({2, words.sources, {}, {&report.sources}, {}, {}});
    if (!report.findings.empty()) annex.push_back({2, words.findings, {}, {}, {}, report.findings});
    if (!report.disclaimers.empty()) annex.push_back({2, words.disclaimers, {}, {}, {}, report.disclaimers});
    if (!annex.empty()) plan.push_back({1, words.annex, {}, {}, {}, {}});
    plan.insert(plan.end(), annex.begin(), annex.end());
    return plan;
}

}  // namespace papar
