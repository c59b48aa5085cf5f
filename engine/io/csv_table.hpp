// CSV as offices write it: byte-order mark, `;` or `,` or tab, CRLF, Latin-1, quoted fields over several lines.
#pragma once

#include "engine/io/text_table.hpp"

namespace papar {

// All cells are text; nothing is taken for a number or a date. Throws an Error of kind `input` with the line for bytes
// that are not of the declared encoding, a row of another length than the header and a quote that does not close, of
// kind `usage` where the header does not tell the delimiter.
[[nodiscard]] TextTable read_csv_table(const TableInput& input);

}  // namespace papar
