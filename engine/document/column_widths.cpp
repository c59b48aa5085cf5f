#include "engine/document/column_widths.hpp"

#include "engine/document/column_groups.hpp"

#include <algorithm>
#include <cctype>
#include <numeric>

namespace papar {

namespace {

constexpr int full_size = 18;           // half-points
constexpr int em_at_full_size = 180;    // twips
constexpr int cell_margins = 2 * 70;    // left and right, as in the style KRB Table
constexpr int longest_unbroken = 1500;  // longer ones, such as file names, may be broken
constexpr int comfortable_text = 2400;  // a name of 25 letters on one line
constexpr int comfortable_word = 3200;  // a file name or key of 30 letters
constexpr int longest_line = 9000;

// What a column asks for, without margins.
struct ColumnNeed {
    int least = 0;        // no number and no word breaks
    int comfortable = 0;  // short texts stand on one line
    int natural = 0;      // all texts do
    bool grows = true;
};

// Thousandths of an em, as Arial's, rounded up; other fonts and letters are about as wide.
[[nodiscard]] int letter_width(unsigned char c) {
    if (std::isdigit(c) != 0) return 560;
    if (std::string_view(" .,:;'|!ijl()[]/-tfI").find(static_cast<char>(c)) != std::string_view::npos) return 330;
    if (std::string_view("mwMW@%").find(static_cast<char>(c)) != std::string_view::npos) return 900;
    if (std::isupper(c) != 0) return 720;
    return 560;
}

[[nodiscard]] int widest_word(std::string_view text, bool bold) {
    int widest = 0;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(" \n"), text.size());
        widest = std::max(widest, text_width(text.substr(0, end), bold));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return widest;
}

void add_cell(ColumnNeed& need, const ReportCell& cell, CellFormat format, Language language, bool bold) {
    const std::string text = printed(cell, format, language);
    const int whole = std::min(text_width(text, bold), longest_line);
    const bool breaks = std::holds_alternative<std::string>(cell);
    const int word = breaks ? widest_word(text, bold) : whole;
    const int line = breaks ? std::min(whole, std::max(comfortable_text, std::min(word, comfortable_word))) : whole;
    need.least = std::max(need.least, breaks ? std::min(word, longest_unbroken) : whole);
    need.comfortable = std::max(need.comfortable, line);
    need.natural = std::max(need.natural, whole);
}

// The columns of a group make room for the words above them.
void widen_for_groups(std::vector<ColumnNeed>& needs, const std::vector<ReportColumn>& columns) {
    for (std::size_t i = 0; i < columns.size();) {
        const auto span = static_cast<int>(group_span(columns, i));
        const int word = widest_word(columns[i].group, true);
        for (const std::size_t end = i + static_cast<std::size_t>(span); i < end; ++i) {
            needs[i].least = std::max(needs[i].least, (word - (span - 1) * cell_margins + span - 1) / span);
        }
    }
}

[[nodiscard]] std::vector<ColumnNeed> column_needs(const ReportTable& table, Language language) {
    std::vector<ColumnNeed> needs(table.columns.size());
    for (std::size_t i = 0; i < needs.size(); ++i) {
        const ReportColumn& column = table.columns[i];
        needs[i].least = std::min(widest_word(column.heading, true), longest_unbroken);
        needs[i].grows = column.format != CellFormat::ordinal;
        for (const auto& row : table.rows) {
            if (i < row.size()) add_cell(needs[i], row[i], column.format, language, is_class(column.format));
        }
        if (i < table.total.size()) add_cell(needs[i], table.total[i], column.format, language, true);
    }
    widen_for_groups(needs, table.columns);
    for (ColumnNeed& need : needs) {
        need.comfortable = std::max(need.comfortable, need.least);
        need.natural = std::max(need.natural, need.comfortable);
    }
    return needs;
}

// Twips of a need at a size of text, with the cell's margins.
[[nodiscard]] std::vector<int> at_size(const std::vector<ColumnNeed>& needs, int ColumnNeed::*need, int half_points) {
    std::vector<int> widths;
    for (const ColumnNeed& column : needs) {
        widths.push_back((column.*need * half_points + full_size - 1) / full_size + cell_margins);
    }
    return widths;
}

[[nodiscard]] int sum(const std::vector<int>& widths) {
    return std::accumulate(widths.begin(), widths.end(), 0);
}

// Gives the columns what they lack to their targets, or the same part of it where the room does not do.
void grow(std::vector<int>& widths, const std::vector<int>& targets, int room) {
    const int spare = room - sum(widths);
    const int lack = sum(targets) - sum(widths);
    if (spare <= 0 || lack <= 0) return;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        widths[i] += std::min(spare, lack) * (targets[i] - widths[i]) / lack;
    }
}

[[nodiscard]] std::vector<int> fill(const std::vector<ColumnNeed>& needs, int half_points, int room) {
    std::vector<int> widths = at_size(needs, &ColumnNeed::least, half_points);
    const int least = sum(widths);
    if (least > room) {
        for (int& width : widths) width = width * room / least;
    }
    grow(widths, at_size(needs, &ColumnNeed::comfortable, half_points), room);
    grow(widths, at_size(needs, &ColumnNeed::natural, half_points), room);
    std::vector<int> wider = widths;
    for (std::size_t i = 0; i < widths.size(); ++i) wider[i] += needs[i].grows ? widths[i] * room / least : 0;
    grow(widths, wider, room);
    widths.back() += room - sum(widths);  // what rounding left
    return widths;
}

}  // namespace

int text_width(std::string_view text, bool bold) {
    int thousandths = 0;
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        if ((byte & 0xC0U) != 0x80U) thousandths += letter_width(byte);  // not inside a character
    }
    return thousandths * em_at_full_size / 1000 * (bold ? 108 : 100) / 100;
}

TableFit fit_table(const ReportTable& table, Language language, int portrait_width, int landscape_width) {
    const std::vector<ColumnNeed> needs = column_needs(table, language);
    struct Choice {
        Orientation orientation;
        int half_points;
        int ColumnNeed::*need;
    };
    constexpr Choice choices[] = {
        {Orientation::portrait, 18, &ColumnNeed::comfortable},  {Orientation::portrait, 16, &ColumnNeed::comfortable},
        {Orientation::landscape, 18, &ColumnNeed::comfortable}, {Orientation::landscape, 16, &ColumnNeed::comfortable},
        {Orientation::landscape, 16, &ColumnNeed::least},       {Orientation::landscape, 14, &ColumnNeed::least}};
    for (const Choice& choice : choices) {
        const int room = choice.orientation == Orientation::portrait ? portrait_width : landscape_width;
        if (sum(at_size(needs, choice.need, choice.half_points)) <= room) {
            return {choice.orientation, choice.half_points, fill(needs, choice.half_points, room)};
        }
    }
    constexpr int smallest = 12;
    return {Orientation::landscape, smallest, fill(needs, smallest, landscape_width)};
}

}  // namespace papar
