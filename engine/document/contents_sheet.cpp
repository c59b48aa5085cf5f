#include "engine/document/contents_sheet.hpp"

#include "engine/document/sheet_page.hpp"
#include "engine/document/text_width.hpp"
#include "engine/document/workbook_words.hpp"

namespace papar {
namespace {

constexpr double label_width = 12;  // digits
constexpr double text_width_of_line = 88;
constexpr double title_width = 75;  // ordinary letters in the place of the title's

}  // namespace

void write_contents(WorkbookFile& file, const SheetStyles& styles, const KrbReport& report,
                    const std::vector<ContentsGroup>& groups) {
    const WorkbookWords& words = workbook_words(report.language);
    Sheet sheet = file.add_sheet(words.contents);
    worksheet_gridlines(sheet.handle(), LXW_HIDE_ALL_GRIDLINES);
    sheet.set_width(0, label_width);
    sheet.set_width(1, text_width_of_line);
    sheet.merged(0, 0, 0, 1, report.title, styles.caption);
    sheet.set_height(0, wrapped_lines(report.title, title_width) + 1);
    sheet.text(1, 0, report.region, styles.subtitle);
    sheet.text(2, 0, report.note, styles.warning);
    sheet.text(4, 0, words.contents, styles.title);
    std::size_t row = 6;
    for (const ContentsGroup& group : groups) {
        if (group.entries.empty()) continue;
        sheet.text(row++, 0, group.heading, styles.subheading);
        for (const ContentsEntry& entry : group.entries) {
            sheet.text(row, 0, entry.label, styles.subtitle);
            sheet.link(row, 1, entry.sheet, entry.row, entry.text, styles.link);
            if (const auto lines = wrapped_lines(entry.text, text_width_of_line); lines > 1) {
                sheet.set_height(row, lines);
            }
            ++row;
        }
        ++row;
    }
    set_up_page(sheet, report, label_width + text_width_of_line);
}

}  // namespace papar
