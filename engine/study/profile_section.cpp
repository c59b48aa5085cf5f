#include "engine/study/profile_section.hpp"

#include "engine/base/nearest.hpp"
#include "engine/study/profile_entries.hpp"
#include "engine/study/shipped_profiles.hpp"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <set>

namespace papar {

namespace {

namespace fs = std::filesystem;

constexpr std::string_view id_letters = "abcdefghijklmnopqrstuvwxyz0123456789_-";

toml::table parse(std::string_view text, const std::string& file) {
    try {
        return toml::parse(text, file);
    } catch (const toml::parse_error& problem) {
        throw error(ErrorKind::usage, "{}: not valid TOML: {}", place_of(problem.source(), file),
                    problem.description());
    }
}

// The profile's head: id, title, base. What else the table has are entries.
struct Head {
    std::string id, title, base, where_base;
};

Head take_head(toml::table& table, const std::string& file) {
    toml::table head;
    for (const char* key : {"id", "title", "base"}) {
        if (const auto found = table.find(key); found != table.end()) {
            head.insert(found->first, found->second);
            table.erase(key);
        }
    }
    const Section section(file, head, "the profile", std::vector<std::string>{"id", "title", "base"});
    Head read{section.identifier("id", id_letters), "", section.text("base", ""), section.place("base")};
    read.title = section.text("title", read.id);
    return read;
}

Profile profile_of(toml::table table, const std::string& file);

Profile shipped(const std::string& id, const std::string& place) {
    std::vector<std::string> ids;
    for (const ShippedProfile& profile : shipped_profiles()) {
        if (profile.id == id) {
            const std::string file = id + ".toml";
            return profile_of(parse(profile.text, file), file);
        }
        ids.emplace_back(profile.id);
    }
    const std::string guess = did_you_mean(id, ids);
    throw error(ErrorKind::usage, "{}: there is no profile \"{}\"{}", place, id,
                guess.empty() ? fmt::format("; papar has {}", fmt::join(ids, ", ")) : guess);
}

Profile profile_of(toml::table table, const std::string& file) {
    const Head head = take_head(table, file);
    Profile profile;
    if (!head.base.empty()) {
        profile = shipped(head.base, head.where_base);
    }
    profile.id = head.id;
    profile.title = head.title;
    add_sourced_entries(table, file, profile);
    return profile;
}

Profile from_file(const Section& section, const fs::path& folder) {
    const std::string name = section.text("file");
    std::ifstream in(folder / name, std::ios::binary);
    if (!in) {
        throw error(ErrorKind::input, "{}: the profile {} cannot be opened", section.place("file"), name);
    }
    const std::string text{std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>()};
    return profile_of(parse(text, name), name);
}

const toml::table& table_in(const Section& section, std::string_view key) {
    const toml::node* node = section.find(key);
    if (!node->is_table()) {
        throw section.wrong(key, "must be a table; found {}", type_name(node->type()));
    }
    return *node->as_table();
}

Profile recorded(const Section& section) {
    Profile profile{section.identifier("id", id_letters), section.text("title"), {}};
    add_sourced_entries(table_in(section, "entries"), section.place("entries"), profile);
    return profile;
}

}  // namespace

const std::vector<std::string>& profile_keys() {
    static const std::vector<std::string> keys{"use", "file", "set", "id", "title", "entries"};
    return keys;
}

Profile read_profile_section(const Section& section, const fs::path& folder) {
    const auto has = [&](std::string_view key) { return section.find(key) != nullptr; };
    if (has("use") + has("file") + has("entries") != 1) {
        throw error(ErrorKind::usage,
                    "{}: [profile] needs use = \"perka-2012\" (a profile that papar has) or file = "
                    "\"...\" (your own), and not both",
                    section.place("use"));
    }
    Profile profile = has("entries") ? recorded(section)
                      : has("use")   ? shipped(section.text("use"), section.place("use"))
                                     : from_file(section, folder);
    if (has("set")) {
        const toml::table& set = table_in(section, "set");
        add_study_entries(set, section.file(), profile);
    }
    require_weight_sums(profile);
    return profile;
}

}  // namespace papar
