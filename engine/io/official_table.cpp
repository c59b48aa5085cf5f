#include "engine/io/official_table.hpp"

#include "engine/base/error.hpp"
#include "engine/io/table_number.hpp"
#include "engine/io/text_table.hpp"
#include "engine/io/zone_parents.hpp"

#include <optional>
#include <unordered_map>
#include <utility>

namespace papar {

namespace {

std::string text_in(const TextTable& table, const TableRow& row, std::optional<std::size_t> column) {
    return column ? code_text(table, row, *column) : "";
}

Error at_cell(const TextTable& table, const TableRow& row, std::size_t column, const std::string& why) {
    return error(ErrorKind::input, "{}, column \"{}\": {}", table.place(row), table.columns[column], why);
}

People people_in(const TextTable& table, const TableRow& row, std::size_t column, std::optional<NumberStyle> style) {
    const double people = cell_number(table, row, column, style, "the number of people");
    constexpr double everybody = 1e10;  // more than there are on earth
    if (people < 0) {
        throw at_cell(table, row, column, fmt::format("{} people; there cannot be fewer than nobody", people));
    }
    if (people > everybody) {
        throw at_cell(table, row, column, fmt::format("{} people is more than live on earth", people));
    }
    return People(people);
}

// The columns of one group.
struct GroupColumns {
    const GroupInput& input;
    std::optional<std::size_t> people;
    std::optional<std::size_t> ratio;

    // An empty cell is a figure that is not known.
    [[nodiscard]] GroupFigure figure(const TextTable& table, const TableRow& row,
                                     std::optional<NumberStyle> style) const {
        if (people && !row.cells[*people].text.empty()) {
            return {people_in(table, row, *people, style), {}};
        }
        if (!ratio || row.cells[*ratio].text.empty()) {
            return {};
        }
        const double written = cell_number(table, row, *ratio, style, "the share");
        const double whole = input.unit == ShareUnit::percent ? 100 : 1;
        if (written < 0 || written > whole) {
            throw at_cell(table, row, *ratio,
                          fmt::format("{} is not a share of the people; with ratio_unit = \"{}\" it lies between 0 and "
                                      "{}",
                                      written, input.unit == ShareUnit::percent ? "percent" : "share", whole));
        }
        return {{}, written / whole};
    }
};

// One row of the table, two of which may not have the same code, or name within a parent.
void refuse_duplicates(const TextTable& table, const OfficialTable& official, bool by_name) {
    std::unordered_map<std::string, std::int64_t> seen;
    for (const OfficialRow& row : official.rows) {
        const std::string key = by_name ? row.parent + '\n' + row.name : row.code;
        const auto [first, is_new] = seen.emplace(key, row.number);
        if (!is_new) {
            throw error(ErrorKind::input, "{}: {}s {} and {} have the same {} {}; keep one of them", table.subject,
                        table.row_word, first->second, row.number, by_name ? "name" : "code",
                        by_name ? row.name : row.code);
        }
    }
}

OfficialTable understood(const TextTable& table, const PopulationInput& population) {
    const OfficialInput& input = *population.official;
    const std::optional<std::size_t> code = table.optional_column(input.code);
    const std::optional<std::size_t> name = table.optional_column(input.name);
    const std::optional<std::size_t> parent = table.optional_column(input.parent);
    const std::optional<std::size_t> people = table.optional_column(input.people);
    std::vector<GroupColumns> groups;
    for (const GroupInput& group : population.groups) {
        groups.push_back({group, table.optional_column(group.column), table.optional_column(group.ratio)});
    }
    const bool by_name = input.match == TableMatch::name;
    const std::size_t key = by_name ? *name : *code;
    OfficialTable official{table.subject, table.row_word, {}};
    for (const TableRow& row : table.rows) {
        if (row.cells[key].text.empty()) {
            throw at_cell(table, row, key,
                          fmt::format("the {} is empty, so the row belongs to no zone; remove the row "
                                      "(a line of totals?) or fill it in",
                                      by_name ? "name" : "code"));
        }
        OfficialRow& of = official.rows.emplace_back();
        of = {row.number, text_in(table, row, code), text_in(table, row, name), text_in(table, row, parent), {}, {}};
        if (people) {
            of.people = people_in(table, row, *people, input.table.numbers);
        }
        for (const GroupColumns& group : groups) {
            of.groups.push_back(group.figure(table, row, input.table.numbers));
        }
    }
    refuse_duplicates(table, official, by_name);
    return official;
}

// The table's codes to those of the zones.
Crosswalk read_crosswalk(const TextTable& table, const CrosswalkInput& input) {
    const std::size_t from = table.column(input.from);
    const std::size_t to = table.column(input.to);
    Crosswalk crosswalk;
    std::unordered_map<std::string, std::int64_t> lines;
    for (const TableRow& row : table.rows) {
        const std::string& zone = code_text(table, row, from);
        const std::string& code = code_text(table, row, to);
        if (zone.empty() || code.empty()) {
            continue;  // a place that only one of the two lists knows
        }
        const auto [pair, is_new] = crosswalk.emplace(code, zone);
        if (!is_new && pair->second != zone) {
            throw error(ErrorKind::input,
                        "{}: {}s {} and {} send the code {} to two zones, {} and {}; people cannot be divided between "
                        "zones by a crosswalk",
                        table.subject, table.row_word, lines[code], row.number, code, pair->second, zone);
        }
        lines.emplace(code, row.number);
    }
    return crosswalk;
}

}  // namespace

OfficialRead read_official_people(const PopulationInput& population, const ZonesInput& zones_input,
                                  const ZoneLayer& zones) {
    const OfficialInput& input = *population.official;
    const TextTable table = read_table(input.table);
    OfficialTable official = understood(table, population);
    OfficialRead read{{}, {}, table.files, {}};
    if (input.match == TableMatch::name) {
        read.people = join_by_name(zones, zone_parents(input, zones_input, zones), std::move(official), read.findings);
    } else if (input.crosswalk) {
        const TextTable crosswalk = read_table(input.crosswalk->table);
        read.crosswalk_files = crosswalk.files;
        read.people =
            join_by_crosswalk(zones, std::move(official), read_crosswalk(crosswalk, *input.crosswalk), read.findings);
    } else {
        read.people = join_by_code(zones, std::move(official), read.findings);
    }
    return read;
}

}  // namespace papar
