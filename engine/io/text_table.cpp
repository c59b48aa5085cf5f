#include "engine/io/text_table.hpp"

#include "engine/base/error.hpp"
#include "engine/base/nearest.hpp"
#include "engine/io/csv_table.hpp"
#include "engine/io/ogr_table.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace papar {

namespace {

std::string ending_of(const std::filesystem::path& path) {
    std::string ending = path.extension().string();
    std::ranges::transform(ending, ending.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return ending;
}

}  // namespace

std::string TextTable::place(const TableRow& row) const {
    return fmt::format("{}, {} {}", subject, row_word, row.number);
}

std::size_t TextTable::column(const ColumnInput& wanted) const {
    const auto found = std::ranges::find(columns, wanted.name);
    if (found == columns.end()) {
        throw error(ErrorKind::usage, "{}: {} has no column \"{}\"{}; its columns: {}", wanted.where, subject,
                    wanted.name, did_you_mean(wanted.name, columns), fmt::join(columns, ", "));
    }
    if (std::find(found + 1, columns.end(), wanted.name) != columns.end()) {
        throw error(ErrorKind::usage, "{}: {} has two columns \"{}\"; rename one of them", wanted.where, subject,
                    wanted.name);
    }
    return static_cast<std::size_t>(found - columns.begin());
}

std::optional<std::size_t> TextTable::optional_column(const ColumnInput& wanted) const {
    return wanted.name.empty() ? std::nullopt : std::optional(column(wanted));
}

const std::string& code_text(const TextTable& table, const TableRow& row, std::size_t column) {
    const TableCell& cell = row.cells[column];
    if (cell.number && *cell.number != std::floor(*cell.number)) {
        throw error(ErrorKind::input,
                    "{}, column \"{}\": the code {} is stored as a number with a fraction, so that zeros may be lost "
                    "(01.10 becomes 1.1); store the column as text",
                    table.place(row), table.columns[column], cell.text);
    }
    return cell.text;
}

TextTable read_table(const TableInput& input) {
    const std::string ending = ending_of(input.path);
    if (ending == ".csv" || ending == ".txt" || ending == ".tsv") {
        return read_csv_table(input);
    }
    return ending == ".xlsx" ? read_workbook_table(input) : read_layer_table(input);
}

}  // namespace papar
