#include "engine/document/chapter_table.hpp"

#include "engine/document/column_groups.hpp"
#include "engine/document/paragraphs.hpp"
#include "engine/document/xml_text.hpp"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace papar {

namespace {

constexpr const char* heading_shade = "E9EEF4";
constexpr const char* total_shade = "F3F5F8";
constexpr int style_size = 18;          // half-points of KRB Table Text
constexpr std::size_t whole_rows = 15;  // tables up to this length stay on one page

[[nodiscard]] const char* alignment(CellFormat format) {
    if (format == CellFormat::text) return "left";
    return is_class(format) ? "center" : "right";
}

// White on dark fills, black on light ones: the relative luminance of Rec. 709, without its gamma.
[[nodiscard]] std::string text_colour_on(const std::string& fill) {
    const auto channel = [&](std::size_t at) { return std::stoi(fill.substr(at, 2), nullptr, 16); };
    const double luminance = 0.2126 * channel(0) + 0.7152 * channel(2) + 0.0722 * channel(4);
    return luminance < 128 ? "FFFFFF" : "000000";
}

// The elements are in the order of the schema.
struct CellFrame {
    int width = 0;
    std::size_t span = 1;
    const char* merge = nullptr;  // "restart": goes on below; "continue": belongs to the cell above
    std::string fill;             // "rrggbb"
};

[[nodiscard]] pugi::xml_node add_cell(pugi::xml_node row, const CellFrame& frame) {
    const pugi::xml_node cell = add_element(row, "w:tc");
    const pugi::xml_node properties = add_element(cell, "w:tcPr");
    add_element(properties, "w:tcW", {{"w:w", std::to_string(frame.width)}, {"w:type", "dxa"}});
    if (frame.span > 1) add_element(properties, "w:gridSpan", {{"w:val", std::to_string(frame.span)}});
    if (frame.merge != nullptr) add_element(properties, "w:vMerge", {{"w:val", frame.merge}});
    if (!frame.fill.empty()) {
        add_element(properties, "w:shd", {{"w:val", "clear"}, {"w:color", "auto"}, {"w:fill", frame.fill}});
    }
    add_element(properties, "w:vAlign", {{"w:val", "center"}});
    return cell;
}

[[nodiscard]] pugi::xml_node add_row(pugi::xml_node table, bool heading) {
    const pugi::xml_node row = add_element(table, "w:tr");
    const pugi::xml_node properties = add_element(row, "w:trPr");
    add_element(properties, "w:cantSplit");
    if (heading) add_element(properties, "w:tblHeader");
    return row;
}

class ChapterTableWriter {
public:
    ChapterTableWriter(pugi::xml_node node, const ReportTable& table, const TableFit& fit, const ChapterStyles& styles,
                       Language language)
        : node_(node), table_(table), fit_(fit), styles_(styles), language_(language) {}

    void write() {
        properties();
        headings();
        // Short tables stay on one page; of longer ones the last rows stay with the total and the text below.
        const std::size_t first_kept = table_.rows.size() <= whole_rows ? 0 : table_.rows.size() - 1;
        for (std::size_t i = 0; i < table_.rows.size(); ++i) values(table_.rows[i], false, i >= first_kept);
        if (!table_.total.empty()) values(table_.total, true, true);
    }

private:
    void properties() {
        const pugi::xml_node properties = add_element(node_, "w:tblPr");
        const int width = std::accumulate(fit_.widths.begin(), fit_.widths.end(), 0);
        add_element(properties, "w:tblStyle", {{"w:val", styles_.table}});
        add_element(properties, "w:tblW", {{"w:w", std::to_string(width)}, {"w:type", "dxa"}});
        add_element(properties, "w:tblLayout", {{"w:type", "fixed"}});
        const pugi::xml_node grid = add_element(node_, "w:tblGrid");
        for (const int one : fit_.widths) add_element(grid, "w:gridCol", {{"w:w", std::to_string(one)}});
    }

    void text(pugi::xml_node cell, const std::string& style, const std::string& words, TextLook look,
              const char* align = nullptr, bool keep_next = false) {
        const pugi::xml_node paragraph = add_paragraph(cell, style);
        if (keep_next) add_element(properties_of(paragraph), "w:keepNext");
        if (align != nullptr) add_element(properties_of(paragraph), "w:jc", {{"w:val", align}});
        if (fit_.half_points != style_size) look.half_points = fit_.half_points;
        if (!words.empty()) add_text(paragraph, words, language_, look);
    }

    void headings() {
        const std::vector<ReportColumn>& columns = table_.columns;
        const bool grouped = std::any_of(columns.begin(), columns.end(),
                                         [](const ReportColumn& column) { return !column.group.empty(); });
        if (grouped) {
            const pugi::xml_node row = add_row(node_, true);
            for (std::size_t i = 0; i < columns.size(); i += group_span(columns, i)) {
                const std::size_t span = group_span(columns, i);
                const auto first = fit_.widths.begin() + static_cast<std::ptrdiff_t>(i);
                const int width = std::accumulate(first, first + static_cast<std::ptrdiff_t>(span), 0);
                const bool merged = columns[i].group.empty();
                text(add_cell(row, {width, span, merged ? "restart" : nullptr, heading_shade}), styles_.table_heading,
                     merged ? columns[i].heading : columns[i].group, {});
            }
        }
        const pugi::xml_node row = add_row(node_, true);
        for (std::size_t i = 0; i < columns.size(); ++i) {
            const bool merged = grouped && columns[i].group.empty();
            text(add_cell(row, {fit_.widths[i], 1, merged ? "continue" : nullptr, heading_shade}),
                 styles_.table_heading, merged ? "" : columns[i].heading, {});
        }
    }

    void values(const std::vector<ReportCell>& cells, bool total, bool keep_next) {
        const pugi::xml_node row = add_row(node_, false);
        for (std::size_t i = 0; i < table_.columns.size(); ++i) {
            const CellFormat format = table_.columns[i].format;
            const ReportCell cell = i < cells.size() ? cells[i] : ReportCell(std::string());
            CellFrame frame{fit_.widths[i], 1, nullptr, total ? total_shade : ""};
            TextLook look;
            look.bold = total;
            if (const auto* value = std::get_if<double>(&cell); value != nullptr && is_class(format)) {
                frame.fill = class_colour(coloured_as(static_cast<int>(std::lround(*value)), format)).substr(1);
                look.bold = true;
                look.colour = text_colour_on(frame.fill);
            }
            // A word or a dash among numbers stands where the numbers stand.
            text(add_cell(row, frame), styles_.table_text, printed(cell, format, language_), look, alignment(format),
                 keep_next);
        }
    }

    pugi::xml_node node_;
    const ReportTable& table_;
    const TableFit& fit_;
    const ChapterStyles& styles_;
    Language language_;
};

}  // namespace

void add_table(pugi::xml_node parent, const ReportTable& table, const TableFit& fit, const ChapterStyles& styles,
               Language language) {
    ChapterTableWriter(add_element(parent, "w:tbl"), table, fit, styles, language).write();
}

}  // namespace papar
