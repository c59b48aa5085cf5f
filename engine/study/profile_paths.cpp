#include "engine/study/profile_paths.hpp"

#include "engine/risk/hazard_types.hpp"

#include <array>

namespace papar {

namespace {

using enum EntryShape;

constexpr auto patterns = std::to_array<ProfilePattern>({
    {"index.breaks", index_breaks},          // upper limits of rendah and sedang, of every index but capacity
    {"index.scores", scores},                // index that stands for each class
    {"index.collapse_five", five_classes},   // class of three for each of five
    {"hazard.<type>.depth_breaks", limits},  // intensity, in the unit that the entry's source names
    {"hazard.<type>.fuzzy_midpoint", positive},
    {"hazard.<type>.fuzzy_spread", positive},
    {"applies.<type>.<component>", flag},
    {"weight.<type>.<component>", share},
    {"social.<social>.weight", share},
    {"social.<social>.limits", limits},  // density: people per km2; others: shares of the people
    {"physical.<physical>.weight", share},
    {"physical.<physical>.limits", limits},  // rupiah
    {"physical.public.loss", factors},       // by hazard class
    {"physical.critical.loss", factors},
    {"physical.basis", basis},  // what area the limits are for
    {"houses.people_per_house", positive},
    {"houses.damage.low", damage},  // light, moderate, heavy, where the hazard is low
    {"houses.damage.medium", damage},
    {"houses.damage.high", damage},
    {"houses.price", prices},  // rupiah a house: light, moderate, heavy damage
    {"economic.<economic>.weight", share},
    {"economic.<economic>.limits", limits},  // rupiah
    {"economic.<economic>.loss", factors},   // by hazard class
    {"economic.basis", basis},
    {"environmental.<cover>.limits", limits},  // ha
    {"environmental.loss", factors},           // by hazard class
    {"environmental_weight.<type>.<cover>", share},
    {"capacity.ikd_weight", share},
    {"capacity.ikm_weight", share},
    {"capacity.breaks", index_breaks},
    {"risk.form", risk_form},
    {"risk.matrix.threat", nine_classes},    // hazard class (row) and exposed people
    {"risk.matrix.loss", nine_classes},      // threat and loss
    {"risk.matrix.capacity", nine_classes},  // threat and capacity
    {"risk.matrix.risk", nine_classes},      // the loss matrix's class and the capacity matrix's
    {"rollup.zone", rollup},                 // cells to the single class of a zone
    {"rollup.level", rollup},                // zones to that of an area above
    {"multi_weight.<type>", share},
});

void add_paths(const std::string& pattern, EntryShape shape, std::map<std::string, EntryShape>& paths) {
    const std::size_t begin = pattern.find('<');
    if (begin == std::string::npos) {
        paths.emplace(pattern, shape);
        return;
    }
    const std::size_t length = pattern.find('>') + 1 - begin;
    for (const std::string& word : profile_words(pattern.substr(begin, length))) {
        add_paths(std::string(pattern).replace(begin, length, word), shape, paths);
    }
}

}  // namespace

std::span<const ProfilePattern> profile_patterns() {
    return patterns;
}

std::span<const std::string> profile_words(std::string_view wildcard) {
    static const std::map<std::string, std::vector<std::string>, std::less<>> words = {
        {"<type>", {hazard_types.begin(), hazard_types.end()}},
        {"<component>", {"social", "physical", "economic", "environmental"}},
        {"<social>", {"density", "sex_ratio", "poverty", "disability", "age"}},
        {"<physical>", {"houses", "public", "critical"}},
        {"<economic>", {"land", "gdp"}},
        {"<cover>", {"hutan_lindung", "hutan_alam", "hutan_bakau", "semak_belukar", "rawa"}}};
    return words.find(wildcard)->second;
}

const std::map<std::string, EntryShape>& profile_paths() {
    static const std::map<std::string, EntryShape> paths = [] {
        std::map<std::string, EntryShape> all;
        for (const ProfilePattern& pattern : patterns) {
            add_paths(std::string(pattern.pattern), pattern.shape, all);
        }
        return all;
    }();
    return paths;
}

}  // namespace papar
