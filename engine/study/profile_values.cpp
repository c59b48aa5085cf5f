#include "engine/study/profile_values.hpp"

#include "engine/base/error.hpp"
#include "engine/study/section.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <optional>
#include <span>
#include <vector>

namespace papar {

namespace {

using Numbers = std::span<const double>;
using enum EntryShape;

bool within(Numbers numbers, double lowest, double highest) {
    return std::ranges::all_of(numbers, [&](double number) { return number >= lowest && number <= highest; });
}

// A value within 1e-6 of a break is on it (hazard_classes.hpp), so two breaks need twice that between them.
bool rises(Numbers numbers) {
    constexpr double least_step = 2e-6;
    return numbers[1] - numbers[0] >= least_step;
}

bool is_class(double number) {
    return number == 1 || number == 2 || number == 3;
}

struct NumberShape {
    EntryShape shape;
    std::size_t count;
    std::string_view wanted;
    bool (*fits)(Numbers);  // finite numbers, `count` of them
};

constexpr auto number_shapes = std::to_array<NumberShape>({
    {flag, 1, "1 (yes) or 0 (no)", [](Numbers n) { return n[0] == 0 || n[0] == 1; }},
    {share, 1, "a number from 0 to 1", [](Numbers n) { return within(n, 0, 1); }},
    {positive, 1, "a number above 0", [](Numbers n) { return n[0] > 0; }},
    {index_breaks, 2, "two numbers between 0 and 1, rising",
     [](Numbers n) { return n[0] > 0 && n[1] < 1 && rises(n); }},
    {limits, 2, "two numbers, 0 or more, rising", [](Numbers n) { return n[0] >= 0 && rises(n); }},
    {scores, 3, "three numbers from 0 to 1 that do not fall",
     [](Numbers n) { return within(n, 0, 1) && std::ranges::is_sorted(n); }},
    {factors, 3, "three numbers from 0 to 1", [](Numbers n) { return within(n, 0, 1); }},
    {damage, 3, "three shares from 0 to 1 that sum to at most 1",
     [](Numbers n) { return within(n, 0, 1) && std::accumulate(n.begin(), n.end(), 0.0) <= 1 + 1e-9; }},
    {prices, 3, "three numbers, 0 or more", [](Numbers n) { return std::ranges::min(n) >= 0; }},
    {five_classes, 5, "five classes, each 1, 2 or 3, that do not fall",
     [](Numbers n) { return std::ranges::all_of(n, is_class) && std::ranges::is_sorted(n); }},
    {nine_classes, 9, "nine classes, each 1, 2 or 3, row by row",
     [](Numbers n) { return std::ranges::all_of(n, is_class); }},
});

// The words of a choice; none for numbers.
std::vector<std::string> choices(EntryShape shape) {
    switch (shape) {
        case basis:
            return {"hectare", "zone"};
        case risk_form:
            return {"cube_root", "matrix"};
        case rollup:
            return {"dominant", "max", "mean_index"};
        default:
            return {};
    }
}

// A number is a list of one; nothing for what holds anything else.
std::optional<std::vector<double>> numbers_of(const toml::node& node) {
    if (node.is_number()) {
        return std::vector<double>{*node.value<double>()};
    }
    if (!node.is_array()) {
        return std::nullopt;
    }
    std::vector<double> numbers;
    for (const toml::node& item : *node.as_array()) {
        if (!item.is_number()) {
            return std::nullopt;
        }
        numbers.push_back(*item.value<double>());
    }
    return numbers;
}

std::string as_written(const toml::node& node) {
    if (node.is_string()) {
        return fmt::format("\"{}\"", node.as_string()->get());
    }
    const std::optional<std::vector<double>> numbers = numbers_of(node);
    if (!numbers) {
        return std::string(type_name(node.type()));
    }
    return node.is_number() ? fmt::format("{}", numbers->front()) : fmt::format("{}", *numbers);
}

bool fits(const NumberShape& rule, const toml::node& node, const std::vector<double>& numbers) {
    return node.is_number() == (rule.count == 1) && numbers.size() == rule.count &&
           std::ranges::all_of(numbers, [](double number) { return std::isfinite(number); }) && rule.fits(numbers);
}

}  // namespace

std::string wanted(EntryShape shape) {
    const auto* const rule = std::ranges::find(number_shapes, shape, &NumberShape::shape);
    return rule != number_shapes.end() ? std::string(rule->wanted)
                                       : fmt::format("one of {}", fmt::join(choices(shape), ", "));
}

decltype(ProfileEntry::value) read_profile_value(const std::string& path, EntryShape shape, const toml::node& node,
                                                 const std::string& place) {
    const auto* const rule = std::ranges::find(number_shapes, shape, &NumberShape::shape);
    if (rule == number_shapes.end()) {
        const std::vector<std::string> words = choices(shape);
        const std::string word = node.value<std::string>().value_or("");
        if (std::ranges::find(words, word) != words.end()) {
            return word;
        }
    } else if (const std::optional<std::vector<double>> numbers = numbers_of(node);
               numbers && fits(*rule, node, *numbers)) {
        return *numbers;
    }
    throw error(ErrorKind::usage, "{}: {} must be {}; found {}", place, path, wanted(shape), as_written(node));
}

}  // namespace papar
