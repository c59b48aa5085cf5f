#include "engine/document/sheet_styles.hpp"

#include <cmath>
#include <new>

namespace papar {
namespace {

constexpr lxw_color_t dark_blue = 0x1F3864;
constexpr lxw_color_t heading_fill = 0xDCE6F1;
constexpr lxw_color_t total_fill = 0xF2F2F2;
constexpr lxw_color_t line_grey = 0xA6A6A6;
constexpr lxw_color_t text_grey = 0x595959;
constexpr lxw_color_t warning_red = 0xC00000;
constexpr lxw_color_t link_blue = 0x0563C1;  // Excel's own

[[nodiscard]] lxw_format* new_format(lxw_workbook* workbook) {
    lxw_format* format = workbook_add_format(workbook);
    if (format == nullptr) throw std::bad_alloc();
    format_set_align(format, LXW_ALIGN_VERTICAL_CENTER);
    return format;
}

[[nodiscard]] lxw_format* wrapped(lxw_workbook* workbook) {
    lxw_format* format = new_format(workbook);
    format_set_text_wrap(format);
    format_set_align(format, LXW_ALIGN_VERTICAL_TOP);
    return format;
}

[[nodiscard]] lxw_format* coloured_text(lxw_workbook* workbook, lxw_color_t colour, double points, bool bold) {
    lxw_format* format = new_format(workbook);
    format_set_font_color(format, colour);
    format_set_font_size(format, points);
    if (bold) format_set_bold(format);
    return format;
}

[[nodiscard]] lxw_format* bordered(lxw_workbook* workbook) {
    lxw_format* format = new_format(workbook);
    format_set_border(format, LXW_BORDER_THIN);
    format_set_border_color(format, line_grey);
    return format;
}

[[nodiscard]] lxw_format* table_cell(lxw_workbook* workbook, bool total) {
    lxw_format* format = bordered(workbook);
    if (total) {
        format_set_bold(format);
        format_set_bg_color(format, total_fill);
        format_set_top(format, LXW_BORDER_MEDIUM);
    }
    return format;
}

// Codes of Excel's file format, the same in every country; Excel shows them with the marks of the user's.
void set_number_format(lxw_format* format, CellFormat shown) {
    switch (shown) {
        case CellFormat::text:
            format_set_text_wrap(format);
            format_set_align(format, LXW_ALIGN_LEFT);
            format_set_indent(format, 1);
            return;
        case CellFormat::ordinal:
            format_set_align(format, LXW_ALIGN_CENTER);
            return;
        case CellFormat::people:
            format_set_num_format(format, "#,##0");
            return;
        case CellFormat::hectares:
        case CellFormat::million:
        case CellFormat::amount:
            format_set_num_format(format, "#,##0.00");
            return;
        case CellFormat::index:
            format_set_num_format(format, "0.000");
            return;
        case CellFormat::class_of:
        case CellFormat::capacity:
            format_set_align(format, LXW_ALIGN_CENTER);
            return;
    }
}

// Relative luminance of sRGB, 0 to 1 (WCAG 2.1).
[[nodiscard]] double luminance(lxw_color_t colour) {
    const auto linear = [colour](unsigned shift) {
        const double c = static_cast<double>((colour >> shift) & 0xFFU) / 255;
        return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(16) + 0.7152 * linear(8) + 0.0722 * linear(0);
}

// Black or white, whichever has the greater contrast, (lighter + 0.05) / (darker + 0.05), on the fill.
[[nodiscard]] lxw_color_t text_on(lxw_color_t fill) {
    const double l = luminance(fill) + 0.05;
    return 1.05 / l > l / 0.05 ? LXW_COLOR_WHITE : LXW_COLOR_BLACK;
}

}  // namespace

SheetStyles::SheetStyles(lxw_workbook* workbook)
    : title(coloured_text(workbook, dark_blue, 14, true)),
      caption(coloured_text(workbook, dark_blue, 14, true)),
      subtitle(coloured_text(workbook, text_grey, 11, false)),
      warning(coloured_text(workbook, warning_red, 11, true)),
      link(coloured_text(workbook, link_blue, 11, false)),
      subheading(coloured_text(workbook, dark_blue, 12, true)),
      mark(wrapped(workbook)),
      line(wrapped(workbook)),
      heading(bordered(workbook)),
      paragraph(wrapped(workbook)),
      table_note(wrapped(workbook)) {
    format_set_text_wrap(caption);
    format_set_underline(link, LXW_UNDERLINE_SINGLE);
    format_set_align(mark, LXW_ALIGN_CENTER);
    format_set_bold(heading);
    format_set_font_color(heading, dark_blue);
    format_set_bg_color(heading, heading_fill);
    format_set_align(heading, LXW_ALIGN_CENTER);
    format_set_text_wrap(heading);
    format_set_italic(table_note);
    format_set_font_color(table_note, text_grey);
    for (std::size_t total = 0; total < 2; ++total) {
        for (std::size_t i = 0; i < formats; ++i) {
            cells_[i][total] = table_cell(workbook, total == 1);
            set_number_format(cells_[i][total], static_cast<CellFormat>(i));
        }
        dashes_[total] = table_cell(workbook, total == 1);
        format_set_align(dashes_[total], LXW_ALIGN_CENTER);
        for (std::size_t i = 0; i < classes_.size(); ++i) {
            const lxw_color_t fill = colour_number(class_colour(static_cast<int>(i) + 1));
            lxw_format* format = table_cell(workbook, total == 1);
            format_set_align(format, LXW_ALIGN_CENTER);
            format_set_bg_color(format, fill);
            format_set_font_color(format, text_on(fill));
            classes_[i][total] = format;
        }
    }
}

lxw_format* SheetStyles::cell(CellFormat format, bool total) const {
    return cells_.at(static_cast<std::size_t>(format)).at(total ? 1 : 0);
}

lxw_format* SheetStyles::class_cell(int single_class, CellFormat format, bool total) const {
    return classes_.at(static_cast<std::size_t>(coloured_as(single_class, format)) - 1).at(total ? 1 : 0);
}

lxw_format* SheetStyles::amount_cell(double amount, bool total) const {
    return cell(is_whole(amount) ? CellFormat::people : CellFormat::amount, total);
}

lxw_color_t colour_number(const std::string& colour) {
    return static_cast<lxw_color_t>(std::stoul(colour.substr(1), nullptr, 16));
}

}  // namespace papar
