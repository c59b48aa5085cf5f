#include "engine/base/error.hpp"
#include "engine/output/hazard_parts.hpp"
#include "engine/output/people_tables.hpp"
#include "engine/output/published_figures.hpp"
#include "engine/output/range_columns.hpp"
#include "engine/output/risk_columns.hpp"
#include "engine/output/rows_view.hpp"
#include "engine/output/tables.hpp"
#include "engine/zones/upper_areas.hpp"

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <utility>

namespace papar {
namespace {

// A column whose value needs only the zone's figures.
template <typename Get>
[[nodiscard]] Column of_zone(const RowsView& view, Column column, Get get) {
    column.value = [&rows = view.rows_of(view.result), get](std::size_t row) -> Value { return get(rows[row]); };
    return column;
}

// A column whose value needs the zone's figures and those of one hazard.
template <typename Get>
[[nodiscard]] Column of_hazard(const RowsView& view, std::size_t hazard, Column column, Get get) {
    return of_zone(view, std::move(column),
                   [hazard, get](const ZoneFigures& zone) -> Value { return get(zone, zone.by_hazard[hazard]); });
}

void add_identity(const ResultView& view, Table& table) {
    const std::vector<Zone>& zones = view.layer.zones;
    table.columns.push_back({"kode", ColumnType::text, "", view.say("Kode wilayah", "Zone code"),
                             view.say("Kode wilayah dari data batas; nomor urut jika data batas tidak berkode",
                                      "Code from the zone layer; the feature's number where it has none"),
                             [&zones](std::size_t row) { return zones[row].code; }});
    table.columns.push_back({"nama", ColumnType::text, "", view.say("Nama wilayah", "Zone name"),
                             view.say("Nama wilayah dari data batas", "Name from the zone layer"),
                             [&zones](std::size_t row) { return zones[row].name; }});
}

void add_identity(const ResultView& view, const ZoneLevel& level, Table& table) {
    using enum ColumnType;
    const std::vector<ZoneArea>& areas = level.areas;
    const auto zones = std::make_shared<std::vector<std::int64_t>>(areas.size());
    for (const std::optional<std::uint32_t> area : level.area_of_zone) {
        if (area) ++(*zones)[*area];
    }
    table.columns.push_back({"kode", text, "", view.say("Kode ", "Code: ") + level.title,
                             view.say("Kode menurut data batas", "Code according to the zone layer"),
                             [&areas](std::size_t row) { return areas[row].code; }});
    table.columns.push_back({"nama", text, "", view.say("Nama ", "Name: ") + level.title,
                             view.say("Nama dari data batas; kode jika tidak bernama",
                                      "Name from the zone layer; the code where it has none"),
                             [&areas](std::size_t row) { return areas[row].name; }});
    table.columns.push_back({"jumlah_wilayah", integer, "", view.say("Jumlah wilayah", "Number of zones"),
                             view.say("Banyaknya wilayah yang dijumlahkan", "Zones that are summed up"),
                             [zones](std::size_t row) { return (*zones)[row]; }});
}

// Code and name of the level's area that each row lies in.
void add_area_of(const ResultView& view, const ZoneLevel& level, std::vector<std::optional<std::uint32_t>> area_of_row,
                 Table& table) {
    const auto area = std::make_shared<const std::vector<std::optional<std::uint32_t>>>(std::move(area_of_row));
    const auto add = [&](const std::string& column, const std::string& title, std::string ZoneArea::*member) {
        table.columns.push_back({column + "_" + level.id, ColumnType::text, "", title + level.title,
                                 view.say("Wilayah tingkat atas; kosong jika tidak termasuk satu pun atau terbagi",
                                          "The area above; empty where it belongs to none or lies in several"),
                                 [&level, area, member](std::size_t row) -> Value {
                                     return (*area)[row] ? Value(level.areas[*(*area)[row]].*member) : Value();
                                 }});
    };
    add("kode", view.say("Kode ", "Code: "), &ZoneArea::code);
    add("nama", view.say("Nama ", "Name: "), &ZoneArea::name);
}

void add_totals(const RowsView& view, Table& table) {
    using enum ColumnType;
    const std::string people = view.say("jiwa", "people");
    const auto add = [&](Column column, auto get) { table.columns.push_back(of_zone(view, std::move(column), get)); };
    const auto people_of = [](const ZoneFigures& zone) {
        return has_population(zone) ? Value(published_people(zone.people)) : Value();
    };

    add({"luas_ha",
         real,
         "ha",
         view.say("Luas wilayah (ha)", "Area (ha)"),
         view.say("Luas seluruh wilayah", "Area of the whole zone"),
         {}},
        [](const ZoneFigures& zone) { return published_hectares(zone.area); });
    add({"penduduk",
         real,
         people,
         view.say("Penduduk (jiwa)", "Population (people)"),
         view.facts.people_model == PopulationModel::raster
             ? view.say("Penduduk menurut raster penduduk; kosong jika raster tidak memuat data di wilayah ini",
                        "People according to the population raster; empty where it has no data in the zone")
             : view.say("Penduduk menurut tabel penduduk; kosong jika tabel tidak memuat wilayah ini",
                        "People according to the population table; empty where it has no row for the zone"),
         {}},
        people_of);
    add_range(view, table, [view, people_of](const OverlayResult& result, std::size_t row) {
        return people_of(view.rows_of(result)[row]);
    });
    add({"luas_luar_ha",
         real,
         "ha",
         view.say("Luas di luar raster (ha)", "Area outside the rasters (ha)"),
         view.say("Bagian wilayah di luar raster: tidak ikut dihitung",
                  "Part of the zone outside the rasters: not counted"),
         {}},
        [](const ZoneFigures& zone) { return published_hectares(zone.area_outside); });
    add({"luas_tanpa_penduduk_ha",
         real,
         "ha",
         view.say("Luas tanpa data penduduk (ha)", "Area without population data (ha)"),
         view.say("Bagian wilayah di dalam raster tetapi tanpa data penduduk",
                  "Part of the zone inside the rasters but without population data"),
         {}},
        [](const ZoneFigures& zone) { return published_hectares(zone.area_no_population); });
    if (view.level) return;  // cells cannot be summed
    add({"sel",
         integer,
         "",
         view.say("Jumlah sel", "Cells"),
         view.say("Banyaknya sel grid analisis yang tersentuh wilayah",
                  "Cells of the analysis grid that the zone touches"),
         {}},
        [](const ZoneFigures& zone) { return zone.cells; });
}

void add_any_hazard(const RowsView& view, Table& table) {
    const auto any_data = [](const ZoneFigures& zone) {
        return std::ranges::any_of(zone.by_hazard, [&](const HazardFigures& h) { return has_hazard_data(zone, h); });
    };
    const auto exposed_of = [any_data](const ZoneFigures& zone) {
        return has_population(zone) && any_data(zone) ? Value(published_people(zone.people_any_hazard)) : Value();
    };
    table.columns.push_back(
        of_zone(view,
                {"jiwa_bahaya",
                 ColumnType::real,
                 view.say("jiwa", "people"),
                 view.say("Jiwa terpapar, bahaya apa pun (jiwa)", "People exposed to any hazard (people)"),
                 view.say("Penduduk di dalam kelas sedikitnya satu bahaya; setiap orang dihitung sekali",
                          "People in a class of at least one hazard; each counted once"),
                 {}},
                exposed_of));
    add_range(view, table, [view, exposed_of](const OverlayResult& result, std::size_t row) {
        return exposed_of(view.rows_of(result)[row]);
    });
    table.columns.push_back(of_zone(
        view,
        {"jumlah_bahaya",
         ColumnType::integer,
         "",
         view.say("Jumlah bahaya", "Number of hazards"),
         view.say("Banyaknya bahaya yang memiliki kelas di wilayah ini", "Hazards with a class somewhere in the zone"),
         {}},
        [any_data](const ZoneFigures& zone) { return any_data(zone) ? Value(zone.hazards) : Value(); }));
}

// One column a part: "<hazard>_<measure>" or "<hazard>_<measure>_<part>".
template <typename Get>
void add_parts(const RowsView& view, std::size_t hazard, Table& table, const std::string& measure,
               const std::string& unit, const std::string& quantity, Get get) {
    const HazardFacts& facts = view.facts.hazards[hazard];
    std::vector<HazardPart> parts = hazard_parts(view, facts);
    parts.insert(parts.begin(), exposed_part(view));
    for (const HazardPart& part : parts) {
        const std::string name = facts.id + "_" + measure + (part.column.empty() ? "" : "_" + part.column);
        const std::string title = facts.title + ": " + quantity + ", " + part.title;
        table.columns.push_back(of_hazard(
            view, hazard,
            {name,
             ColumnType::real,
             unit,
             title + " (" + unit + ")",
             title + view.say("; kosong berarti tidak diketahui", "; empty means not known"),
             {}},
            [part, get](const ZoneFigures& zone, const HazardFigures& figures) { return get(part, zone, figures); }));
        add_range(view, table, [view, hazard, part, get](const OverlayResult& result, std::size_t row) {
            const ZoneFigures& zone = view.rows_of(result)[row];
            return get(part, zone, zone.by_hazard[hazard]);
        });
    }
}

void add_hazard(const RowsView& view, std::size_t hazard, Table& table) {
    using enum ColumnType;
    const HazardFacts& facts = view.facts.hazards[hazard];
    const std::string people = view.say("jiwa", "people");
    add_parts(view, hazard, table, "jiwa", people, view.say("penduduk", "people"), people_in_part);
    add_parts(view, hazard, table, "ha", "ha", view.say("luas", "area"), area_of_part);

    const auto add = [&](const std::string& suffix, ColumnType type, const std::string& title,
                         const std::string& description, auto get) {
        table.columns.push_back(of_hazard(
            view, hazard,
            {facts.id + "_" + suffix, type, "", facts.title + ": " + title, facts.title + ": " + description, {}},
            [get](const ZoneFigures&, const HazardFigures& figures) { return get(figures); }));
    };
    if (!view.level) {
        add("sel", integer, view.say("jumlah sel", "cells"),
            view.say("banyaknya sel berdata bahaya yang tersentuh wilayah",
                     "cells with hazard data that the zone touches"),
            [](const HazardFigures& figures) { return Value(figures.cells); });
    }
    add("kelas", text, view.say("kelas terluas di antara sel berbahaya", "class with the largest area among its cells"),
        view.say("kelas dengan luas terbesar; kosong jika tidak ada kelas di wilayah ini",
                 "class with the largest area; empty where the zone has no class"),
        [labels = facts.classes.labels](const HazardFigures& figures) {
            const auto dominant = dominant_class(figures);
            return dominant ? Value(labels[*dominant]) : Value();
        });
    if (facts.classes.kind == HazardKind::shapes) {
        return;  // no values
    }
    add("rerata", real, view.say("nilai rata-rata", "mean value"),
        view.say("rata-rata nilai sel berdata, tertimbang bagian sel di dalam wilayah",
                 "mean of the cells with data, weighted by their share inside the zone"),
        [](const HazardFigures& figures) { return published_hazard_value(figures.mean()); });
    add("maks", real, view.say("nilai tertinggi", "highest value"),
        view.say("nilai tertinggi sel berdata", "highest value of the cells with data"),
        [](const HazardFigures& figures) { return published_hazard_value(figures.max); });
}

void refuse_equal_names(const Table& table) {
    std::vector<std::string> names;
    for (const Column& column : table.columns) names.push_back(column.name);
    std::ranges::sort(names);
    const auto twice = std::ranges::adjacent_find(names);
    if (twice != names.end()) {
        throw error(
            ErrorKind::usage,
            "the ids of hazards and levels and the class labels give two columns the name '{}'; choose another id "
            "for one of them",
            *twice);
    }
}

// Every figure of every row, hazard by hazard.
void add_figures(const RowsView& view, Table& table) {
    add_totals(view, table);
    add_any_hazard(view, table);
    for (std::size_t hazard = 0; hazard < view.facts.hazards.size(); ++hazard) add_hazard(view, hazard, table);
    add_people_columns(view, table);
    if (view.risk != nullptr) add_risk_columns(view, table);
    refuse_equal_names(table);
}

}  // namespace

Table zone_table(const ResultView& view) {
    Table table{"zona",
                view.say("Wilayah", "Zones"),
                view.say("Luas dan penduduk setiap wilayah menurut bahaya dan kelas",
                         "Area and people of every zone by hazard and class"),
                {},
                {"kode"},
                view.layer.zones.size()};
    add_identity(view, table);
    for (const ZoneLevel& level : view.layer.levels) add_area_of(view, level, level.area_of_zone, table);
    add_figures({view, std::nullopt}, table);
    return table;
}

Table level_table(const ResultView& view, std::size_t index) {
    const std::vector<ZoneLevel>& levels = view.layer.levels;
    const ZoneLevel& level = levels[index];
    Table table{"zona_" + level.id,
                level.title,
                view.say("Jumlah dari wilayah-wilayah di dalamnya, menurut bahaya dan kelas: ",
                         "Sums of the zones within, by hazard and class: ") +
                    level.title,
                {},
                {"kode"},
                level.areas.size()};
    add_identity(view, level, table);
    for (const ZoneLevel& coarser : std::span(levels).subspan(index + 1)) {
        add_area_of(view, coarser, upper_areas(level, coarser), table);
    }
    add_figures({view, index}, table);
    return table;
}

}  // namespace papar
