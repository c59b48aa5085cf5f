#include "engine/document/sheet_page.hpp"

#include "engine/document/text_width.hpp"
#include "engine/document/workbook_words.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <cstdint>
#include <string>

namespace papar {
namespace {

constexpr std::uint8_t a4 = 9;           // Excel's number of the paper
constexpr double portrait_width = 105;   // digits that fit upright without getting small
constexpr std::size_t footer_text = 90;  // characters: a footer holds 255, "&" counts twice, codes take some
constexpr double side = 0.5;             // margins in inches
constexpr double top = 0.6;
constexpr double bottom = 0.75;

// "&" begins a code in footers.
[[nodiscard]] std::string footer_literal(const std::string& text) {
    std::string literal;
    for (const char c : shortened(text, footer_text)) literal += c == '&' ? "&&" : std::string(1, c);
    return literal;
}

void set_paper_and_footer(Sheet& sheet, const KrbReport& report) {
    const WorkbookWords& words = workbook_words(report.language);
    const std::string title = report.note.empty() ? report.title : report.title + " · " + report.note;
    // The space keeps a title that begins with a digit apart from the size.
    const std::string footer =
        fmt::format("&L&9 {}&R&9 {} &P {} &N", footer_literal(title), words.page, words.of_pages);
    worksheet_set_paper(sheet.handle(), a4);
    worksheet_set_margins(sheet.handle(), side, side, top, bottom);
    worksheet_center_horizontally(sheet.handle());
    sheet.check(worksheet_set_footer(sheet.handle(), footer.c_str()), 0);
}

}  // namespace

void set_up_page(Sheet& sheet, const KrbReport& report, double width) {
    set_paper_and_footer(sheet, report);
    if (width > portrait_width) worksheet_set_landscape(sheet.handle());
    worksheet_fit_to_pages(sheet.handle(), 1, 0);
}

void set_up_page_with_breaks(Sheet& sheet, const KrbReport& report, int scale) {
    set_paper_and_footer(sheet, report);
    worksheet_set_print_scale(sheet.handle(), static_cast<std::uint16_t>(scale));
}

}  // namespace papar
