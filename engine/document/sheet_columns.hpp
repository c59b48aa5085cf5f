// The columns of a table's worksheet: how wide, and which stay in sight.
#pragma once

#include "engine/document/krb_report.hpp"

#include <cstddef>
#include <vector>

namespace papar {

struct SheetColumns {
    std::vector<double> widths;  // in digits, as Excel counts them
    std::size_t frozen = 0;      // columns left of the figures: the number and the names

    [[nodiscard]] double width() const;  // of all together
    [[nodiscard]] double width(std::size_t first, std::size_t last) const;
};

// What the border and the indent of a text take from a column, in digits.
inline constexpr double cell_padding = 2.5;

// Numbers and single words are never cut; long texts and headings wrap.
[[nodiscard]] SheetColumns sheet_columns(const ReportTable& table, Language language);

}  // namespace papar
