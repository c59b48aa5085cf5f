#include "engine/study/overrides.hpp"

#include "engine/base/error.hpp"
#include "engine/base/nearest.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace papar {

namespace {

// "hazard.banjir.breaks": the table is "hazard.banjir", the key "breaks". A number of the profile has dots in its key.
std::pair<std::string_view, std::string_view> split_at_last_dot(std::string_view path, const std::string& place) {
    constexpr std::string_view own_numbers = "profile.set.";
    if (path.starts_with(own_numbers) && path.size() > own_numbers.size()) {
        return {own_numbers.substr(0, own_numbers.size() - 1), path.substr(own_numbers.size())};
    }
    const std::size_t dot = path.rfind('.');
    if (dot == std::string_view::npos || dot == 0 || dot + 1 == path.size()) {
        throw error(ErrorKind::usage,
                    "{}: the key must be written section.key, or hazard.<id>.key for a hazard: --set zones.layer=desa",
                    place);
    }
    return {path.substr(0, dot), path.substr(dot + 1)};
}

// A table of the list `kind`, by its id: [[hazard]] or [[exposure]].
toml::table& listed_table(toml::table& study, std::string_view kind, std::string_view id, const std::string& place) {
    std::vector<std::string> ids;
    if (toml::array* list = study[kind].as_array()) {
        for (toml::node& node : *list) {
            toml::table* table = node.as_table();
            const std::string known = table != nullptr ? (*table)["id"].value_or(std::string()) : std::string();
            if (known == id) {
                return *table;
            }
            ids.push_back(known);
        }
    }
    throw error(ErrorKind::usage, "{}: the study has no {} \"{}\"{}", place, kind, id, did_you_mean(id, ids));
}

toml::table& section_table(toml::table& study, std::string_view name, const std::string& place) {
    for (const std::string_view kind : {"hazard", "exposure"}) {
        if (name == kind) {
            throw error(ErrorKind::usage, "{}: say which {}: {}.<id>.key", place, kind, kind);
        }
        if (name.starts_with(kind) && name[kind.size()] == '.') {
            return listed_table(study, kind, name.substr(kind.size() + 1), place);
        }
    }
    // population.table: a table within a section.
    toml::table* section = &study;
    for (std::string_view rest = name; !rest.empty();) {
        const std::string_view part = rest.substr(0, rest.find('.'));
        rest.remove_prefix(std::min(rest.size(), part.size() + 1));
        if (section->get(part) == nullptr) {
            const toml::source_region region{{}, {}, std::make_shared<const std::string>(place)};
            section->insert(toml::key(part, region), toml::table{});
        }
        section = (*section)[part].as_table();
        if (section == nullptr) {
            throw error(ErrorKind::usage, "{}: {} is not a section of the study", place, name);
        }
    }
    return *section;
}

// A document with the value under the key "value"; its source path is the override's place.
toml::table parse_value(const std::string& value, const std::string& place) {
    try {
        toml::table parsed = toml::parse("value = " + value, place);
        if (parsed.size() == 1) {  // a line break in the value may begin another key
            return parsed;
        }
    } catch (const toml::parse_error& problem) {
        if (value.find_first_of("[{\"'") == 0) {
            throw error(ErrorKind::usage, "{}: the value is not valid TOML: {}", place, problem.description());
        }
    }
    toml::table parsed = toml::parse("value = ''", place);
    *parsed.get_as<std::string>("value") = value;
    return parsed;
}

}  // namespace

void apply_override(toml::table& study, const Override& override) {
    const std::string place = "--set " + override.key;
    const auto [name, key] = split_at_last_dot(override.key, place);
    toml::table& section = section_table(study, name, place);
    toml::table parsed = parse_value(override.value, place);
    toml::node& value = *parsed.get("value");

    if (name.starts_with("hazard.") && (key == "breaks" || key == "classes")) {
        section.erase(key == "breaks" ? "classes" : "breaks");
    }
    section.erase(key);  // with its old place
    section.insert(toml::key(key, value.source()), std::move(value));
}

}  // namespace papar
