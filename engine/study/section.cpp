#include "engine/study/section.hpp"

#include "engine/base/nearest.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <cmath>

namespace papar {

std::string place_of(const toml::source_region& region, const std::string& file) {
    if (region.path && *region.path != file) {  // a value from elsewhere brings its whole place along
        return *region.path;
    }
    return region.begin ? fmt::format("{}:{}:{}", file, region.begin.line, region.begin.column) : file;
}

std::string_view type_name(toml::node_type type) {
    switch (type) {
        case toml::node_type::string:
            return "a string";
        case toml::node_type::integer:
            return "an integer";
        case toml::node_type::floating_point:
            return "a decimal number";
        case toml::node_type::boolean:
            return "a boolean";
        case toml::node_type::table:
            return "a table";
        case toml::node_type::array:
            return "a list";
        default:
            return "a date or time";
    }
}

Section::Section(std::string file, const toml::table& table, std::string label, std::span<const std::string> keys)
    : file_(std::move(file)), table_(table), label_(std::move(label)) {
    for (const auto& [key, value] : table_) {
        if (std::ranges::find(keys, key.str()) == keys.end()) {
            const std::string guess = did_you_mean(key.str(), keys);
            throw error(ErrorKind::usage, "{}: unknown key \"{}\" in {}{}", place_of(key.source(), file_), key.str(),
                        label_, guess.empty() ? fmt::format("; its keys are {}", fmt::join(keys, ", ")) : guess);
        }
    }
}

std::string Section::place(std::string_view key) const {
    const toml::node* node = find(key);
    return place_of(node != nullptr ? node->source() : table_.source(), file_);
}

Error Section::missing(std::string_view key) const {
    return error(ErrorKind::usage, "{}: {} has no \"{}\", which is required", place(key), label_, key);
}

Error Section::wrong_sentence(std::string_view key, const std::string& sentence) const {
    return error(ErrorKind::usage, "{}: {} {} {}", place(key), label_, key, sentence);
}

Error Section::wrong_type(std::string_view key, const toml::node& found, std::string_view wanted) const {
    return error(ErrorKind::usage, "{}: {} {} must be {}; found {}", place_of(found.source(), file_), label_, key,
                 wanted, type_name(found.type()));
}

std::string Section::checked_text(std::string_view key, const toml::node& node) const {
    if (!node.is_string()) {
        throw wrong_type(key, node, "a string");
    }
    const std::string& text = node.as_string()->get();
    if (std::ranges::any_of(text, [](char c) { return (c >= 0 && c < ' ') || c == '\x7f'; })) {
        throw wrong(key, "has a line break, a tab or another control character; write it on one line");
    }
    return text;
}

std::string Section::text(std::string_view key) const {
    const toml::node* node = find(key);
    if (node == nullptr) {
        throw missing(key);
    }
    std::string text = checked_text(key, *node);
    if (text.empty()) {
        throw wrong(key, "is empty");
    }
    return text;
}

std::string Section::text(std::string_view key, std::string fallback) const {
    const toml::node* node = find(key);
    if (node == nullptr) {
        return fallback;
    }
    return fallback.empty() ? checked_text(key, *node) : text(key);
}

std::string Section::identifier(std::string_view key, std::string_view allowed) const {
    std::string id = text(key);
    if (id.find_first_not_of(allowed) != std::string::npos) {
        const bool dash = allowed.find('-') != std::string_view::npos;
        throw wrong(key, "is \"{}\"; use only a-z, 0-9 and {}", id, dash ? "_ -" : "_");
    }
    return id;
}

int Section::integer(std::string_view key, int fallback, int lowest, int highest) const {
    const toml::node* node = find(key);
    if (node == nullptr) {
        return fallback;
    }
    if (!node->is_integer()) {
        throw wrong_type(key, *node, "an integer");
    }
    const std::int64_t value = node->as_integer()->get();
    if (value < lowest || value > highest) {
        throw wrong(key, "is {}; it must be {} to {}", value, lowest, highest);
    }
    return static_cast<int>(value);
}

double Section::number(std::string_view key, double fallback) const {
    const toml::node* node = find(key);
    if (node == nullptr) {
        return fallback;
    }
    if (!node->is_number()) {
        throw wrong_type(key, *node, "a number");
    }
    const double value = *node->value<double>();
    if (!std::isfinite(value)) {
        throw wrong(key, "is {}; it must be a finite number", value);
    }
    return value;
}

bool Section::truth(std::string_view key, bool fallback) const {
    const toml::node* node = find(key);
    if (node == nullptr) {
        return fallback;
    }
    if (!node->is_boolean()) {
        throw wrong_type(key, *node, "true or false");
    }
    return node->as_boolean()->get();
}

const toml::array& Section::list(std::string_view key, std::string_view wanted) const {
    const toml::node* node = find(key);
    if (node == nullptr) {
        throw missing(key);
    }
    if (!node->is_array()) {
        throw wrong_type(key, *node, wanted);
    }
    return *node->as_array();
}

void Section::require_rising(std::string_view key, const std::vector<double>& values, double least_step) const {
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!std::isfinite(values[i])) {
            throw wrong(key, "must be finite numbers; found {}", values[i]);
        }
        if (i > 0 && values[i] <= values[i - 1]) {
            throw wrong(key, "must rise; {} comes after {}", values[i], values[i - 1]);
        }
        if (i > 0 && values[i] - values[i - 1] < least_step) {
            throw wrong(key, "{} and {} are too close; they must differ by at least {}", values[i - 1], values[i],
                        least_step);
        }
    }
}

