#include "engine/document/charts_sheet.hpp"
#include "engine/document/contents_sheet.hpp"
#include "engine/document/notes_sheet.hpp"
#include "engine/document/sheet_styles.hpp"
#include "engine/document/table_sheet.hpp"
#include "engine/document/workbook_file.hpp"
#include "engine/document/workbook_words.hpp"
#include "engine/document/workbooks.hpp"

#include <fmt/format.h>

#include <string>
#include <vector>

namespace papar {
namespace {

// A table with its number in the report: "Tabel 1".
struct NumberedTable {
    const ReportTable* table;
    std::string label;
};

// Numbers tables from 1 through the whole report, annexes last.
class TableNumbers {
public:
    explicit TableNumbers(const WorkbookWords& words) : words_(words) {}
    [[nodiscard]] NumberedTable take(const ReportTable& table) {
        return {&table, fmt::format("{} {}", words_.table, ++last_)};
    }

private:
    const WorkbookWords& words_;
    std::size_t last_ = 0;
};

[[nodiscard]] ContentsEntry entry(const NumberedTable& one) {
    return {one.label, one.table->caption, one.table->sheet};
}

[[nodiscard]] ContentsGroup chart_group(const WorkbookWords& words, const std::vector<NumberedChart>& charts) {
    ContentsGroup group{words.charts, {}};
    for (std::size_t i = 0; i < charts.size(); ++i) {
        group.entries.push_back(
            {fmt::format("{} {}", words.figure, i + 1), charts[i].chart->caption, words.charts, charts[i].row});
    }
    group.entries.push_back({"", words.chart_data, words.chart_data});
    return group;
}

[[nodiscard]] SheetTitles titles_of(const NumberedTable& one, const KrbReport& report) {
    const std::string& contents = workbook_words(report.language).contents;
    return {one.label + ". " + one.table->caption,
            report.note.empty() ? report.title : report.title + " · " + report.note, contents, contents};
}

}  // namespace

void write_tables_workbook(const std::filesystem::path& path, const KrbReport& report) {
    const WorkbookWords& words = workbook_words(report.language);
    TableNumbers numbers(words);
    std::vector<ContentsGroup> groups;
    std::vector<NumberedTable> tables;
    for (const ReportSection& section : report.sections) {
        ContentsGroup& group = groups.emplace_back(ContentsGroup{section.heading, {}});
        for (const ReportTable& table : section.tables) {
            tables.push_back(numbers.take(table));
            group.entries.push_back(entry(tables.back()));
        }
    }
    const std::vector<NumberedChart> charts = numbered_charts(report);
    if (!charts.empty()) groups.push_back(chart_group(words, charts));
    const NumberedTable method = numbers.take(report.method);
    const NumberedTable sources = numbers.take(report.sources);
    groups.push_back({words.annex, {entry(method), entry(sources), {"", words.notes, words.notes}}});

    WorkbookFile file(path, report);
    const SheetStyles styles(file.handle());
    write_contents(file, styles, report, groups);
    for (const NumberedTable& one : tables) write_table_sheet(file, styles, report, *one.table, titles_of(one, report));
    if (!charts.empty()) write_charts(file, styles, report, charts);
    write_table_sheet(file, styles, report, report.method, titles_of(method, report));
    write_table_sheet(file, styles, report, report.sources, titles_of(sources, report));
    write_notes(file, styles, report);
    file.finish();
}

}  // namespace papar
