// The KRB report as workbooks for spreadsheet programs.
#pragma once

#include "engine/document/krb_report.hpp"

#include <filesystem>

namespace papar {

// Both write real numbers with formats, never text, and every text as text, even where it looks like a formula, a
// number or an address. Equal reports give equal bytes. They throw an Error of kind output where the file cannot be
// written or the report exceeds what Excel takes: 1,048,576 rows a sheet, 32,767 characters a cell, names of sheets.

// Contents with links, a sheet a table, native charts and their data, the annexes, findings and disclaimers.
void write_tables_workbook(const std::filesystem::path& path, const KrbReport& report);

// The sheets of the matrix: titles in rows 1 to 3, headings in rows 4 and 5, then the data; "-" is no value.
void write_matrix_workbook(const std::filesystem::path& path, const KrbReport& report);

}  // namespace papar
