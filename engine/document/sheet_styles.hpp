// How cells of the workbooks look.
#pragma once

#include "engine/document/krb_report.hpp"

#include <xlsxwriter.h>

#include <array>
#include <string>

namespace papar {

// The formats belong to the workbook.
class SheetStyles {
public:
    explicit SheetStyles(lxw_workbook* workbook);

    lxw_format* title;       // first row of a sheet
    lxw_format* caption;     // the same where it may need more lines
    lxw_format* subtitle;    // rows below it
    lxw_format* warning;     // "Data fiktif"
    lxw_format* link;        // to another sheet
    lxw_format* subheading;  // above the lines of a section, on sheets without table
    lxw_format* mark;        // before a line of text there
    lxw_format* line;        // the line, wrapped
    lxw_format* heading;     // of a table's column
    lxw_format* paragraph;   // below a table
    lxw_format* table_note;  // the same

    // Of a table's cell: a number or a text where the column has that format, in the total row or above.
    [[nodiscard]] lxw_format* cell(CellFormat format, bool total) const;
    [[nodiscard]] lxw_format* text(bool total) const { return cell(CellFormat::text, total); }
    [[nodiscard]] lxw_format* dash(bool total) const { return dashes_.at(total ? 1 : 0); }
    [[nodiscard]] lxw_format* class_cell(int single_class, CellFormat format, bool total) const;
    [[nodiscard]] lxw_format* amount_cell(double amount, bool total) const;

private:
    static constexpr std::size_t formats = static_cast<std::size_t>(CellFormat::capacity) + 1;

    std::array<std::array<lxw_format*, 2>, formats> cells_{};
    std::array<lxw_format*, 2> dashes_{};
    std::array<std::array<lxw_format*, 2>, 3> classes_{};
};

// "#rrggbb" as a number.
[[nodiscard]] lxw_color_t colour_number(const std::string& colour);

}  // namespace papar
