#include "engine/document/notes_sheet.hpp"

#include "engine/document/sheet_page.hpp"
#include "engine/document/text_width.hpp"
#include "engine/document/workbook_words.hpp"

#include <cstddef>
#include <string>
#include <vector>

namespace papar {
namespace {

constexpr double mark_width = 4;  // digits
constexpr double line_width = 96;
constexpr std::size_t lines_a_row = 20;  // Excel's rows end at 409 points, 27 lines

std::size_t write_list(Sheet& sheet, const SheetStyles& styles, std::size_t row, const std::string& heading,
                       const std::vector<std::string>& texts) {
    if (texts.empty()) return row;
    sheet.text(row++, 0, heading, styles.subheading);
    for (const std::string& text : texts) {
        sheet.text(row, 0, "•", styles.mark);
        for (const std::string& piece : text_pieces(text, line_width, lines_a_row)) {
            sheet.text(row, 1, piece, styles.line);
            sheet.set_height(row, wrapped_lines(piece, line_width));
            ++row;
        }
    }
    return row + 1;
}

}  // namespace

void write_notes(WorkbookFile& file, const SheetStyles& styles, const KrbReport& report) {
    const WorkbookWords& words = workbook_words(report.language);
    Sheet sheet = file.add_sheet(words.notes);
    worksheet_gridlines(sheet.handle(), LXW_HIDE_ALL_GRIDLINES);
    sheet.set_width(0, mark_width);
    sheet.set_width(1, line_width);
    sheet.text(0, 0, words.notes, styles.title);
    sheet.link(1, 0, words.contents, 0, words.contents, styles.link);
    sheet.text(2, 0, report.note, styles.warning);
    const std::size_t row = write_list(sheet, styles, 4, words.findings, report.findings);
    write_list(sheet, styles, row, words.disclaimers, report.disclaimers);
    set_up_page(sheet, report, mark_width + line_width);
}

}  // namespace papar
