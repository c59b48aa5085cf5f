#include "engine/study/official_section.hpp"

#include "engine/study/table_keys.hpp"

#include <string>
#include <vector>

namespace papar {

namespace {

std::vector<std::string> with_table_keys(std::vector<std::string> keys) {
    keys.insert(keys.begin(), table_keys().begin(), table_keys().end());
    return keys;
}

std::optional<CrosswalkInput> read_crosswalk(const Section& section, const std::filesystem::path& folder) {
    static const std::vector<std::string> keys = with_table_keys({"from", "to"});
    const std::optional<Section> crosswalk = inner_section(section, "crosswalk", keys);
    if (!crosswalk) {
        return std::nullopt;
    }
    return CrosswalkInput{read_table_keys(*crosswalk, folder), read_required_column(*crosswalk, "from"),
                          read_required_column(*crosswalk, "to")};
}

void refuse_without_table(const Section& section) {
    for (const char* key : {"crosswalk", "match", "zone_parent"}) {
        if (section.find(key) != nullptr) {
            throw section.wrong(key, "needs a population table; add table = {{ file = \"...\", ... }}");
        }
    }
}

void read_by_name(const Section& section, const Section& table, OfficialInput& official) {
    official.name = read_required_column(table, "name");
    official.zone_parent = read_column(section, "zone_parent");
    if (official.crosswalk) {
        throw section.wrong("crosswalk", "is for codes and stands beside match = \"name\"; keep one of the two");
    }
    if (!official.zone_parent.name.empty() && official.parent.name.empty()) {
        throw section.wrong("zone_parent", "needs the parent of the table's rows too; name its column with parent");
    }
}

void read_by_code(const Section& section, const Section& table, OfficialInput& official) {
    official.code = read_required_column(table, "code");
    if (section.find("zone_parent") != nullptr) {
        throw section.wrong("zone_parent", "is for match = \"name\"");
    }
}

}  // namespace

std::optional<OfficialInput> read_official(const Section& section, const std::filesystem::path& folder,
                                           PopulationModel model) {
    static const std::vector<std::string> keys = with_table_keys({"code", "name", "parent", "people"});
    const std::optional<Section> table = inner_section(section, "table", keys);
    if (!table) {
        if (model != PopulationModel::raster) {
            throw section.missing("table");
        }
        refuse_without_table(section);
        return std::nullopt;
    }
    OfficialInput official;
    official.table = read_table_keys(*table, folder);
    official.code = read_column(*table, "code");
    official.name = read_column(*table, "name");
    official.parent = read_column(*table, "parent");
    official.match = section.choice("match", table_match_words, TableMatch::code);
    official.crosswalk = read_crosswalk(section, folder);
    official.match == TableMatch::name ? read_by_name(section, *table, official)
                                       : read_by_code(section, *table, official);
    if (model != PopulationModel::raster) {
        official.people = read_required_column(*table, "people");
    } else if (table->find("people") != nullptr) {
        throw table->wrong("people",
                           "does not go with model = \"raster\", where the raster says how many people there "
                           "are; remove it, or set model = \"calibrated\"");
    }
    return official;
}

}  // namespace papar
