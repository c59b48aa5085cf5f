// One table of the report on a worksheet of its own.
#pragma once

#include "engine/document/krb_report.hpp"
#include "engine/document/sheet_styles.hpp"
#include "engine/document/workbook_file.hpp"

#include <string>

namespace papar {

// The first three rows of the sheet; headings start on the fourth.
struct SheetTitles {
    std::string caption;
    std::string subtitle;
    std::string third;
    std::string third_leads_to;  // the sheet that the third leads to; empty: it is no link
};

// Below the figures stand the table's total, paragraph and notes. In the total row `summed` columns are formulas that
// show the report's figure; where it has none they show a dash.
void write_table_sheet(WorkbookFile& file, const SheetStyles& styles, const KrbReport& report, const ReportTable& table,
                       const SheetTitles& titles);

}  // namespace papar
