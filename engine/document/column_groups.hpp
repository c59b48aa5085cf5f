// Columns under one heading.
#pragma once

#include "engine/document/krb_report.hpp"

#include <cstddef>
#include <vector>

namespace papar {

// How many columns from `first` on share its group heading; 1 where it has none.
[[nodiscard]] inline std::size_t group_span(const std::vector<ReportColumn>& columns, std::size_t first) {
    std::size_t end = first + 1;
    while (end < columns.size() && !columns[first].group.empty() && columns[end].group == columns[first].group) ++end;
    return end - first;
}

}  // namespace papar
