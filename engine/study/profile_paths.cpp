#include "engine/study/profile_paths.hpp"

#include "engine/base/nearest.hpp"
#include "engine/study/hazard_types.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <map>

namespace papar {

namespace {

using enum EntryShape;

const std::vector<std::string>& components() {
    static const std::vector<std::string> names{"social", "physical", "economic", "environmental"};
    return names;
}

std::map<std::string, EntryShape> make_entries() {
    std::map<std::string, EntryShape> all = {
        {"index.breaks", index_breaks}, {"index.scores", scores},          {"index.collapse_five", classes_of_five},
        {"physical.basis", basis},      {"economic.basis", basis},         {"houses.people_per_house", positive},
        {"houses.price", prices},       {"houses.damage.low", damage},     {"houses.damage.medium", damage},
        {"houses.damage.high", damage}, {"environmental.loss", loss},      {"capacity.ikd_weight", share},
        {"capacity.ikm_weight", share}, {"capacity.breaks", index_breaks}, {"risk.form", form},
        {"risk.matrix.threat", matrix}, {"risk.matrix.loss", matrix},      {"risk.matrix.capacity", matrix},
        {"risk.matrix.risk", matrix},   {"rollup.zone", roll_up},          {"rollup.level", roll_up}};
    const auto add_scale = [&](const std::string& parameter) {
        all.emplace(parameter + ".weight", share);
        all.emplace(parameter + ".limits", limits);
    };
    add_scale("social.density");
    for (const std::string& group : group_parameters()) {
        add_scale("social." + group);
    }
    add_scale("physical.houses");
    for (const std::string& parameter : value_parameters()) {
        add_scale(parameter);
        all.emplace(parameter + ".loss", loss);
    }
    for (const std::string& cover : cover_types()) {
        all.emplace(fmt::format("environmental.{}.limits", cover), limits);
    }
    for (const std::string& type : hazard_types()) {
        all.emplace(fmt::format("hazard.{}.depth_breaks", type), limits);
        all.emplace(fmt::format("hazard.{}.fuzzy_midpoint", type), positive);
        all.emplace(fmt::format("hazard.{}.fuzzy_spread", type), positive);
        all.emplace("multi_weight." + type, share);
        for (const std::string& component : components()) {
            all.emplace(fmt::format("applies.{}.{}", type, component), yes_no);
            all.emplace(fmt::format("weight.{}.{}", type, component), share);
        }
        for (const std::string& cover : cover_types()) {
            all.emplace(fmt::format("environmental_weight.{}.{}", type, cover), share);
        }
    }
    return all;
}

const std::map<std::string, EntryShape>& entries() {
    static const std::map<std::string, EntryShape> all = make_entries();
    return all;
}

bool all_between(std::span<const double> numbers, double low, double high) {
    return std::ranges::all_of(numbers, [&](double number) { return number >= low && number <= high; });
}

bool rising(std::span<const double> numbers) {
    return std::ranges::adjacent_find(numbers, std::ranges::greater_equal()) == numbers.end();
}

bool not_falling(std::span<const double> numbers) {
    return std::ranges::is_sorted(numbers);
}

bool classes(std::span<const double> numbers) {
    return std::ranges::all_of(numbers, [](double number) { return number == 1 || number == 2 || number == 3; });
}

bool one_of(std::string_view word, std::initializer_list<std::string_view> words) {
    return std::ranges::find(words, word) != words.end();
}

}  // namespace

std::span<const std::string> cover_types() {
    static const std::vector<std::string> names{"hutan_lindung", "hutan_alam", "hutan_bakau", "semak_belukar", "rawa"};
    return names;
}

std::span<const std::string> group_parameters() {
    static const std::vector<std::string> names{"sex_ratio", "poverty", "disability", "age"};
    return names;
}

std::span<const std::string> value_parameters() {
    static const std::vector<std::string> names{"physical.public", "physical.critical", "economic.land",
                                                "economic.gdp"};
    return names;
}

KnownEntry find_entry(std::string_view path) {
    const auto found = entries().find(std::string(path));
    if (found != entries().end()) {
        return {true, found->second, ""};
    }
    std::vector<std::string> paths;
    for (const auto& [known, shape] : entries()) {
        paths.push_back(known);
    }
    const std::string guess = did_you_mean(path, paths);
    return {false, share, guess.empty() ? "; docs/profiles.md lists all entries" : guess};
}

std::string_view wanted(EntryShape shape) {
    static const std::map<EntryShape, std::string_view> words = {
        {share, "a share from 0 to 1"},
        {yes_no, "0 or 1"},
        {positive, "a number above 0"},
        {index_breaks, "two rising numbers between 0 and 1"},
        {limits, "two rising numbers, not below 0"},
        {scores, "three rising numbers from 0 to 1"},
        {loss, "three shares from 0 to 1 that do not fall, for the classes low, medium and high"},
        {damage, "three shares (light, moderate, heavy damage) that add up to at most 1"},
        {prices, "three prices in rupiah (light, moderate, heavy damage) that do not fall"},
        {classes_of_five, "five classes from 1 to 3 that do not fall"},
        {matrix, "nine classes from 1 to 3, row by row"},
        {basis, "\"hectare\" or \"zone\""},
        {form, "\"cube_root\" or \"matrix\""},
        {roll_up, "\"dominant\", \"max\" or \"mean_index\""}};
    return words.at(shape);
}

bool is_choice(EntryShape shape) {
    return shape == basis || shape == form || shape == roll_up;
}

bool fits(EntryShape shape, std::string_view word) {
    switch (shape) {
        case basis:
            return one_of(word, {"hectare", "zone"});
        case form:
            return one_of(word, {"cube_root", "matrix"});
        case roll_up:
            return one_of(word, {"dominant", "max", "mean_index"});
        default:
            return false;
    }
}

bool fits(EntryShape shape, std::span<const double> numbers) {
    constexpr double rounding = 1e-9;
    const auto count = [&](std::size_t wanted_count) { return numbers.size() == wanted_count; };
    switch (shape) {
        case share:
            return count(1) && all_between(numbers, 0, 1);
        case yes_no:
            return count(1) && (numbers[0] == 0 || numbers[0] == 1);
        case positive:
            return count(1) && numbers[0] > 0;
        case index_breaks:
            return count(2) && rising(numbers) && numbers[0] > 0 && numbers[1] < 1;
        case limits:
            return count(2) && rising(numbers) && numbers[0] >= 0;
        case scores:
            return count(3) && rising(numbers) && all_between(numbers, 0, 1);
        case loss:
            return count(3) && not_falling(numbers) && all_between(numbers, 0, 1);
        case damage:
            return count(3) && all_between(numbers, 0, 1) && numbers[0] + numbers[1] + numbers[2] <= 1 + rounding;
        case prices:
            return count(3) && not_falling(numbers) && numbers[0] >= 0;
        case classes_of_five:
            return count(5) && classes(numbers) && not_falling(numbers);
        case matrix:
            return count(9) && classes(numbers);
        default:
            return false;
    }
}

std::vector<WeightSum> weight_sums() {
    std::vector<WeightSum> sums;
    WeightSum social{"social", {"social.density.weight"}, {}};
    for (const std::string& group : group_parameters()) {
        social.paths.push_back(fmt::format("social.{}.weight", group));
    }
    sums.push_back(std::move(social));
    sums.push_back({"physical", {"physical.houses.weight", "physical.public.weight", "physical.critical.weight"}, {}});
    sums.push_back({"economic", {"economic.land.weight", "economic.gdp.weight"}, {}});
    sums.push_back({"capacity", {"capacity.ikd_weight", "capacity.ikm_weight"}, {}});
    for (const std::string& type : hazard_types()) {
        WeightSum of{"weight." + type, {}, {}};
        for (const std::string& component : components()) {
            of.paths.push_back(fmt::format("weight.{}.{}", type, component));
            of.applies.push_back(fmt::format("applies.{}.{}", type, component));
        }
        sums.push_back(std::move(of));
        WeightSum covers{"environmental_weight." + type, {}, {}};
        for (const std::string& cover : cover_types()) {
            covers.paths.push_back(fmt::format("environmental_weight.{}.{}", type, cover));
        }
        sums.push_back(std::move(covers));
    }
    return sums;
}

}  // namespace papar
