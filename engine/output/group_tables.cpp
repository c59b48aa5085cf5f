#include "engine/output/hazard_parts.hpp"
#include "engine/output/people_tables.hpp"
#include "engine/output/published_figures.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace papar {
namespace {

[[nodiscard]] Value published(const std::optional<People>& people) {
    return people ? Value(published_people(*people)) : Value();
}

// Nothing where the group, or the hazard, is not known.
[[nodiscard]] std::optional<People> exposed(const ZoneFigures& zone, std::size_t group, std::size_t hazard) {
    const GroupFigures& figures = zone.by_group[group];
    if (figures.by_hazard.empty() || !has_hazard_data(zone, zone.by_hazard[hazard])) return {};
    People sum;
    for (const People people : figures.by_hazard[hazard].classes) sum += people;
    return sum;
}

void add_factor(const RowsView& view, Table& table) {
    table.columns.push_back(
        {"faktor", ColumnType::real, "", view.say("Faktor kalibrasi", "Factor of calibration"),
         view.say(
             "Penduduk resmi dibagi penduduk menurut raster; kosong jika raster tidak memuat penduduk di wilayah ini",
             "Official people divided by those of the raster; empty where the raster has nobody in the zone"),
         [&zones = view.result.zones](std::size_t row) { return published_hazard_value(zones[row].factor); }});
}

void add_group(const RowsView& view, std::size_t group, Table& table) {
    const GroupInput& facts = view.facts.groups[group];
    const std::string people = view.say("jiwa", "people");
    const std::string empty = view.say("; kosong berarti tidak diketahui", "; empty means not known");
    const auto add = [&](const std::string& name, const std::string& title, auto get) {
        table.columns.push_back(
            {name, ColumnType::real, people, title + " (" + people + ")", title + empty,
             [&rows = view.rows_of(view.result), get](std::size_t row) -> Value { return published(get(rows[row])); }});
    };
    add("kelompok_" + facts.id, facts.title, [group](const ZoneFigures& zone) { return zone.by_group[group].total; });
    for (std::size_t hazard = 0; hazard < view.facts.hazards.size(); ++hazard) {
        const HazardFacts& of = view.facts.hazards[hazard];
        add(of.id + "_kelompok_" + facts.id,
            of.title + ": " + facts.title + ", " + view.say("semua kelas", "all classes"),
            [group, hazard](const ZoneFigures& zone) { return exposed(zone, group, hazard); });
    }
}

[[nodiscard]] Value people_of(const ZoneFigures& zone, std::size_t group, const PartOfHazard& part) {
    const GroupFigures& figures = zone.by_group[group];
    const bool hazard_known = !part.part.needs_data || has_hazard_data(zone, zone.by_hazard[part.hazard]);
    if (figures.by_hazard.empty() || !hazard_known) return {};
    const HazardBalance& hazard = figures.by_hazard[part.hazard];
    const std::size_t classes = hazard.classes.size();
    return published_people(part.index < classes    ? hazard.classes[part.index]
                            : part.index == classes ? hazard.no_hazard
                                                    : hazard.no_data);
}

}  // namespace

void add_people_columns(const RowsView& view, Table& table) {
    if (!view.level && view.facts.people_model == PopulationModel::calibrated) add_factor(view, table);
    for (std::size_t group = 0; group < view.facts.groups.size(); ++group) add_group(view, group, table);
}

Table groups_table(const ResultView& view) {
    const auto parts = std::make_shared<const std::vector<PartOfHazard>>(all_hazard_parts(view));
    const std::size_t groups = view.facts.groups.size();
    Table table{
        "kelompok",
        view.say("Kelompok penduduk menurut wilayah, bahaya dan kelas", "Groups of people by zone, hazard and class"),
        view.say("Satu baris untuk setiap wilayah, kelompok, bahaya dan kelas, ditambah 'nihil' (tidak ada bahaya) "
                 "dan 'tanpa_data' (tanpa data bahaya)",
                 "One row for every zone, group, hazard and class, and 'nihil' (no hazard) and 'tanpa_data' (no "
                 "hazard data)"),
        {},
        {"kode", "kelompok", "bahaya", "kelas"},
        view.layer.zones.size() * groups * parts->size()};
    struct Row {
        std::size_t zone;
        std::size_t group;
        const PartOfHazard& part;
    };
    const auto add = [&](Column column, auto get) {
        column.value = [parts, groups, get](std::size_t row) -> Value {
            const std::size_t in_zone = row % (groups * parts->size());
            return get(Row{row / (groups * parts->size()), in_zone / parts->size(), (*parts)[in_zone % parts->size()]});
        };
        table.columns.push_back(std::move(column));
    };
    using enum ColumnType;
    add({"kode",
         text,
         "",
         view.say("Kode wilayah", "Zone code"),
         view.say("Kunci ke tabel zona", "Key to the table zona"),
         {}},
        [view](const Row& row) { return view.layer.zones[row.zone].code; });
    add({"nama", text, "", view.say("Nama wilayah", "Zone name"), view.say("Nama wilayah", "Name of the zone"), {}},
        [view](const Row& row) { return view.layer.zones[row.zone].name; });
    add({"kelompok",
         text,
         "",
         view.say("Kelompok", "Group"),
         view.say("Id kelompok dalam berkas studi", "The group's id in the study"),
         {}},
        [view](const Row& row) { return view.facts.groups[row.group].id; });
    add({"bahaya",
         text,
         "",
         view.say("Bahaya", "Hazard"),
         view.say("Id bahaya dalam berkas studi", "The hazard's id in the study"),
         {}},
        [view](const Row& row) { return view.facts.hazards[row.part.hazard].id; });
    add({"kelas_no",
         integer,
         "",
         view.say("Nomor kelas", "Class number"),
         view.say("1 adalah kelas terendah; 0 tidak ada bahaya; kosong tanpa data",
                  "1 is the lowest class; 0 no hazard; empty no data"),
         {}},
        [](const Row& row) { return row.part.part.number ? Value(*row.part.part.number) : Value(); });
    add({"kelas",
         text,
         "",
         view.say("Kelas", "Class"),
         view.say("Nama kelas, 'nihil' atau 'tanpa_data'", "The class's label, 'nihil' or 'tanpa_data'"),
         {}},
        [](const Row& row) { return row.part.part.label; });
    add({"jiwa",
         real,
         view.say("jiwa", "people"),
         view.say("Anggota kelompok (jiwa)", "People of the group"),
         view.say("Anggota kelompok di bagian ini; kosong berarti tidak diketahui",
                  "People of the group in this part; empty means not known"),
         {}},
        [view](const Row& row) { return people_of(view.result.zones[row.zone], row.group, row.part); });
    return table;
}

}  // namespace papar
