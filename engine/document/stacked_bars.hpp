// A chart of stacked bars on a worksheet.
#pragma once

#include "engine/document/chart_data_sheet.hpp"
#include "engine/document/krb_report.hpp"
#include "engine/document/workbook_file.hpp"

#include <cstddef>

namespace papar {

// Height in pixels: a bar a category, with room for legend and axis.
[[nodiscard]] double chart_height(const ReportChart& chart);

// Horizontal bars, the first category on top, so that long names stay readable.
void insert_stacked_bars(const WorkbookFile& file, Sheet& sheet, std::size_t row, const ReportChart& chart,
                         const ChartCells& cells);

}  // namespace papar
