// The report's charts, drawn by the spreadsheet program from cells of the workbook.
#pragma once

#include "engine/document/krb_report.hpp"
#include "engine/document/sheet_styles.hpp"
#include "engine/document/workbook_file.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace papar {

// A chart with its number in the report: "Gambar 1. ...".
struct NumberedChart {
    const ReportChart* chart;
    std::string caption;
    std::size_t row;  // of its caption on the sheet of charts
};

// All charts in the report's order.
[[nodiscard]] std::vector<NumberedChart> numbered_charts(const KrbReport& report);

// Two sheets: the charts, one below the other, and the cells they show.
void write_charts(WorkbookFile& file, const SheetStyles& styles, const KrbReport& report,
                  const std::vector<NumberedChart>& charts);

}  // namespace papar
