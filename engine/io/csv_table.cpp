#include "engine/io/csv_table.hpp"

#include "engine/base/error.hpp"
#include "engine/io/utf8_text.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <string_view>
#include <utility>

namespace papar {

namespace {

constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::uintmax_t largest_bytes = 200'000'000;  // all villages of the country with 30 columns are a tenth

std::string bytes_of(const TableInput& input) {
    std::error_code problem;
    if (const std::uintmax_t bytes = std::filesystem::file_size(input.path, problem);
        problem || bytes > largest_bytes) {
        throw error(ErrorKind::input, "{}: {}", input.name,
                    problem ? "cannot be read: " + problem.message() : "is larger than 200 MB: this is not a table");
    }
    std::ifstream in(input.path, std::ios::binary);
    std::string bytes{std::istreambuf_iterator<char>(in), {}};
    if (!in || in.bad()) {
        throw error(ErrorKind::input, "{}: cannot be read", input.name);
    }
    return bytes;
}

std::int64_t line_at(std::string_view text, std::size_t position) {
    return 1 + std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(position), '\n');
}

// The file's text in UTF-8, without its byte-order mark.
std::string text_of(const TableInput& input) {
    std::string bytes = bytes_of(input);
    if (bytes.find('\0') != std::string::npos) {
        throw error(ErrorKind::input,
                    "{}, line {}: holds a zero byte, so it is not a CSV file in UTF-8 or Latin-1; save it as \"CSV "
                    "UTF-8\"",
                    input.name, line_at(bytes, bytes.find('\0')));
    }
    if (bytes.starts_with(byte_order_mark)) {
        bytes.erase(0, byte_order_mark.size());
    }
    if (input.encoding == TextEncoding::latin1) {
        return utf8_of_latin1(bytes);
    }
    if (const auto bad = first_not_utf8(bytes)) {
        throw error(ErrorKind::input,
                    "{}, line {}: is not UTF-8; if the file is Latin-1 (Excel's plain \"CSV\"), say encoding = "
                    "\"latin1\"",
                    input.name, line_at(bytes, *bad));
    }
    return bytes;
}

// Records one after the other.
class Records {
public:
    Records(const TableInput& input, std::string_view text, char delimiter)
        : input_(input), text_(text), delimiter_(delimiter) {}

    [[nodiscard]] bool at_end() const { return at_ == text_.size(); }

    // `number` is the line it begins on.
    TableRow next() {
        TableRow row{line_, {}};
        do {
            row.cells.push_back({next_field(), {}});
        } while (take(delimiter_));
        if (!at_end()) {
            take('\r');
            take('\n');
            ++line_;
        }
        return row;
    }

private:
    bool take(char c) {
        const bool found = !at_end() && text_[at_] == c;
        at_ += found ? 1 : 0;
        return found;
    }

    [[nodiscard]] bool at_field_end() const {
        return at_end() || text_[at_] == delimiter_ || text_[at_] == '\n' || text_[at_] == '\r';
    }

    std::string next_field() {
        while (!at_end() && text_[at_] == ' ') {
            ++at_;
        }
        if (take('"')) {
            return quoted_field();
        }
        const std::size_t first = at_;
        while (!at_field_end()) {
            ++at_;
        }
        return without_blanks(text_.substr(first, at_ - first));
    }

    std::string quoted_field() {
        const std::int64_t first_line = line_;
        std::string field;
        while (!at_end()) {
            if (text_[at_] == '"') {
                ++at_;
                if (!take('"')) {
                    return closed_field(field);
                }
                field += '"';
                continue;
            }
            line_ += text_[at_] == '\n' ? 1 : 0;
            field += text_[at_++];
        }
        throw error(ErrorKind::input, "{}, line {}: a quoted field begins here and its quote is never closed",
                    input_.name, first_line);
    }

    std::string closed_field(const std::string& field) {
        while (!at_end() && text_[at_] == ' ') {
            ++at_;
        }
        if (!at_field_end()) {
            throw error(ErrorKind::input,
                        "{}, line {}: text follows the closing quote of a field; write a quote within a field twice",
                        input_.name, line_);
        }
        return without_blanks(field);
    }

    const TableInput& input_;
    std::string_view text_;
    char delimiter_;
    std::size_t at_ = 0;
    std::int64_t line_ = 1;
};

// The delimiter that stands in the header outside of quotes.
char delimiter_of(const TableInput& input, std::string_view text) {
    if (input.delimiter != '\0') {
        return input.delimiter;
    }
    std::string found;
    bool quoted = false;
    for (const char c : text) {
        quoted = c == '"' ? !quoted : quoted;
        if (!quoted && (c == '\n' || c == '\r')) {
            break;
        }
        if (!quoted && (c == ';' || c == ',' || c == '\t') && found.find(c) == std::string::npos) {
            found += c;
        }
    }
    if (found.size() > 1) {
        throw error(ErrorKind::usage,
                    "{}: the header of {} holds more than one of ; , and tab; say which one parts the columns: "
                    "delimiter = \";\"",
                    input.where, input.name);
    }
    return found.empty() ? ';' : found.front();
}

bool blank(const TableRow& row) {
    return std::ranges::all_of(row.cells, [](const TableCell& cell) { return cell.text.empty(); });
}

void require_width(const TextTable& table, const TableRow& row) {
    if (row.cells.size() != table.columns.size()) {
        throw error(
            ErrorKind::input,
            "{} has {} fields, but the header has {}; put a field that holds the delimiter (1,5 in a table with "
            "commas) in quotes",
            table.place(row), row.cells.size(), table.columns.size());
    }
}

}  // namespace

TextTable read_csv_table(const TableInput& input) {
    const std::string text = text_of(input);
    TextTable table{input.name, "line", false, {}, {}, {input.path}};
    Records records(input, text, delimiter_of(input, text));
    while (!records.at_end()) {
        TableRow row = records.next();
        if (blank(row)) {
            continue;
        }
        if (table.columns.empty()) {
            std::ranges::transform(row.cells, std::back_inserter(table.columns),
                                   [](const TableCell& cell) { return cell.text; });
            continue;
        }
        require_width(table, row);
        table.rows.push_back(std::move(row));
    }
    if (table.rows.empty()) {
        throw error(ErrorKind::input, "{}: {}", input.name,
                    table.columns.empty() ? "is empty" : "has a header but no rows");
    }
    return table;
}

}  // namespace papar
