#include "engine/document/sheet_headings.hpp"

#include "engine/document/text_width.hpp"

#include <algorithm>

namespace papar {
namespace {

constexpr double bold_and_padding = 0.85;  // of a column's width is left for ordinary letters

[[nodiscard]] std::size_t lines(const std::string& heading, double width) {
    return wrapped_lines(heading, width * bold_and_padding);
}

// Heights of the row of groups and of the row below it, in lines.
struct HeadingLines {
    std::size_t groups = 1;
    std::size_t columns = 1;
};

}  // namespace

std::size_t write_headings(Sheet& sheet, const SheetStyles& styles, std::size_t row, const ReportTable& table,
                           const SheetColumns& columns) {
    const std::vector<ReportColumn>& all = table.columns;
    const bool grouped = std::ranges::any_of(all, [](const ReportColumn& column) { return !column.group.empty(); });
    const std::size_t last_row = grouped ? row + 1 : row;
    HeadingLines needed;
    std::size_t over_both = 1;
    for (std::size_t first = 0; first < all.size();) {
        std::size_t last = first;
        if (const std::string& group = all[first].group; group.empty()) {
            sheet.merged(row, first, last_row, first, all[first].heading, styles.heading);
            over_both = std::max(over_both, lines(all[first].heading, columns.widths[first]));
        } else {
            while (last + 1 < all.size() && all[last + 1].group == group) ++last;
            sheet.merged(row, first, row, last, group, styles.heading);
            needed.groups = std::max(needed.groups, lines(group, columns.width(first, last)));
            for (std::size_t i = first; i <= last; ++i) {
                sheet.text(last_row, i, all[i].heading, styles.heading);
                needed.columns = std::max(needed.columns, lines(all[i].heading, columns.widths[i]));
            }
        }
        first = last + 1;
    }
    if (grouped) {
        if (over_both > needed.groups) needed.columns = std::max(needed.columns, over_both - needed.groups);
        sheet.set_height(row, needed.groups);
        sheet.set_height(last_row, needed.columns);
    } else {
        sheet.set_height(row, over_both);
    }
    return last_row + 1;
}

}  // namespace papar
