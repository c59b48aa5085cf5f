// The headings of a table on its worksheet.
#pragma once

#include "engine/document/krb_report.hpp"
#include "engine/document/sheet_columns.hpp"
#include "engine/document/sheet_styles.hpp"
#include "engine/document/workbook_file.hpp"

#include <cstddef>

namespace papar {

// Two rows where any column has a group, the group above its columns and other headings over both; else one row.
// Gives the first row below them.
std::size_t write_headings(Sheet& sheet, const SheetStyles& styles, std::size_t row, const ReportTable& table,
                           const SheetColumns& columns);

}  // namespace papar
