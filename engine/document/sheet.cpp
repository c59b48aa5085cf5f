#include "engine/base/error.hpp"
#include "engine/document/text_width.hpp"
#include "engine/document/workbook_file.hpp"

#include <algorithm>
#include <utility>

namespace papar {
namespace {

constexpr std::size_t longest_text = 32'767;  // of a cell, by Excel's specification
constexpr double line_points = 15;            // height of a line of Calibri 11
constexpr double row_padding = 3;
constexpr double highest_row = 409;  // points, by Excel's specification

[[nodiscard]] lxw_row_t row_of(std::size_t row) {
    return static_cast<lxw_row_t>(row);
}
[[nodiscard]] lxw_col_t column_of(std::size_t column) {
    return static_cast<lxw_col_t>(column);
}

// 'Name''s sheet': as a reference takes it.
[[nodiscard]] std::string quoted(const std::string& sheet) {
    std::string text = "'";
    for (const char c : sheet) text += c == '\'' ? "''" : std::string(1, c);
    return text + "'";
}

}  // namespace

std::string column_letters(std::size_t column) {
    std::string letters;
    for (std::size_t left = column + 1; left > 0; left = (left - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (left - 1) % 26));
    }
    return letters;
}

Sheet::Sheet(std::filesystem::path file, std::string name, lxw_worksheet* handle)
    : file_(std::move(file)), name_(std::move(name)), handle_(handle) {}

void Sheet::text(std::size_t row, std::size_t column, const std::string& text, lxw_format* format) {
    check_length(text, row);
    check(worksheet_write_string(handle_, row_of(row), column_of(column), text.c_str(), format), row);
}

void Sheet::number(std::size_t row, std::size_t column, double value, lxw_format* format) {
    check(worksheet_write_number(handle_, row_of(row), column_of(column), value, format), row);
}

void Sheet::sum(std::size_t row, std::size_t column, std::size_t first, std::size_t last, double value,
                lxw_format* format) {
    const std::string letters = column_letters(column);
    const std::string formula = fmt::format("=SUM({0}{1}:{0}{2})", letters, first + 1, last + 1);
    check(worksheet_write_formula_num(handle_, row_of(row), column_of(column), formula.c_str(), format, value), row);
}

void Sheet::merged(std::size_t top, std::size_t left, std::size_t bottom, std::size_t right, const std::string& text,
                   lxw_format* format) {
    if (top == bottom && left == right) return this->text(top, left, text, format);
    check_length(text, top);
    check(worksheet_merge_range(handle_, row_of(top), column_of(left), row_of(bottom), column_of(right), text.c_str(),
                                format),
          top);
}

void Sheet::link(std::size_t row, std::size_t column, const std::string& sheet, std::size_t to_row,
                 const std::string& text, lxw_format* format) {
    check_length(text, row);
    const std::string target = fmt::format("internal:{}!A{}", quoted(sheet), to_row + 1);
    check(
        worksheet_write_url_opt(handle_, row_of(row), column_of(column), target.c_str(), format, text.c_str(), nullptr),
        row);
}

void Sheet::set_width(std::size_t column, double digits) {
    check(worksheet_set_column(handle_, column_of(column), column_of(column), digits, nullptr), 0);
}

void Sheet::set_height(std::size_t row, std::size_t lines) {
    const double points = std::min(line_points * static_cast<double>(lines) + row_padding, highest_row);
    check(worksheet_set_row(handle_, row_of(row), points, nullptr), row);
}

void Sheet::check(lxw_error result, std::size_t row) const {
    if (result == LXW_NO_ERROR) return;
    if (result == LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE) {
        throw error(ErrorKind::output,
                    "{}: sheet \"{}\" would be too large for Excel, which takes {} rows and {} columns", file_.string(),
                    name_, LXW_ROW_MAX, LXW_COL_MAX);
    }
    throw error(ErrorKind::output, "{}: row {} of sheet \"{}\" could not be written ({})", file_.string(), row + 1,
                name_, lxw_strerror(result));
}

void Sheet::check_length(const std::string& text, std::size_t row) const {
    const std::size_t length = utf16_length(text);
    if (length <= longest_text) return;
    throw error(ErrorKind::output,
                R"({}: row {} of sheet "{}" has a text of {} characters, "{}"; a cell holds {}: shorten it)",
                file_.string(), row + 1, name_, length, shortened(text, 40), longest_text);
}

}  // namespace papar
