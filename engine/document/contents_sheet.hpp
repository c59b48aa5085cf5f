// The first sheet of the tables: title and region, and where everything is.
#pragma once

#include "engine/document/charts_sheet.hpp"
#include "engine/document/krb_report.hpp"
#include "engine/document/sheet_styles.hpp"
#include "engine/document/workbook_file.hpp"

#include <string>
#include <vector>

namespace papar {

// A line that leads to a row of a sheet.
struct ContentsEntry {
    std::string label;  // "Tabel 1"
    std::string text;
    std::string sheet;
    std::size_t row = 0;
};

struct ContentsGroup {
    std::string heading;
    std::vector<ContentsEntry> entries;
};

void write_contents(WorkbookFile& file, const SheetStyles& styles, const KrbReport& report,
                    const std::vector<ContentsGroup>& groups);

}  // namespace papar
