// A chart of the report in DrawingML (ECMA-376 part 1, chapter 21), and the workbook that Word opens to edit its data.
#pragma once

#include "engine/document/krb_report.hpp"

#include <string>

namespace papar {

// Horizontal stacked bars, the first category on top, with all figures in the part itself. `workbook_id` is the
// relationship to the workbook. Letters shrink where `height_twips` leaves a category less than a line of 9 point.
[[nodiscard]] std::string chart_part(const ReportChart& chart, Language language, const std::string& workbook_id,
                                     int height_twips);

// One sheet, "Data": categories in column A, a series a column, names in row 1.
[[nodiscard]] std::string chart_workbook(const ReportChart& chart);

}  // namespace papar
