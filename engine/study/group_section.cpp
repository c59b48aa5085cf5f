#include "engine/study/group_section.hpp"

#include "engine/study/table_keys.hpp"

#include <fmt/ranges.h>

#include <algorithm>
#include <set>
#include <string>

namespace papar {

namespace {

std::optional<double> read_share(const Section& section) {
    if (section.find("share") == nullptr) {
        return std::nullopt;
    }
    const double share = section.number("share", 0);
    if (share < 0 || share > 1) {
        throw section.wrong("share", "is {}; a share of the people lies between 0 and 1", share);
    }
    if (section.find("note") == nullptr) {
        throw section.wrong("share", "needs a note that says where the figure comes from");
    }
    return share;
}

// The social parameter of the profile that the group feeds. Density is of all people.
std::string read_parameter(const Section& section) {
    static const std::vector<std::string> known{"sex_ratio", "poverty", "disability", "age"};
    std::string parameter = section.text("parameter", "");
    if (!parameter.empty() && std::ranges::find(known, parameter) == known.end()) {
        throw section.wrong("parameter", "is \"{}\"; it must be one of {}", parameter, fmt::join(known, ", "));
    }
    return parameter;
}

GroupInput read_group(const Section& section, bool has_table) {
    GroupInput group;
    group.id = section.identifier("id", "abcdefghijklmnopqrstuvwxyz0123456789_");
    if (group.id.front() < 'a') {
        throw section.wrong("id", "is \"{}\"; it must begin with a letter a-z", group.id);
    }
    group.title = section.text("title", group.id);
    group.note = section.text("note", "");
    group.parameter = read_parameter(section);
    group.column = read_column(section, "column");
    group.ratio = read_column(section, "ratio");
    group.share = read_share(section);
    const int ways = (group.column.name.empty() ? 0 : 1) + (group.ratio.name.empty() ? 0 : 1) + (group.share ? 1 : 0);
    if (ways != 1) {
        throw error(ErrorKind::usage,
                    "{}: {} {}; write one of column = \"...\" (people of the group), ratio = \"...\" (a column of "
                    "shares) and share = 0.1 (one share for all zones)",
                    section.place("id"), section.label(), ways == 0 ? "has no figure" : "has more than one figure");
    }
    if (!group.share && !has_table) {
        throw section.wrong(group.column.name.empty() ? "ratio" : "column",
                            "is a column of the population table, which the study does not have; add table = "
                            "{{ file = \"...\", ... }} to [population]");
    }
    if (group.ratio.name.empty() && section.find("ratio_unit") != nullptr) {
        throw section.wrong("ratio_unit", "is the unit of a ratio, which the group does not have");
    }
    if (!group.ratio.name.empty()) {
        group.unit = section.choice("ratio_unit", share_unit_words);
    }
    return group;
}

}  // namespace

std::vector<GroupInput> read_groups(const Section& population, bool has_table) {
    static const std::vector<std::string> keys{"id",     "title", "note",       "parameter",
                                               "column", "ratio", "ratio_unit", "share"};
    const toml::node* node = population.find("group");
    if (node == nullptr) {
        return {};
    }
    const toml::array* list = node->as_array();
    if (list == nullptr || (!list->empty() && !list->is_homogeneous(toml::node_type::table))) {
        throw error(ErrorKind::usage,
                    "{}: groups are written as [[population.group]], with double brackets, once for each",
                    population.place("group"));
    }
    std::vector<GroupInput> groups;
    std::set<std::string> ids;
    std::set<std::string> parameters;
    for (const toml::node& item : *list) {
        const toml::table& table = *item.as_table();
        const std::string id = table["id"].value_or(std::string());
        const Section section =
            population.inner(table, id.empty() ? "[[population.group]]" : fmt::format("group \"{}\"", id), keys);
        groups.push_back(read_group(section, has_table));
        if (!ids.insert(groups.back().id).second) {
            throw section.wrong("id", "is used by another group too; ids must differ");
        }
        if (!groups.back().parameter.empty() && !parameters.insert(groups.back().parameter).second) {
            throw section.wrong("parameter", "is that of another group too; a parameter is one group's share");
        }
    }
    return groups;
}

}  // namespace papar
