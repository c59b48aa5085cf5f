#include "engine/study/profile_entries.hpp"

#include "engine/base/error.hpp"
#include "engine/base/nearest.hpp"
#include "engine/study/profile_paths.hpp"
#include "engine/study/section.hpp"
#include "engine/study/words.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace papar {

namespace {

const std::vector<std::string>& entry_keys() {
    static const std::vector<std::string> keys{"value", "source", "status"};
    return keys;
}

// Whether paths go on below `path`, or seem to.
bool is_group(const toml::node& node) {
    const toml::table* table = node.as_table();
    return table != nullptr && !table->empty() &&
           std::ranges::none_of(entry_keys(), [&](const std::string& key) { return table->contains(key); });
}

Error unknown_path(const std::string& path, const std::string& place) {
    std::vector<std::string> known;
    for (const auto& [name, shape] : profile_paths()) {
        known.push_back(name);
    }
    const std::string guess = did_you_mean(path, known);
    return error(ErrorKind::usage, "{}: a profile has no entry \"{}\"{}", place, path,
                 guess.empty() ? "; docs/profiles.md lists all paths" : guess);
}

// Calls entry(path, shape, node, place) for every entry in `table` and the tables within, but not for `others`.
template <typename Entry>
void for_each_entry(const toml::table& table, const std::string& group, const std::string& file,
                    std::span<const std::string> others, const Entry& entry) {
    for (const auto& [key, node] : table) {
        if (std::ranges::find(others, key.str()) != others.end()) {
            continue;
        }
        const std::string path = group.empty() ? std::string(key.str()) : fmt::format("{}.{}", group, key.str());
        const auto known = profile_paths().find(path);
        if (known != profile_paths().end()) {
            entry(path, known->second, node, place_of(node.source(), file));
        } else if (is_group(node)) {
            for_each_entry(*node.as_table(), path, file, {}, entry);
        } else {
            throw unknown_path(path, place_of(key.source(), file));
        }
    }
}

void add(ProfileEntries& entries, const std::string& path, ProfileEntry entry) {
    if (const auto [found, fresh] = entries.emplace(path, entry); !fresh) {
        throw error(ErrorKind::usage, "{}: {} stands at {} too; keep one of the two", entry.where, path,
                    found->second.where);
    }
}

}  // namespace

ProfileEntries read_entries(const toml::table& table, const std::string& file, std::span<const std::string> others) {
    ProfileEntries entries;
    for_each_entry(
        table, "", file, others,
        [&](const std::string& path, EntryShape shape, const toml::node& node, const std::string& place) {
            if (!node.is_table()) {
                throw error(ErrorKind::usage,
                            "{}: {} must be a table, {{ value = ..., source = \"...\", status = \"...\" }}; found {}",
                            place, path, type_name(node.type()));
            }
            const Section section(file, *node.as_table(), path, entry_keys());
            if (section.find("value") == nullptr) {
                throw section.missing("value");
            }
            add(entries, path,
                {read_profile_value(path, shape, *section.find("value"), section.place("value")),
                 section.text("source"), section.choice("status", number_status_words), section.place("value")});
        });
    return entries;
}

ProfileEntries read_own_entries(const toml::table& table, const std::string& file) {
    ProfileEntries entries;
    for_each_entry(
        table, "", file, {},
        [&](const std::string& path, EntryShape shape, const toml::node& node, const std::string& place) {
            add(entries, path, {read_profile_value(path, shape, node, place), "studi", NumberStatus::study, place});
        });
    return entries;
}

}  // namespace papar
