#include "engine/study/profile_section.hpp"

#include "engine/study/input_files.hpp"
#include "engine/study/profile_entries.hpp"
#include "engine/study/profile_paths.hpp"
#include "engine/study/profile_sums.hpp"
#include "engine/study/shipped_profiles.hpp"
#include "engine/study/toml_file.hpp"

#include <algorithm>
#include <utility>

namespace papar {

namespace {

const std::vector<std::string>& header_keys() {
    static const std::vector<std::string> keys{"id", "title", "base"};
    return keys;
}

// What a profile file may have at its top: its header and the first words of all paths.
std::vector<std::string> top_keys() {
    std::vector<std::string> keys = header_keys();
    for (const ProfilePattern& entry : profile_patterns()) {
        std::string word(entry.pattern.substr(0, entry.pattern.find('.')));
        if (std::ranges::find(keys, word) == keys.end()) {
            keys.push_back(std::move(word));
        }
    }
    return keys;
}

std::string profile_id(const Section& section) {
    return section.identifier("id", "abcdefghijklmnopqrstuvwxyz0123456789_-");
}

Profile shipped_by_key(const Section& section, std::string_view key) {
    std::vector<std::string> ids;
    for (const ShippedProfile& profile : shipped_profiles()) {
        ids.emplace_back(profile.id);
    }
    const std::string id = section.text(key);
    if (std::ranges::find(ids, id) == ids.end()) {
        throw section.wrong(key, "is \"{}\"; the profiles of papar are {}; for one of your own write file = \"...\"",
                            id, fmt::join(ids, ", "));
    }
    return read_profile(id);
}

void put(ProfileEntries own, Profile& profile) {
    for (auto& [path, entry] : own) {
        profile.entries.insert_or_assign(path, std::move(entry));
    }
}

Profile from_file(const Section& section, const std::filesystem::path& folder) {
    const std::string name = section.text("file");
    const std::filesystem::path path = folder / name;
    require_input_file(path, name, "profile", section.place("file"), paths_start_at_study);
    return read_profile(parse_toml_file(path, "profile"), path.string());
}

Profile from_section(const Section& section) {
    const toml::node& entries = *section.find("entry");
    if (!entries.is_table()) {
        throw section.wrong("entry", "must be a table of entries; found {}", type_name(entries.type()));
    }
    Profile profile;
    profile.id = profile_id(section);
    profile.title = section.text("title", profile.id);
    profile.entries = read_entries(*entries.as_table(), section.file());
    return profile;
}

Profile named(const Section& section, const std::filesystem::path& folder) {
    std::vector<std::string> ways;
    for (const char* key : {"use", "file", "entry"}) {
        if (section.find(key) != nullptr) {
            ways.emplace_back(key);
        }
    }
    if (ways.size() != 1) {
        throw error(ErrorKind::usage, "{}: {} {}; write use = \"perka-2012\" or file = \"...\"",
                    section.place(ways.empty() ? "use" : ways.back()), section.label(),
                    ways.empty() ? std::string("names no profile")
                                 : fmt::format("names more than one profile, by {}", fmt::join(ways, " and ")));
    }
    if (ways.front() == "entry") {
        return from_section(section);
    }
    for (const char* key : {"id", "title"}) {
        if (section.find(key) != nullptr) {
            throw section.wrong(key, "is for a profile that stands in the study; the profile named has its own");
        }
    }
    return ways.front() == "use" ? shipped_by_key(section, "use") : from_file(section, folder);
}

}  // namespace

Profile read_profile(const std::string& id) {
    const auto shipped = std::ranges::find(shipped_profiles(), id, &ShippedProfile::id);
    const std::string file = id + ".toml";
    return read_profile(toml::parse(shipped->text, file), file);
}

Profile read_profile(const toml::table& root, const std::string& file) {
    const Section section(file, root, "the profile", top_keys());
    Profile profile;
    if (section.find("base") != nullptr) {
        profile = shipped_by_key(section, "base");
    }
    profile.id = profile_id(section);
    profile.title = section.text("title", profile.id);
    put(read_entries(root, file, header_keys()), profile);
    return profile;
}

const std::vector<std::string>& profile_keys() {
    static const std::vector<std::string> keys{"use", "file", "id", "title", "entry", "set"};
    return keys;
}

Profile read_profile_section(const Section& section, const std::filesystem::path& folder) {
    Profile profile = named(section, folder);
    if (const toml::node* set = section.find("set")) {
        if (!set->is_table()) {
            throw section.wrong("set", "must be a table of paths and values; found {}", type_name(set->type()));
        }
        put(read_own_entries(*set->as_table(), section.file()), profile);
    }
    require_sums_of_weights(profile);
    return profile;
}

}  // namespace papar
