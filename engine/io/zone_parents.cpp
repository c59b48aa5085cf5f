#include "engine/io/zone_parents.hpp"

#include "engine/io/text_table.hpp"

#include <unordered_map>

namespace papar {

namespace {

std::vector<std::string> from_level(const ZoneLevel& level) {
    std::vector<std::string> parents;
    for (const std::optional<std::uint32_t>& area : level.area_of_zone) {
        parents.push_back(area ? level.areas[*area].name : "");
    }
    return parents;
}

std::vector<std::string> from_column(const ColumnInput& column, const ZonesInput& input, const ZoneLayer& zones) {
    TableInput layer;
    layer.name = input.name;
    layer.path = input.path;
    layer.layer = zones.name;
    layer.where = input.where;
    layer.where_layer = input.where_layer;
    const TextTable table = read_table(layer);
    const std::size_t parent = table.column(column);
    const std::optional<std::size_t> code = table.optional_column({input.code_column, input.where_code});
    std::unordered_map<std::string, std::string> by_code;
    for (const TableRow& row : table.rows) {
        by_code.emplace(code ? code_text(table, row, *code) : std::to_string(row.number), row.cells[parent].text);
    }
    std::vector<std::string> parents;
    for (const Zone& zone : zones.zones) {
        parents.push_back(by_code[zone.code]);
    }
    return parents;
}

}  // namespace

std::vector<std::string> zone_parents(const OfficialInput& input, const ZonesInput& zones_input,
                                      const ZoneLayer& zones) {
    if (input.parent.name.empty()) {
        return {};
    }
    if (!input.zone_parent.name.empty()) {
        return from_column(input.zone_parent, zones_input, zones);
    }
    return zones.levels.empty() ? std::vector<std::string>() : from_level(zones.levels.front());
}

}  // namespace papar
