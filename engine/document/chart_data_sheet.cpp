#include "engine/document/chart_data_sheet.hpp"

#include "engine/document/sheet_page.hpp"
#include "engine/document/text_width.hpp"
#include "engine/document/workbook_words.hpp"

#include <algorithm>

namespace papar {
namespace {

constexpr double narrowest_names = 24;  // digits
constexpr double values_width = 16;

// The caption, the headings, a row a category. Gives where they are.
ChartCells write_values(Sheet& sheet, const SheetStyles& styles, std::size_t row, const NumberedChart& one) {
    const ReportChart& chart = *one.chart;
    sheet.text(row, 0, one.caption, styles.subheading);
    const std::size_t heading = row + 1;
    sheet.text(heading, 0, chart.value_axis, styles.heading);
    for (std::size_t s = 0; s < chart.series.size(); ++s) {
        sheet.text(heading, s + 1, chart.series[s].name, styles.heading);
    }
    for (std::size_t i = 0; i < chart.categories.size(); ++i) {
        const std::size_t below = heading + 1 + i;
        sheet.text(below, 0, chart.categories[i], styles.text(false));
        for (std::size_t s = 0; s < chart.series.size(); ++s) {
            sheet.number(below, s + 1, chart.series[s].values[i], styles.cell(CellFormat::amount, false));
        }
    }
    return {sheet.name(), heading, heading + chart.categories.size()};
}

}  // namespace

std::vector<ChartCells> write_chart_data(WorkbookFile& file, const SheetStyles& styles, const KrbReport& report,
                                         const std::vector<NumberedChart>& charts) {
    const WorkbookWords& words = workbook_words(report.language);
    Sheet sheet = file.add_sheet(words.chart_data);
    sheet.text(0, 0, words.chart_data, styles.title);
    sheet.link(1, 0, words.contents, 0, words.contents, styles.link);
    std::vector<ChartCells> all;
    std::size_t row = 3;
    double names = narrowest_names;
    std::size_t series = 1;
    for (const NumberedChart& one : charts) {
        all.push_back(write_values(sheet, styles, row, one));
        row = all.back().last + 2;
        series = std::max(series, one.chart->series.size());
        for (const std::string& category : one.chart->categories) names = std::max(names, text_width(category) + 2);
    }
    sheet.set_width(0, names);
    for (std::size_t s = 0; s < series; ++s) sheet.set_width(s + 1, values_width);
    set_up_page(sheet, report, names + values_width * static_cast<double>(series));
    return all;
}

}  // namespace papar