std::vector<double> Section::rising_numbers(std::string_view key, double least_step) const {
    std::vector<double> values;
    for (const toml::node& node : list(key, "a list of numbers")) {
        if (!node.is_number()) {
            throw wrong_type(key, node, "a list of numbers");
        }
        values.push_back(*node.value<double>());
    }
    require_rising(key, values, least_step);
    return values;
}

std::vector<double> Section::optional_numbers(std::string_view key) const {
    std::vector<double> values;
    if (find(key) == nullptr) {
        return values;
    }
    for (const toml::node& node : list(key, "a list of numbers")) {
        if (!node.is_number()) {
            throw wrong_type(key, node, "a list of numbers");
        }
        values.push_back(*node.value<double>());
    }
    return values;
}

std::vector<double> Section::integers(std::string_view key) const {
    std::vector<double> values;
    for (const toml::node& node : list(key, "a list of integers")) {
        if (!node.is_integer()) {
            throw wrong_type(key, node, "a list of integers");
        }
        values.push_back(static_cast<double>(node.as_integer()->get()));
    }
    return values;
}

std::vector<std::string> Section::texts(std::string_view key) const {
    std::vector<std::string> values;
    for (const toml::node& node : list(key, "a list of strings")) {
        if (!node.is_string()) {
            throw wrong_type(key, node, "a list of strings");
        }
        values.push_back(checked_text(key, node));
    }
    return values;
}

Section Section::inside(std::string_view key, std::string label, std::span<const std::string> keys) const {
    const toml::node* node = find(key);
    if (node == nullptr) {
        throw missing(key);
    }
    if (!node->is_table()) {
        throw wrong_type(key, *node, "a section");
    }
    return {file_, *node->as_table(), std::move(label), keys};
}

std::vector<Section> Section::list_of_sections(std::string_view key, const std::string& label,
                                               std::span<const std::string> keys) const {
    std::vector<Section> sections;
    const toml::node* node = find(key);
    if (node == nullptr) {
        return sections;
    }
    const toml::array* list = node->as_array();
    if (list == nullptr || !list->is_homogeneous(toml::node_type::table)) {
        throw wrong(key, "is written as [[{}]], with double brackets, once for each", label);
    }
    for (const toml::node& item : *list) {
        sections.emplace_back(file_, *item.as_table(), fmt::format("[[{}]]", label), keys);
    }
    return sections;
}

std::vector<std::pair<std::string, std::string>> Section::text_pairs(std::string_view key) const {
    const toml::node* node = find(key);
    if (node == nullptr) {
        throw missing(key);
    }
    if (!node->is_table()) {
        throw wrong_type(key, *node, "a table of texts, { \"text\" = \"label\", ... }");
    }
    std::vector<std::pair<toml::source_position, std::pair<std::string, std::string>>> placed;  // toml++ sorts by key
    for (const auto& [name, value] : *node->as_table()) {
        placed.push_back({name.source().begin, {std::string(name.str()), checked_text(key, value)}});
    }
    std::ranges::stable_sort(placed, [](const auto& a, const auto& b) { return a.first < b.first; });
    std::vector<std::pair<std::string, std::string>> pairs;
    for (auto& [position, pair] : placed) {
        pairs.push_back(std::move(pair));
    }
    return pairs;
}

std::size_t Section::choice_index(std::string_view key, const std::string& word,
                                  std::span<const std::string> spellings) const {
    const auto found = std::ranges::find(spellings, word);
    if (found == spellings.end()) {
        throw wrong(key, "is \"{}\"; it must be one of {}", word, fmt::join(spellings, ", "));
    }
    return static_cast<std::size_t>(found - spellings.begin());
}

}  // namespace papar
