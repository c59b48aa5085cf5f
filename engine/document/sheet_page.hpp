// How a worksheet prints.
#pragma once

#include "engine/document/krb_report.hpp"
#include "engine/document/workbook_file.hpp"

namespace papar {

// A4, landscape where `width` (of the columns, in digits) asks for it, all columns on one page; below, the report's
// title and note, and the number of the page.
void set_up_page(Sheet& sheet, const KrbReport& report, double width);

// The same with a fixed scale, in percent, instead of all columns on one page: Excel heeds page breaks only so.
void set_up_page_with_breaks(Sheet& sheet, const KrbReport& report, int scale);

}  // namespace papar
