#include "engine/io/table_number.hpp"

#include "engine/base/error.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

namespace papar {

namespace {

struct Marks {
    char group;  // 0: none
    char decimal;
};

Marks marks_of(NumberStyle style) {
    switch (style) {
        case NumberStyle::en:
            return {',', '.'};
        case NumberStyle::id:
            return {'.', ','};
        default:
            return {'\0', '.'};
    }
}

bool digits(std::string_view text) {
    return !text.empty() && std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

// The digits of a whole number in groups of three; nothing where it is none.
std::optional<std::string> ungrouped(std::string_view text, char group) {
    if (group == '\0' || text.find(group) == std::string_view::npos) {
        return digits(text) ? std::optional(std::string(text)) : std::nullopt;
    }
    constexpr std::size_t size = 3;
    std::string all;
    for (bool first = true; true; first = false) {
        const std::size_t mark = text.find(group);
        const std::string_view part = text.substr(0, mark);
        const bool whole = first ? part.size() <= size && !part.starts_with('0') : part.size() == size;
        if (!digits(part) || !whole) {
            return std::nullopt;
        }
        all += part;
        if (mark == std::string_view::npos) {
            return all;
        }
        text.remove_prefix(mark + 1);
        if (text.empty()) {
            return std::nullopt;
        }
    }
}

struct StyleName {
    NumberStyle style;
    std::string_view name;
};
constexpr std::array<StyleName, 3> styles{
    {{NumberStyle::plain, "plain"}, {NumberStyle::en, "en"}, {NumberStyle::id, "id"}}};

std::string_view name_of(NumberStyle style) {
    return std::ranges::find(styles, style, &StyleName::style)->name;
}

// "; it looks like 1234.5 in numbers = "id"", for the styles that the text fits.
std::string looks_like(std::string_view text) {
    std::string found;
    for (const StyleName& each : styles) {
        if (const std::optional<double> value = number_of(text, each.style)) {
            found += fmt::format("{}{} with numbers = \"{}\"", found.empty() ? "" : ", ", *value, each.name);
        }
    }
    return found.empty() ? "" : "; it would be " + found;
}

// 1.234: plain by the letter, but thousands to whoever writes them with dots.
bool may_be_thousands(std::string_view text) {
    const std::optional<double> plain = number_of(text, NumberStyle::plain);
    const std::optional<double> grouped = number_of(text, NumberStyle::id);
    return plain && grouped && *plain != *grouped;
}

}  // namespace

std::optional<double> number_of(std::string_view text, NumberStyle style) {
    const Marks marks = marks_of(style);
    const bool negative = text.starts_with('-');
    if (negative || text.starts_with('+')) {
        text.remove_prefix(1);
    }
    const std::size_t mark = text.find(marks.decimal);
    if (text.substr(0, mark).empty()) {
        return std::nullopt;
    }
    std::optional<std::string> number = ungrouped(text.substr(0, mark), marks.group);
    if (!number) {
        return std::nullopt;
    }
    if (mark != std::string_view::npos) {
        if (!digits(text.substr(mark + 1))) {
            return std::nullopt;
        }
        *number += '.';
        *number += text.substr(mark + 1);
    }
    double value = 0;
    const auto [end, problem] = std::from_chars(number->data(), number->data() + number->size(), value);
    if (problem != std::errc() || end != number->data() + number->size()) {
        return std::nullopt;
    }
    return negative ? -value : value;
}

double cell_number(const TextTable& table, const TableRow& row, std::size_t column, std::optional<NumberStyle> style,
                   std::string_view what) {
    const TableCell& cell = row.cells[column];
    const auto refuse = [&](const std::string& why) -> Error {
        return error(ErrorKind::input, "{}, column \"{}\": {}", table.place(row), table.columns[column], why);
    };
    if (cell.text.empty()) {
        throw refuse(
            fmt::format("{} is empty; write 0 where there is nobody, and remove the row where it is not known", what));
    }
    if (cell.number) {
        if (!std::isfinite(*cell.number)) {
            throw refuse(fmt::format("{} is {}, which is no number of people", what, cell.text));
        }
        return *cell.number;
    }
    const std::optional<double> value = number_of(cell.text, style.value_or(NumberStyle::plain));
    if (!value) {
        throw refuse(fmt::format("\"{}\" is not a number as numbers = \"{}\" writes them{}", cell.text,
                                 name_of(style.value_or(NumberStyle::plain)), looks_like(cell.text)));
    }
    if (!style && may_be_thousands(cell.text)) {
        throw refuse(fmt::format("\"{}\" can be read in two ways{}; declare the one that is meant", cell.text,
                                 looks_like(cell.text)));
    }
    if (table.text_may_be_number && style && number_of(cell.text, NumberStyle::plain).value_or(*value) != *value) {
        throw refuse(
            fmt::format("\"{}\" stands in a column of text and numbers, so it may be either{}; store the whole "
                        "column as numbers",
                        cell.text, looks_like(cell.text)));
    }
    return *value;
}

}  // namespace papar
