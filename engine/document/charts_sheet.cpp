#include "engine/document/charts_sheet.hpp"

#include "engine/document/chart_data_sheet.hpp"
#include "engine/document/sheet_page.hpp"
#include "engine/document/stacked_bars.hpp"
#include "engine/document/workbook_words.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace papar {
namespace {

constexpr std::size_t first_caption = 3;  // below the sheet's title
constexpr std::size_t columns = 14;       // of the width Excel gives them; together as wide as a chart
constexpr std::size_t rows_a_page = 62;   // upright A4 at this scale
constexpr int print_scale = 72;           // percent

// A row of the sheet is 20 pixels high. Between charts one row stays free.
[[nodiscard]] std::size_t rows_of(const ReportChart& chart) {
    return static_cast<std::size_t>(chart_height(chart)) / 20 + 1;
}

// Pages that begin with the caption of a chart that the page before has no room for; ends with 0, as Excel's list.
[[nodiscard]] std::vector<lxw_row_t> page_breaks(const std::vector<NumberedChart>& charts) {
    std::vector<lxw_row_t> breaks;
    std::size_t page = 0;
    for (const NumberedChart& one : charts) {
        if (one.row > first_caption && one.row + 1 + rows_of(*one.chart) > page + rows_a_page) {
            page = one.row;
            breaks.push_back(static_cast<lxw_row_t>(page));
        }
    }
    breaks.push_back(0);
    return breaks;
}

}  // namespace

std::vector<NumberedChart> numbered_charts(const KrbReport& report) {
    const WorkbookWords& words = workbook_words(report.language);
    std::vector<NumberedChart> charts;
    std::size_t row = first_caption;
    for (const ReportSection& section : report.sections) {
        for (const ReportChart& chart : section.charts) {
            charts.push_back({&chart, fmt::format("{} {}. {}", words.figure, charts.size() + 1, chart.caption), row});
            row += 1 + rows_of(chart) + 1;
        }
    }
    return charts;
}

void write_charts(WorkbookFile& file, const SheetStyles& styles, const KrbReport& report,
                  const std::vector<NumberedChart>& charts) {
    const WorkbookWords& words = workbook_words(report.language);
    Sheet sheet = file.add_sheet(words.charts);
    const std::vector<ChartCells> cells = write_chart_data(file, styles, report, charts);
    worksheet_gridlines(sheet.handle(), LXW_HIDE_ALL_GRIDLINES);
    sheet.text(0, 0, words.charts, styles.title);
    sheet.link(1, 0, words.contents, 0, words.contents, styles.link);
    for (std::size_t i = 0; i < charts.size(); ++i) {
        sheet.merged(charts[i].row, 0, charts[i].row, columns - 1, charts[i].caption, styles.subheading);
        insert_stacked_bars(file, sheet, charts[i].row + 1, *charts[i].chart, cells[i]);
    }
    std::vector<lxw_row_t> breaks = page_breaks(charts);
    sheet.check(worksheet_set_h_pagebreaks(sheet.handle(), breaks.data()), 0);
    set_up_page_with_breaks(sheet, report, print_scale);
}

}  // namespace papar
