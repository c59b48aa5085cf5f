#include "engine/output/published_figures.hpp"
#include "engine/output/risk_classes.hpp"
#include "engine/output/risk_tables.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace papar {

bool has_facilities(const ResultView& view) {
    return std::ranges::any_of(view.risk->exposures, &ExposureFacts::points);
}

Table facilities_table(const ResultView& view) {
    const std::vector<ExposedPoint>& points = view.risk->points;
    const std::vector<Zone>& zones = view.layer.zones;
    Table table{"fasilitas",
                view.say("Fasilitas", "Facilities"),
                view.say("Titik-titik lapisan paparan dengan kelasnya menurut setiap bahaya",
                         "The points of the exposure layers with their class under each hazard"),
                {},
                {},
                points.size()};
    const auto add = [&](Column column, auto get) {
        column.value = [&points, get](std::size_t row) -> Value { return get(points[row]); };
        table.columns.push_back(std::move(column));
    };
    using enum ColumnType;
    const std::string outside = view.say("; kosong jika di luar semua wilayah", "; empty outside all zones");
    add({"lapisan",
         text,
         "",
         view.say("Lapisan", "Layer"),
         view.say("Id lapisan paparan dalam berkas studi", "The exposure layer's id in the study"),
         {}},
        [view](const ExposedPoint& point) { return view.risk->exposures[point.exposure].id; });
    add({"nama", text, "", view.say("Nama", "Name"), view.say("Nama menurut lapisan", "Name from the layer"), {}},
        [](const ExposedPoint& point) { return point.name; });
    add({"kategori",
         text,
         "",
         view.say("Kategori", "Category"),
         view.say("Jenis menurut lapisan", "Kind according to the layer"),
         {}},
        [](const ExposedPoint& point) { return point.category; });
    add({"kode",
         text,
         "",
         view.say("Kode wilayah", "Zone code"),
         view.say("Kunci ke tabel zona", "Key to the table zona") + outside,
         {}},
        [&zones](const ExposedPoint& point) { return point.zone ? Value(zones[*point.zone].code) : Value(); });
    add({"wilayah",
         text,
         "",
         view.say("Nama wilayah", "Zone name"),
         view.say("Nama wilayah tempat titik berada", "Name of the zone it lies in") + outside,
         {}},
        [&zones](const ExposedPoint& point) { return point.zone ? Value(zones[*point.zone].name) : Value(); });
    add({"x", real, "", "X", view.say("Dalam sistem koordinat lapisan wilayah", "In the CRS of the zone layer"), {}},
        [](const ExposedPoint& point) { return point.x; });
    add({"y", real, "", "Y", view.say("Dalam sistem koordinat lapisan wilayah", "In the CRS of the zone layer"), {}},
        [](const ExposedPoint& point) { return point.y; });
    add({"nilai_rp",
         real,
         "Rp",
         view.say("Nilai (Rp)", "Value (Rp)"),
         view.say("Nilai menurut lapisan; kosong jika tidak ada", "Value from the layer; empty where it has none"),
         {}},
        [](const ExposedPoint& point) { return point.value ? Value(rounded(*point.value, 1e6)) : Value(); });
    for (std::size_t hazard = 0; hazard < view.facts.hazards.size(); ++hazard) {
        const HazardFacts& facts = view.facts.hazards[hazard];
        const std::string title = facts.title + ": " + view.say("kelas bahaya", "hazard class");
        Column column{facts.id + "_kelas_bahaya",
                      integer,
                      "",
                      title,
                      title + view.say(" di titik ini; 0 tidak ada bahaya; kosong tanpa data",
                                       " at this point; 0 no hazard; empty no data"),
                      {}};
        column.values = class_or_none_names(view);
        add(std::move(column), [hazard](const ExposedPoint& point) {
            const std::optional<int> of = point.classes[hazard];
            return of ? Value(std::int64_t{*of}) : Value();
        });
    }
    return table;
}

}  // namespace papar
