#include "engine/output/hazard_parts.hpp"
#include "engine/output/places.hpp"
#include "engine/output/range_columns.hpp"
#include "engine/output/tables.hpp"

#include <cstddef>
#include <memory>
#include <string>
#include <vector>

namespace papar {
namespace {

struct ExposureRow {
    const Place& place;
    const ZoneFigures& figures;
    const HazardFacts& hazard;
    const HazardFigures& hazard_figures;
    const HazardPart& part;
};

}  // namespace

Table exposure_table(const ResultView& view) {
    const auto parts = std::make_shared<const std::vector<PartOfHazard>>(all_hazard_parts(view));
    const auto places = std::make_shared<const std::vector<Place>>(all_places(view));
    Table table{
        "paparan",
        view.say("Paparan menurut wilayah, bahaya dan kelas", "Exposure by zone, hazard and class"),
        view.say("Satu baris untuk setiap wilayah, bahaya dan kelas, ditambah 'nihil' (tidak ada bahaya) dan "
                 "'tanpa_data' (tanpa data bahaya); baris setiap tingkat adalah jumlah dari baris zona: jangan "
                 "menjumlahkan beberapa tingkat",
                 "One row for every zone, hazard and class, and 'nihil' (no hazard) and 'tanpa_data' (no hazard data); "
                 "the rows of each level are sums of the zones' rows: never add several levels"),
        {},
        {"tingkat", "kode", "bahaya", "kelas"},
        places->size() * parts->size()};

    const auto add = [&](Column column, auto get) {
        column.value = [view, places, parts, get](std::size_t row) -> Value {
            const Place& place = (*places)[row / parts->size()];
            const PartOfHazard& part = (*parts)[row % parts->size()];
            const ZoneFigures& figures = place.figures_in(view.result);
            return get(ExposureRow{place, figures, view.facts.hazards[part.hazard], figures.by_hazard[part.hazard],
                                   part.part});
        };
        table.columns.push_back(std::move(column));
    };
    const auto add_range_of = [&](auto get) {
        add_range(view, table, [places, parts, get](const OverlayResult& result, std::size_t row) {
            const ZoneFigures& zone = (*places)[row / parts->size()].figures_in(result);
            const PartOfHazard& part = (*parts)[row % parts->size()];
            return get(part.part, zone, zone.by_hazard[part.hazard]);
        });
    };
    using enum ColumnType;
    add({"tingkat",
         text,
         "",
         view.say("Tingkat", "Level"),
         view.say("'zona' untuk wilayah; id tingkat untuk jumlahnya",
                  "'zona' for zones; the level's id for their sums"),
         {}},
        [](const ExposureRow& row) { return std::string(row.place.level); });
    add({"kode",
         text,
         "",
         view.say("Kode wilayah", "Zone code"),
         view.say("Kunci ke tabel zona, atau zona_<tingkat>", "Key to the table zona, or zona_<level>"),
         {}},
        [](const ExposureRow& row) { return row.place.code; });
    add({"nama", text, "", view.say("Nama wilayah", "Zone name"), view.say("Nama wilayah", "Name of the zone"), {}},
        [](const ExposureRow& row) { return row.place.name; });
    add({"bahaya",
         text,
         "",
         view.say("Bahaya", "Hazard"),
         view.say("Id bahaya dalam berkas studi", "The hazard's id in the study"),
         {}},
        [](const ExposureRow& row) { return row.hazard.id; });
    add({"kelas_no",
         integer,
         "",
         view.say("Nomor kelas", "Class number"),
         view.say("1 adalah kelas terendah; 0 tidak ada bahaya; kosong tanpa data",
                  "1 is the lowest class; 0 no hazard; empty no data"),
         {}},
        [](const ExposureRow& row) { return row.part.number ? Value(*row.part.number) : Value(); });
    add({"kelas",
         text,
         "",
         view.say("Kelas", "Class"),
         view.say("Nama kelas, 'nihil' atau 'tanpa_data'", "The class's label, 'nihil' or 'tanpa_data'"),
         {}},
        [](const ExposureRow& row) { return row.part.label; });
    add({"jiwa",
         real,
         view.say("jiwa", "people"),
         view.say("Penduduk (jiwa)", "People"),
         view.say("Penduduk di bagian ini; kosong berarti tidak diketahui",
                  "People in this part; empty means not known"),
         {}},
        [](const ExposureRow& row) { return people_in_part(row.part, row.figures, row.hazard_figures); });
    add_range_of(people_in_part);
    add({"luas_ha",
         real,
         "ha",
         view.say("Luas (ha)", "Area (ha)"),
         view.say("Luas bagian ini; kosong berarti tidak diketahui", "Area of this part; empty means not known"),
         {}},
        [](const ExposureRow& row) { return area_of_part(row.part, row.figures, row.hazard_figures); });
    add_range_of(area_of_part);
    return table;
}

}  // namespace papar
