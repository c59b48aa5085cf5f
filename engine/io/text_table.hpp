// A table as its file writes it: every cell is text.
#pragma once

#include "engine/io/population_settings.hpp"

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

namespace papar {

struct TableCell {
    std::string text;              // without blanks round it; empty: nothing there
    std::optional<double> number;  // where the file holds a number, not text; `text` then is that number in digits
};

struct TableRow {
    std::int64_t number = 0;  // of the line, row or feature in the file, from 1
    std::vector<TableCell> cells;
};

struct TextTable {
    std::string subject;   // "penduduk.csv", "batas.gpkg, layer \"desa\"": begins sentences
    std::string row_word;  // what a row's number counts: "line", "row", "feature"
    // Text cells may have been numbers in the file, written out by whoever read it (a spreadsheet's mixed column).
    bool text_may_be_number = false;
    std::vector<std::string> columns;
    std::vector<TableRow> rows;  // none of them wholly empty
    std::vector<std::filesystem::path> files;

    // "penduduk.csv, line 3"
    [[nodiscard]] std::string place(const TableRow& row) const;
    // Throws an Error of kind `usage` that names the nearest when there is no such column, or when there are two.
    [[nodiscard]] std::size_t column(const ColumnInput& wanted) const;
    // The same; nothing where the study names no column.
    [[nodiscard]] std::optional<std::size_t> optional_column(const ColumnInput& wanted) const;
};

// The text of a code. A whole number is its digits. Throws an Error of kind `input` for a number with a fraction: a
// spreadsheet that took `01.01` for a number has lost the code.
[[nodiscard]] const std::string& code_text(const TextTable& table, const TableRow& row, std::size_t column);

// Reads the file by what its name ends in: .csv, .txt, .tsv as CSV, .xlsx as a workbook, everything else as a layer.
// Throws an Error of kind `input` for a file that cannot be read in full, of kind `usage` for a layer that is not
// there.
[[nodiscard]] TextTable read_table(const TableInput& input);

}  // namespace papar
