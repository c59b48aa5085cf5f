#include "engine/study/profile_entries.hpp"

#include "engine/study/profile_paths.hpp"
#include "engine/study/section.hpp"
#include "engine/study/words.hpp"

#include <cmath>
#include <functional>
#include <utility>

namespace papar {

namespace {

constexpr double sum_tolerance = 1e-9;

// Calls for every leaf with its path.
void each_leaf(const toml::table& table, const std::string& prefix, bool sourced,
               const std::function<void(const std::string&, const toml::node&)>& use) {
    for (const auto& [key, node] : table) {
        const std::string path = prefix + std::string(key.str());
        const toml::table* inner = node.as_table();
        if (inner != nullptr && !(sourced && inner->contains("value"))) {
            each_leaf(*inner, path + ".", sourced, use);
        } else {
            use(path, node);
        }
    }
}

std::vector<double> numbers_in(const toml::node& node) {
    std::vector<double> numbers;
    const auto add = [&](const toml::node& one) {
        if (const auto number = one.is_number() ? one.value<double>() : std::nullopt) {
            numbers.push_back(*number);
        } else {
            numbers.push_back(std::nan(""));
        }
    };
    if (const toml::array* list = node.as_array()) {
        for (const toml::node& one : *list) {
            add(one);
        }
    } else {
        add(node);
    }
    return numbers;
}

std::variant<std::vector<double>, std::string> checked_value(const std::string& path, const toml::node& node,
                                                             const std::string& place) {
    const KnownEntry known = find_entry(path);
    if (!known.known) {
        throw error(ErrorKind::usage, "{}: a profile has no entry \"{}\"{}", place, path, known.why_not);
    }
    if (const auto* text = node.as_string(); text != nullptr && fits(known.shape, std::string_view(text->get()))) {
        return text->get();
    }
    if (!is_choice(known.shape) && !node.is_string()) {
        std::vector<double> numbers = numbers_in(node);
        if (fits(known.shape, numbers)) {
            return numbers;
        }
    }
    throw error(ErrorKind::usage, "{}: {} must be {}", place, path, wanted(known.shape));
}

}  // namespace

void add_sourced_entries(const toml::table& table, const std::string& file, Profile& profile) {
    static const std::vector<std::string> keys{"value", "source", "status"};
    each_leaf(table, "", true, [&](const std::string& path, const toml::node& node) {
        const std::string place = place_of(node.source(), file);
        if (!node.is_table()) {
            throw error(ErrorKind::usage,
                        "{}: {} must say where it comes from: {} = {{ value = ..., source = \"...\", status = "
                        "\"seen\" }}",
                        place, path, path.substr(path.rfind('.') + 1));
        }
        const Section section(file, *node.as_table(), path, keys);
        ProfileEntry entry;
        entry.value = checked_value(path, *section.find("value"), place);
        entry.source = section.text("source");
        entry.status = section.choice("status", number_status_words);
        entry.where = place;
        profile.entries[path] = std::move(entry);
    });
}

void add_study_entries(const toml::table& table, const std::string& file, Profile& profile) {
    each_leaf(table, "", false, [&](const std::string& path, const toml::node& node) {
        const std::string place = place_of(node.source(), file);
        profile.entries[path] = {checked_value(path, node, place), "studi", NumberStatus::study, place};
    });
}

void require_weight_sums(const Profile& profile) {
    for (const WeightSum& sum : weight_sums()) {
        double all = 0;
        bool complete = true;
        std::vector<std::string> terms;
        std::string where;
        for (std::size_t i = 0; i < sum.paths.size(); ++i) {
            const auto applies = sum.applies.empty() ? profile.entries.end() : profile.entries.find(sum.applies[i]);
            if (applies != profile.entries.end() && std::get<std::vector<double>>(applies->second.value)[0] == 0) {
                continue;
            }
            const auto entry = profile.entries.find(sum.paths[i]);
            if (entry == profile.entries.end()) {
                complete = false;
                continue;
            }
            const double weight = std::get<std::vector<double>>(entry->second.value)[0];
            all += weight;
            terms.push_back(fmt::format("{} = {}", sum.paths[i], weight));
            if (where.empty() || entry->second.status == NumberStatus::study) {
                where = entry->second.where;
            }
        }
        if (terms.empty() || (all <= 1 + sum_tolerance && (!complete || all >= 1 - sum_tolerance))) {
            continue;
        }
        throw error(ErrorKind::usage, "{}: the weights of {} add up to {:.6g}, not 1: {}", where, sum.name, all,
                    fmt::join(terms, ", "));
    }
}

}  // namespace papar
