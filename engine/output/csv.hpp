// Tables as CSV for programs: RFC 4180 but for line ends (LF), UTF-8 without byte-order mark, '.' as decimal mark,
// no digit grouping.
#pragma once

#include "engine/output/table.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace papar {

// Text is always quoted, so that "01.10" stays a code; numbers are the shortest decimals that read back to the
// same double, never with an exponent; unknown is an empty field without quotes. A header row comes first.
//
// Spreadsheets run a field that begins with = + - or @ as a formula. Such text gets an apostrophe before it, as
// does text where apostrophes precede one of these, so that taking one apostrophe off restores every text.
[[nodiscard]] std::string csv_text(const Table& table);

// Number of records, the header included; line ends inside quotes do not count.
[[nodiscard]] std::size_t csv_records(std::string_view text);

}  // namespace papar
