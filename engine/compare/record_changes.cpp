#include "engine/compare/record_changes.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace papar {

namespace {

using Entry = std::pair<std::string, std::string>;  // key and value in words
using Entries = std::vector<Entry>;

const std::string* find(const Entries& entries, const std::string& key) {
    const auto found = std::ranges::find(entries, key, &Entry::first);
    return found == entries.end() ? nullptr : &found->second;
}

std::string text_at(const Json& json, const char* key) {
    return json.contains(key) && json[key].is_string() ? json[key].get<std::string>() : std::string();
}

// "hazard.banjir.breaks" -> "[0.75,1.5]"; lists of objects with an id are keyed by it.
void flatten(const Json& json, const std::string& key, Entries& entries) {
    const std::string prefix = key.empty() ? "" : key + ".";
    if (json.is_object()) {
        for (const auto& [name, value] : json.items()) {
            flatten(value, prefix + name, entries);
        }
    } else if (json.is_array() && !json.empty() && !text_at(json.front(), "id").empty()) {
        for (const Json& item : json) {
            flatten(item, prefix + text_at(item, "id"), entries);
        }
    } else {
        entries.emplace_back(key, json.is_string() ? json.get<std::string>() : json_line(json));
    }
}

// One entry a role: its files, each with size and the beginning of its digest. Names do not count: `names` adds them.
Entries inputs_of(const Json& record, bool names) {
    Entries entries;
    for (const Json& input : record["inputs"]) {
        constexpr std::size_t digits = 12;
        const std::string bytes = input.contains("bytes") ? json_line(input["bytes"]) : "?";
        const std::string content =
            fmt::format("{} bytes, SHA-256 {}...", bytes, text_at(input, "sha256").substr(0, digits));
        const std::string file =
            names ? fmt::format("{} ({})", text_at(input, "name"), content) : text_at(input, "sha256");
        const std::string role = text_at(input, "role");
        const auto known = std::ranges::find(entries, role, &Entry::first);
        if (known == entries.end()) {
            entries.emplace_back(role, file);
        } else {
            known->second += ", " + file;
        }
    }
    return entries;
}

Cause cause_of_section(const std::string& section) {
    if (section == "zones") return Cause::border;
    if (section == "population" || section == "population_table" || section == "crosswalk" || section == "buildings") {
        return Cause::population;
    }
    if (section == "hazard") return Cause::hazard;
    if (section == "study" || section == "output") return Cause::none;
    return Cause::method;
}

// "hazard.banjir.breaks" and "hazard:banjir": section, hazard, key.
RecordChange change_of(RecordChange::What what, const std::string& key) {
    RecordChange change{what, key, {}, {}, Cause::none, {}};
    const std::size_t dot = key.find_first_of(".:");
    const std::string section = key.substr(0, dot);
    const std::string rest = dot == std::string::npos ? "" : key.substr(dot + 1);
    change.cause = cause_of_section(section);
    if (section == "hazard") {
        change.hazard = rest.substr(0, rest.find('.'));
    }
    const std::string last = key.substr(key.find_last_of(".:") + 1);
    const bool of_a_variant = rest.find("alternative.") != std::string::npos ||
                              (what == RecordChange::What::input && section == "population" && !rest.empty());
    const bool of_a_group = section == "population" && rest.starts_with("group.");  // no figure that is compared
    // A name in another place is no other file: the digests tell.
    if (of_a_variant || of_a_group || (what == RecordChange::What::setting && (last == "file" || last == "title"))) {
        change.cause = Cause::none;
    }
    return change;
}

// `same_a`, `same_b` decide, `a`, `b` are shown.
void compare(RecordChange::What what, const Entries& same_a, const Entries& same_b, const Entries& a, const Entries& b,
             std::vector<RecordChange>& changes) {
    const auto add = [&](const std::string& key) {
        const std::string* in_a = find(same_a, key);
        const std::string* in_b = find(same_b, key);
        if (in_a != nullptr && in_b != nullptr && *in_a == *in_b) {
            return;
        }
        RecordChange change = change_of(what, key);
        if (in_a != nullptr) change.a = *find(a, key);
        if (in_b != nullptr) change.b = *find(b, key);
        if (what == RecordChange::What::version) change.cause = Cause::program;
        changes.push_back(std::move(change));
    };
    for (const Entry& entry : b) add(entry.first);
    for (const Entry& entry : a) {
        if (find(b, entry.first) == nullptr) add(entry.first);
    }
}

Entries flat(const Json& json) {
    Entries entries;
    flatten(json, "", entries);
    return entries;
}

}  // namespace

std::vector<RecordChange> record_changes(const Json& a, const Json& b) {
    std::vector<RecordChange> changes;
    compare(RecordChange::What::input, inputs_of(a, false), inputs_of(b, false), inputs_of(a, true), inputs_of(b, true),
            changes);
    const Entries settings_a = flat(a["study"]["settings"]);
    const Entries settings_b = flat(b["study"]["settings"]);
    compare(RecordChange::What::setting, settings_a, settings_b, settings_a, settings_b, changes);
    const Entries versions_a = flat(a["versions"]);
    const Entries versions_b = flat(b["versions"]);
    compare(RecordChange::What::version, versions_a, versions_b, versions_a, versions_b, changes);
    return changes;
}

}  // namespace papar
