#include "engine/document/sheet_columns.hpp"

#include "engine/document/text_width.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace papar {
namespace {

constexpr double bold = 1.06;             // bold letters of Calibri against ordinary ones
constexpr double narrowest = 5;           // "No"
constexpr double widest_whole_word = 72;  // a longer one is cut: SHA-256 has 64 digits
constexpr double widest_text = 48;        // longer texts wrap
constexpr double heading_lines = 3;       // longer headings make their column wider
constexpr double widest_frozen = 60;      // more would leave no room for the figures on a small screen

[[nodiscard]] double cell_width(const ReportCell& cell, CellFormat format, Language language) {
    const std::string text = printed(cell, format, language);
    if (!std::holds_alternative<std::string>(cell)) return text_width(text);
    return std::min(text_width(text), std::max(widest_text, std::min(longest_word(text), widest_whole_word)));
}

[[nodiscard]] double heading_width(const std::string& heading) {
    return bold * std::max(longest_word(heading), std::ceil(text_width(heading) / heading_lines));
}

[[nodiscard]] double column_width(const ReportTable& table, std::size_t column, Language language) {
    const CellFormat format = table.columns[column].format;
    double width = heading_width(table.columns[column].heading);
    for (const auto& row : table.rows) width = std::max(width, cell_width(row[column], format, language));
    if (!table.total.empty()) width = std::max(width, bold * cell_width(table.total[column], format, language));
    return std::max(narrowest, std::ceil(width + cell_padding));
}

// Columns under one heading that needs more room than they have share what is missing.
void widen_groups(const ReportTable& table, SheetColumns& columns) {
    for (std::size_t first = 0; first < table.columns.size();) {
        const std::string& group = table.columns[first].group;
        std::size_t last = first;
        while (!group.empty() && last + 1 < table.columns.size() && table.columns[last + 1].group == group) ++last;
        const double missing = heading_width(group) + cell_padding - columns.width(first, last);
        if (missing > 0 && !group.empty()) {
            const double share = std::ceil(missing / static_cast<double>(last - first + 1));
            for (std::size_t i = first; i <= last; ++i) columns.widths[i] += share;
        }
        first = last + 1;
    }
}

[[nodiscard]] std::size_t frozen_columns(const ReportTable& table, const SheetColumns& columns) {
    std::size_t frozen = 0;
    double width = 0;
    for (; frozen < table.columns.size(); ++frozen) {
        const CellFormat format = table.columns[frozen].format;
        width += columns.widths[frozen];
        if ((format != CellFormat::text && format != CellFormat::ordinal) || width > widest_frozen) break;
    }
    return frozen == table.columns.size() ? 0 : frozen;
}

}  // namespace

double SheetColumns::width() const {
    return std::accumulate(widths.begin(), widths.end(), 0.0);
}

double SheetColumns::width(std::size_t first, std::size_t last) const {
    double sum = 0;
    for (std::size_t i = first; i <= last; ++i) sum += widths[i];
    return sum;
}

SheetColumns sheet_columns(const ReportTable& table, Language language) {
    SheetColumns columns;
    for (std::size_t i = 0; i < table.columns.size(); ++i) columns.widths.push_back(column_width(table, i, language));
    widen_groups(table, columns);
    columns.frozen = frozen_columns(table, columns);
    return columns;
}

}  // namespace papar
