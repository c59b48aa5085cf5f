// Numbers in tables, in the style that the study declares. Nothing is guessed: a text is a number of its style to the
// last character, or it is refused with what it looks like.
#pragma once

#include "engine/io/population_settings.hpp"
#include "engine/io/text_table.hpp"

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace papar {

// plain: 1234.5. en: 1,234.5. id: 1.234,5. Groups, where there are any, are of three digits; a number may do without
// them. A sign may precede. Nothing where the text is not such a number.
[[nodiscard]] std::optional<double> number_of(std::string_view text, NumberStyle style);

// The number in a cell that must hold one. Without a declared style the text is plain, and one that a reader of
// thousands would read otherwise (1.234) is refused. Throws an Error of kind `input` that names file, row and column.
// `what` it is of: "people".
[[nodiscard]] double cell_number(const TextTable& table, const TableRow& row, std::size_t column,
                                 std::optional<NumberStyle> style, std::string_view what);

}  // namespace papar
