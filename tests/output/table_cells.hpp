// Cells and column names of a table.
#pragma once

#include "engine/output/csv.hpp"

#include <algorithm>
#include <string>
#include <vector>

namespace papar {

// A value as CSV shows it: "" is unknown.
inline std::string cell(const Table& table, std::size_t row, const std::string& column) {
    const auto found = std::ranges::find(table.columns, column, &Column::name);
    if (found == table.columns.end()) return "no column " + column;
    Table one{"", "", "", {*found}, {}, table.rows};
    one.columns[0].value = [&](std::size_t) { return found->value(row); };
    one.rows = 1;
    const std::string text = csv_text(one);
    const std::size_t start = text.find('\n') + 1;
    return text.substr(start, text.size() - start - 1);
}

inline std::vector<std::string> names(const Table& table) {
    std::vector<std::string> result;
    for (const Column& column : table.columns) result.push_back(column.name);
    return result;
}

}  // namespace papar
