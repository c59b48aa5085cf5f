#include "engine/document/sheet_styles.hpp"
#include "engine/document/table_sheet.hpp"
#include "engine/document/workbook_file.hpp"
#include "engine/document/workbooks.hpp"

namespace papar {

void write_matrix_workbook(const std::filesystem::path& path, const KrbReport& report) {
    WorkbookFile file(path, report);
    const SheetStyles styles(file.handle());
    for (const ReportTable& table : report.matrix) {
        write_table_sheet(file, styles, report, table, {table.caption, report.title, report.note, ""});
    }
    file.finish();
}

}  // namespace papar
