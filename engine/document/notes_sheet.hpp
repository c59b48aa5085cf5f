// What a reader must know beside the tables: findings and disclaimers.
#pragma once

#include "engine/document/krb_report.hpp"
#include "engine/document/sheet_styles.hpp"
#include "engine/document/workbook_file.hpp"

namespace papar {

void write_notes(WorkbookFile& file, const SheetStyles& styles, const KrbReport& report);

}  // namespace papar
