#include "engine/study/zones_section.hpp"

#include "engine/study/borders_section.hpp"

#include <algorithm>

namespace papar {

namespace {

constexpr std::string_view letters = "abcdefghijklmnopqrstuvwxyz";
constexpr int longest_prefix = 100;  // far beyond any code: a slip of the keyboard

// The key's text and its place, both empty where the key is absent.
void read_optional(const Section& section, const char* key, std::string& value, std::string& where) {
    if (section.find(key) != nullptr) {
        value = section.text(key);
        where = section.place(key);
    }
}

std::string level_id(const Section& section, const std::vector<ZoneLevelInput>& finer) {
    std::string id = section.identifier("id", "abcdefghijklmnopqrstuvwxyz0123456789_");
    if (letters.find(id.front()) == std::string_view::npos) {
        throw section.wrong("id", "is \"{}\"; it must begin with a letter", id);
    }
    if (id == "zona") {
        throw section.wrong("id", "is \"zona\", which the outputs call the zones themselves; choose another");
    }
    if (std::ranges::any_of(finer, [&](const ZoneLevelInput& level) { return level.id == id; })) {
        throw section.wrong("id", "is used by another level too; ids must differ");
    }
    return id;
}

// A prefix of the zones' codes, shorter than those of the finer levels.
int level_prefix(const Section& section, const ZonesInput& zones) {
    if (zones.code_column.empty()) {
        throw section.wrong("prefix", "needs the zones' codes; name their column with zones.code");
    }
    const int prefix = section.integer("prefix", 0, 1, longest_prefix);
    for (const ZoneLevelInput& finer : zones.levels) {
        if (finer.prefix > 0 && prefix >= finer.prefix) {
            throw section.wrong("prefix",
                                "is {}, but that of the finer level \"{}\" is {}; levels stand from the finest to the "
                                "coarsest, so prefixes become shorter",
                                prefix, finer.id, finer.prefix);
        }
    }
    return prefix;
}

ZoneLevelInput read_level(const Section& section, const ZonesInput& zones) {
    ZoneLevelInput level;
    level.id = level_id(section, zones.levels);
    level.title = section.text("title", level.id);
    const bool by_column = section.find("code") != nullptr;
    const bool by_prefix = section.find("prefix") != nullptr;
    if (by_column && by_prefix) {
        throw section.wrong("prefix", "stands beside code; keep one of the two");
    }
    if (!by_column && !by_prefix) {
        throw error(ErrorKind::usage,
                    "{}: {} has neither code nor prefix; write code = \"<column>\" or prefix = <characters of the "
                    "zone's code>",
                    section.place("code"), section.label());
    }
    read_optional(section, "code", level.code_column, level.where_code);
    read_optional(section, "name", level.name_column, level.where_name);
    if (by_prefix) {
        level.prefix = level_prefix(section, zones);
    }
    return level;
}

void read_levels(const Section& section, ZonesInput& zones) {
    const toml::node* node = section.find("level");
    if (node == nullptr) {
        return;
    }
    const toml::array* list = node->as_array();
    if (list == nullptr || (!list->empty() && !list->is_homogeneous(toml::node_type::table))) {
        throw error(ErrorKind::usage, "{}: levels are written as [[zones.level]], with double brackets, once for each",
                    section.place("level"));
    }
    static const std::vector<std::string> keys{"id", "title", "code", "prefix", "name"};
    for (const toml::node& item : *list) {
        const toml::table& table = *item.as_table();
        const std::string id = table["id"].value_or(std::string());
        zones.levels.push_back(read_level(
            section.inner(table, id.empty() ? "[[zones.level]]" : fmt::format("level \"{}\"", id), keys), zones));
    }
}

}  // namespace

const std::vector<std::string>& zones_keys() {
    static const std::vector<std::string> keys{"file",  "layer",   "code",   "name", "assume_crs",
                                               "point", "overlap", "source", "level"};
    return keys;
}

ZonesInput read_zones_section(const Section& section, const std::filesystem::path& folder) {
    ZonesInput zones;
    zones.name = section.text("file");
    zones.path = folder / zones.name;
    zones.where = section.place("file");
    zones.assume_crs = section.text("assume_crs", "");
    zones.source = section.text("source", "");
    read_optional(section, "layer", zones.layer, zones.where_layer);
    read_optional(section, "code", zones.code_column, zones.where_code);
    read_optional(section, "name", zones.name_column, zones.where_name);
    read_zone_borders(section, zones);
    read_levels(section, zones);
    return zones;
}

}  // namespace papar
