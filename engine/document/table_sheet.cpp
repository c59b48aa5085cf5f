#include "engine/document/table_sheet.hpp"

#include "engine/document/sheet_columns.hpp"
#include "engine/document/sheet_headings.hpp"
#include "engine/document/sheet_page.hpp"
#include "engine/document/text_width.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cstddef>
#include <vector>

namespace papar {
namespace {

constexpr std::size_t heading_row = 3;
constexpr double default_column_width = 8.43;  // of a column that nobody set
constexpr double text_block_width = 90;        // digits: a line that reads well on the screen and upright on A4
constexpr double big_letters = 14.0 / 11;      // of the title against ordinary ones
constexpr std::size_t block_lines = 20;        // of one row: Excel's rows end at 409 points, 27 lines

constexpr double row_points = 16.5;  // of a row of one line

// Columns from the left that hold a line of text: of the table, and empty ones beside it where it is narrow.
struct TextBlock {
    std::size_t last_column = 0;
    double width = 0;
};

[[nodiscard]] TextBlock text_block(const SheetColumns& columns) {
    TextBlock block{0, columns.widths.front()};
    while (block.width < text_block_width) {
        ++block.last_column;
        block.width +=
            block.last_column < columns.widths.size() ? columns.widths[block.last_column] : default_column_width;
    }
    return block;
}

// Over the columns of the block, as high as it needs. Gives the row below.
std::size_t write_block(Sheet& sheet, std::size_t row, const TextBlock& block, const std::string& text,
                        lxw_format* format) {
    for (const std::string& piece : text_pieces(text, block.width, block_lines)) {
        sheet.merged(row, 0, row, block.last_column, piece, format);
        sheet.set_height(row, wrapped_lines(piece, block.width));
        ++row;
    }
    return row;
}

void write_titles(Sheet& sheet, const SheetStyles& styles, const SheetTitles& titles, const TextBlock& block) {
    sheet.merged(0, 0, 0, block.last_column, titles.caption, styles.caption);
    sheet.set_height(0, wrapped_lines(titles.caption, block.width / big_letters / 1.06) + 1);
    sheet.text(1, 0, titles.subtitle, styles.subtitle);
    if (titles.third_leads_to.empty()) {
        sheet.text(2, 0, titles.third, styles.warning);
    } else {
        sheet.link(2, 0, titles.third_leads_to, 0, titles.third, styles.link);
    }
}

class SheetTableWriter {
public:
    SheetTableWriter(Sheet& sheet, const SheetStyles& styles, Language language, const ReportTable& table,
                     const std::vector<double>& widths)
        : sheet_(sheet), styles_(styles), language_(language), table_(table), widths_(widths) {}

    // Both give the row below.
    std::size_t write_rows(std::size_t first) {
        std::size_t row = first;
        for (const auto& cells : table_.rows) {
            for (std::size_t i = 0; i < cells.size(); ++i) write_cell(row, i, cells[i], false);
            make_room(row, cells);
            ++row;
        }
        return row;
    }
    std::size_t write_total(std::size_t first, std::size_t row) {
        if (table_.total.empty()) return row;
        for (std::size_t i = 0; i < table_.total.size(); ++i) {
            const auto* value = std::get_if<double>(&table_.total[i]);
            if (value != nullptr && table_.columns[i].summed && row > first) {
                sheet_.sum(row, i, first, row - 1, *value, styles_.cell(table_.columns[i].format, true));
            } else {
                write_cell(row, i, table_.total[i], true);
            }
        }
        make_room(row, table_.total);
        return row + 1;
    }

private:
    // Some programs leave wrapped text in rows of one line.
    void make_room(std::size_t row, const std::vector<ReportCell>& cells) {
        std::size_t lines = 1;
        for (std::size_t i = 0; i < cells.size(); ++i) {
            const auto* text = std::get_if<std::string>(&cells[i]);
            if (text != nullptr) lines = std::max(lines, wrapped_lines(*text, widths_[i] - cell_padding));
        }
        if (lines > 1) sheet_.set_height(row, lines);
    }
    void write_cell(std::size_t row, std::size_t column, const ReportCell& cell, bool total) {
        const CellFormat format = table_.columns[column].format;
        if (const auto* text = std::get_if<std::string>(&cell)) {
            sheet_.text(row, column, *text, styles_.text(total));
        } else if (const auto* value = std::get_if<double>(&cell)) {
            write_value(row, column, *value, format, total);
        } else {
            const bool is_name = format == CellFormat::text || format == CellFormat::ordinal;
            sheet_.text(row, column, is_name && total ? "" : printed(cell, format, language_), styles_.dash(total));
        }
    }
    void write_value(std::size_t row, std::size_t column, double value, CellFormat format, bool total) {
        if (is_class(format)) {
            const int single_class = static_cast<int>(value);
            sheet_.text(row, column, class_word(single_class, language_),
                        styles_.class_cell(single_class, format, total));
        } else if (format == CellFormat::amount) {
            sheet_.number(row, column, value, styles_.amount_cell(value, total));
        } else {
            sheet_.number(row, column, value, styles_.cell(format, total));
        }
    }

    Sheet& sheet_;
    const SheetStyles& styles_;
    Language language_;
    const ReportTable& table_;
    const std::vector<double>& widths_;
};

// Excel marks texts like "63.11.01" or "2024" as suspicious; here they are meant.
void accept_numbers_as_text(const Sheet& sheet, std::size_t first_row, std::size_t end_row, std::size_t columns) {
    if (first_row == end_row) return;
    const std::string range = fmt::format("A{}:{}{}", first_row + 1, column_letters(columns - 1), end_row);
    worksheet_ignore_errors(sheet.handle(), LXW_IGNORE_NUMBER_STORED_AS_TEXT, range.c_str());
}

}  // namespace

void write_table_sheet(WorkbookFile& file, const SheetStyles& styles, const KrbReport& report, const ReportTable& table,
                       const SheetTitles& titles) {
    Sheet sheet = file.add_sheet(table.sheet);
    const SheetColumns columns = sheet_columns(table, report.language);
    const TextBlock block = text_block(columns);
    for (std::size_t i = 0; i < columns.widths.size(); ++i) sheet.set_width(i, columns.widths[i]);
    worksheet_set_default_row(sheet.handle(), row_points, LXW_FALSE);
    write_titles(sheet, styles, titles, block);
    const std::size_t first = write_headings(sheet, styles, heading_row, table, columns);
    SheetTableWriter writer(sheet, styles, report.language, table, columns.widths);
    std::size_t row = writer.write_total(first, writer.write_rows(first));
    accept_numbers_as_text(sheet, first, row, table.columns.size());
    ++row;
    if (!table.paragraph.empty()) row = write_block(sheet, row, block, table.paragraph, styles.paragraph);
    for (const std::string& note : table.notes) row = write_block(sheet, row, block, note, styles.table_note);
    worksheet_freeze_panes(sheet.handle(), static_cast<lxw_row_t>(first), static_cast<lxw_col_t>(columns.frozen));
    sheet.check(worksheet_repeat_rows(sheet.handle(), heading_row, static_cast<lxw_row_t>(first - 1)), heading_row);
    set_up_page(sheet, report, std::max(columns.width(), block.width));
}

}  // namespace papar
