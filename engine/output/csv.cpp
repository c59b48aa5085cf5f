#include "engine/output/csv.hpp"

#include <array>
#include <charconv>

namespace papar {
namespace {

[[nodiscard]] bool could_be_formula(std::string_view text) {
    const std::size_t first = text.find_first_not_of('\'');
    return first != std::string_view::npos && std::string_view("=+-@\t\r").find(text[first]) != std::string_view::npos;
}

void append_text(std::string& out, std::string_view text) {
    out += '"';
    if (could_be_formula(text)) out += '\'';
    for (const char c : text) {
        if (c == '"') out += '"';
        out += c;
    }
    out += '"';
}

void append_number(std::string& out, double number) {
    std::array<char, 400> digits{};  // the longest double without exponent has 327 characters
    char* const end = std::to_chars(digits.data(), digits.data() + digits.size(), number, std::chars_format::fixed).ptr;
    out.append(digits.data(), end);
}

void append_value(std::string& out, const Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) append_text(out, *text);
    if (const auto* number = std::get_if<double>(&value)) append_number(out, *number);
    if (const auto* integer = std::get_if<std::int64_t>(&value)) out += std::to_string(*integer);
}

}  // namespace

std::string csv_text(const Table& table) {
    std::string out;
    const char* separator = "";
    for (const Column& column : table.columns) {
        out += separator + column.name;
        separator = ",";
    }
    out += '\n';
    for (std::size_t row = 0; row < table.rows; ++row) {
        separator = "";
        for (const Column& column : table.columns) {
            out += separator;
            append_value(out, column.value(row));
            separator = ",";
        }
        out += '\n';
    }
    return out;
}

std::size_t csv_records(std::string_view text) {
    std::size_t records = 0;
    bool quoted = false;
    for (const char c : text) {
        if (c == '"') quoted = !quoted;
        if (c == '\n' && !quoted) ++records;
    }
    return records;
}

}  // namespace papar
