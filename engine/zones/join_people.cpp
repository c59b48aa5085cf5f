#include "engine/zones/join_people.hpp"

#include "engine/base/error.hpp"
#include "engine/base/some_of.hpp"
#include "engine/zones/place_name.hpp"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <utility>

namespace papar {

namespace {

// The zone of each row, or none; how it was found.
struct RowZone {
    std::optional<std::size_t> zone;
    MatchKind kind = MatchKind::row_without_zone;
};

std::string label(const OfficialRow& row) {
    const std::string gap = row.code.empty() || row.name.empty() ? "" : " ";
    return row.code + gap + row.name;
}

std::unordered_map<std::string, std::size_t> zones_by_code(const ZoneLayer& zones) {
    std::unordered_map<std::string, std::size_t> by_code;
    for (std::size_t zone = 0; zone < zones.zones.size(); ++zone) {
        by_code.emplace(zones.zones[zone].code, zone);
    }
    return by_code;
}

// What is ambiguous has no place in `one`.
struct UniqueNames {
    std::unordered_map<std::string, std::size_t> one;
    std::set<std::string> ambiguous;

    void add(const std::string& key, std::size_t index) {
        if (!one.emplace(key, index).second) {
            ambiguous.insert(key);
        }
    }
    [[nodiscard]] std::optional<std::size_t> find(const std::string& key) const {
        const auto found = one.find(key);
        return found == one.end() || ambiguous.contains(key) ? std::nullopt : std::optional(found->second);
    }
};

std::string name_key(const std::string& parent, const std::string& name) {
    return plain_place_name(parent) + '\n' + plain_place_name(name);
}

void refuse_no_match(const ZoneLayer& zones, const OfficialTable& table, const std::vector<RowZone>& found,
                     bool names) {
    if (zones.zones.empty() || table.rows.empty() ||
        std::ranges::any_of(found, [](const RowZone& row) { return row.zone.has_value(); })) {
        return;
    }
    const Zone& zone = zones.zones.front();
    const OfficialRow& row = table.rows.front();
    throw error(ErrorKind::input,
                "{}: not one of its {} rows finds a zone of layer \"{}\": its first {} is \"{}\", that of the layer "
                "\"{}\"; {}",
                table.subject, table.rows.size(), zones.name, names ? "name" : "code", names ? row.name : row.code,
                names ? zone.name : zone.code,
                names ? "check that both are of the same level and that their parents agree"
                      : "choose other columns, give a crosswalk, or ask for match = \"name\"");
}

// The rows of each zone, in the table's order.
std::vector<std::vector<std::size_t>> rows_by_zone(const ZoneLayer& zones, const std::vector<RowZone>& found) {
    std::vector<std::vector<std::size_t>> rows(zones.zones.size());
    for (std::size_t row = 0; row < found.size(); ++row) {
        if (found[row].zone) {
            rows[*found[row].zone].push_back(row);
        }
    }
    return rows;
}

void add_figure(GroupFigure& sum, const GroupFigure& part, bool first) {
    if (first) {
        sum = part;
    } else if (sum.people && part.people) {
        *sum.people += *part.people;
    } else {
        sum = {};
    }
}

// A share of a row whose people are known is a number of people.
GroupFigure resolved(const GroupFigure& figure, const OfficialRow& row) {
    if (figure.share && row.people) {
        return {People(row.people->value() * *figure.share), {}};
    }
    return figure;
}

void add_rows(const std::vector<std::size_t>& rows, std::size_t zone, const Zone& place, OfficialPeople& official) {
    const std::vector<OfficialRow>& table = official.table.rows;
    if (rows.size() > 1 && !table[rows[0]].people) {
        throw error(ErrorKind::input,
                    "{}: {}s {} and {} both belong to zone {}; without people their shares cannot be "
                    "added up",
                    official.table.subject, official.table.row_word, table[rows[0]].number, table[rows[1]].number,
                    label(place));
    }
    std::vector<GroupFigure>& groups = official.groups[zone];
    groups.resize(rows.empty() ? 0 : table[rows[0]].groups.size());
    for (const std::size_t row : rows) {
        if (table[row].people) {
            official.people[zone] = official.people[zone].value_or(People()) + *table[row].people;
        }
        for (std::size_t group = 0; group < groups.size(); ++group) {
            add_figure(groups[group], resolved(table[row].groups[group], table[row]), row == rows.front());
        }
    }
}

void report(const ZoneLayer& zones, const OfficialPeople& official, Findings& findings) {
    std::vector<std::string> no_row;
    std::vector<std::string> no_zone;
    std::size_t spelt = 0;
    for (const PeopleMatch& match : official.matches) {
        if (match.kind == MatchKind::zone_without_row) {
            no_row.push_back(label(zones.zones[*match.zone]));
        } else if (match.kind == MatchKind::row_without_zone) {
            const OfficialRow& row = official.table.rows[*match.row];
            no_zone.push_back(label(row) + (row.people ? fmt::format(" ({:.0f} people)", row.people->value()) : ""));
        }
        spelt += match.kind == MatchKind::normalised_name ? 1 : 0;
    }
    const std::string& subject = official.table.subject;
    if (!no_row.empty()) {
        findings.push_back(
            {"population.zone_without_row",
             subject,
             fmt::format("{}: {} no row; what the table says of people there is not known, and is left "
                         "empty: {}",
                         subject, no_row.size() == 1 ? "1 zone has" : fmt::format("{} zones have", no_row.size()),
                         some_of(no_row)),
             {{"zones", static_cast<double>(no_row.size())}}});
    }
    if (!no_zone.empty()) {
        findings.push_back(
            {"population.row_without_zone",
             subject,
             fmt::format("{}: {} no zone, {:.2f} people together, who are counted in no zone: {}", subject,
                         no_zone.size() == 1 ? "1 row finds" : fmt::format("{} rows find", no_zone.size()),
                         official.rows_without_zone.value(), some_of(no_zone)),
             {{"rows", static_cast<double>(no_zone.size())}, {"people", official.rows_without_zone.value()}}});
    }
    if (spelt > 0) {
        findings.push_back({"population.matched_by_spelling",
                            subject,
                            fmt::format("{}: {} their zones only after spelling habits were taken away; each is listed "
                                        "in population_matches.csv",
                                        subject, spelt == 1 ? "1 row found" : fmt::format("{} rows found", spelt)),
                            {{"rows", static_cast<double>(spelt)}}});
    }
}

OfficialPeople joined(const ZoneLayer& zones, OfficialTable table, const std::vector<RowZone>& found,
                      Findings& findings) {
    OfficialPeople official{std::move(table), {}, {}, {}, {}, {}};
    official.people.resize(zones.zones.size());
    official.groups.resize(zones.zones.size());
    const std::vector<std::vector<std::size_t>> rows = rows_by_zone(zones, found);
    for (std::size_t zone = 0; zone < rows.size(); ++zone) {
        for (const std::size_t row : rows[zone]) {
            official.matches.push_back({found[row].kind, zone, row});
        }
        if (rows[zone].empty()) {
            official.matches.push_back({MatchKind::zone_without_row, zone, {}});
        }
        add_rows(rows[zone], zone, zones.zones[zone], official);
    }
    for (std::size_t row = 0; row < found.size(); ++row) {
        const People people = official.table.rows[row].people.value_or(People());
        official.total += people;
        if (!found[row].zone) {
            official.matches.push_back({MatchKind::row_without_zone, {}, row});
            official.rows_without_zone += people;
        }
    }
    report(zones, official, findings);
    return official;
}

void report_ambiguous(const UniqueNames& in_zones, const UniqueNames& in_rows, const OfficialTable& table,
                      Findings& findings) {
    std::vector<std::string> names;
    for (const OfficialRow& row : table.rows) {
        const std::string key = name_key(row.parent, row.name);
        if (in_zones.ambiguous.contains(key) || in_rows.ambiguous.contains(key)) {
            names.push_back(fmt::format("{} ({} {})", row.name, table.row_word, row.number));
        }
    }
    if (!names.empty()) {
        findings.push_back(
            {"population.ambiguous_name",
             table.subject,
             fmt::format("{}: the names of {} rows are not unique within their parent, in the table or in "
                         "the layer, so these rows find no zone: {}",
                         table.subject, names.size(), some_of(names)),
             {{"rows", static_cast<double>(names.size())}}});
    }
}

}  // namespace

OfficialPeople join_by_code(const ZoneLayer& zones, OfficialTable table, Findings& findings) {
    const auto by_code = zones_by_code(zones);
    std::vector<RowZone> found(table.rows.size());
    for (std::size_t row = 0; row < found.size(); ++row) {
        if (const auto zone = by_code.find(table.rows[row].code); zone != by_code.end()) {
            found[row] = {zone->second, MatchKind::code};
        }
    }
    refuse_no_match(zones, table, found, false);
    return joined(zones, std::move(table), found, findings);
}

OfficialPeople join_by_crosswalk(const ZoneLayer& zones, OfficialTable table, const Crosswalk& crosswalk,
                                 Findings& findings) {
    const auto by_code = zones_by_code(zones);
    std::vector<RowZone> found(table.rows.size());
    for (std::size_t row = 0; row < found.size(); ++row) {
        const auto pair = crosswalk.find(table.rows[row].code);
        const auto zone = pair == crosswalk.end() ? by_code.end() : by_code.find(pair->second);
        if (zone != by_code.end()) {
            found[row] = {zone->second, MatchKind::crosswalk};
        }
    }
    refuse_no_match(zones, table, found, false);
    return joined(zones, std::move(table), found, findings);
}

OfficialPeople join_by_name(const ZoneLayer& zones, const std::vector<std::string>& parents, OfficialTable table,
                            Findings& findings) {
    if (parents.empty()) {
        for (OfficialRow& row : table.rows) {
            row.parent.clear();
        }
    }
    const auto parent_of = [&](std::size_t zone) { return parents.empty() ? std::string() : parents[zone]; };
    UniqueNames in_zones;
    for (std::size_t zone = 0; zone < zones.zones.size(); ++zone) {
        in_zones.add(name_key(parent_of(zone), zones.zones[zone].name), zone);
    }
    UniqueNames in_rows;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        in_rows.add(name_key(table.rows[row].parent, table.rows[row].name), row);
    }
    std::vector<RowZone> found(table.rows.size());
    for (std::size_t row = 0; row < found.size(); ++row) {
        const OfficialRow& of = table.rows[row];
        const std::string key = name_key(of.parent, of.name);
        const std::optional<std::size_t> zone = in_rows.find(key) ? in_zones.find(key) : std::nullopt;
        if (zone) {
            const bool same = zones.zones[*zone].name == of.name && parent_of(*zone) == of.parent;
            found[row] = {zone, same ? MatchKind::name : MatchKind::normalised_name};
        }
    }
    refuse_no_match(zones, table, found, true);
    report_ambiguous(in_zones, in_rows, table, findings);
    return joined(zones, std::move(table), found, findings);
}

}  // namespace papar
