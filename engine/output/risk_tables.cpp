#include "engine/output/risk_tables.hpp"

#include "engine/output/places.hpp"
#include "engine/output/published_figures.hpp"
#include "engine/output/risk_classes.hpp"
#include "engine/output/risk_kinds.hpp"

#include <fmt/format.h>

#include <cstddef>
#include <memory>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace papar {
namespace {

struct IndexRow {
    const Place& place;
    std::size_t hazard;
    const NamedIndex& kind;
    std::size_t class_index;  // from 0
};

// IndexRows by place, hazard, kind and class, the last the fastest.
struct IndexRows {
    std::vector<Place> places;
    std::size_t hazards;
    std::vector<NamedIndex> kinds;

    [[nodiscard]] std::size_t count() const { return places.size() * hazards * kinds.size() * risk_classes; }
    [[nodiscard]] IndexRow operator[](std::size_t row) const {
        const std::size_t kind = row / risk_classes;
        const std::size_t hazard = kind / kinds.size();
        return {places[hazard / hazards], hazard % hazards, kinds[kind % kinds.size()], row % risk_classes};
    }
};

[[nodiscard]] Value area_of(const RiskResult& risk, const IndexRow& row) {
    const std::optional<IndexFigures>& figures = row.kind.figures(row.place.figures_in(risk).by_hazard[row.hazard]);
    return figures ? Value(published_hectares(figures->area[row.class_index])) : Value();
}

[[nodiscard]] std::string value_text(const ProfileEntry& entry) {
    if (const auto* text = std::get_if<std::string>(&entry.value)) return *text;
    return fmt::format("{}", fmt::join(std::get<std::vector<double>>(entry.value), "; "));
}

// As profiles write it.
[[nodiscard]] std::string status_text(NumberStatus status) {
    switch (status) {
        case NumberStatus::seen:
            return "seen";
        case NumberStatus::computed:
            return "computed";
        case NumberStatus::recalled:
            return "recalled";
        case NumberStatus::study:
            break;
    }
    return "study";
}

}  // namespace

Table risk_table(const ResultView& view) {
    const auto rows =
        std::make_shared<const IndexRows>(all_places(view), view.facts.hazards.size(), named_indices(view));
    Table table{"risiko",
                view.say("Luas menurut wilayah, bahaya, indeks dan kelas", "Area by zone, hazard, index and class"),
                view.say("Satu baris untuk setiap wilayah, bahaya, indeks dan kelas: luas lahan dengan bahaya; baris "
                         "setiap tingkat adalah jumlah dari baris zona: jangan menjumlahkan beberapa tingkat",
                         "One row for every zone, hazard, index and class: land with the hazard; the rows of each "
                         "level are sums of the zones' rows: never add several levels"),
                {},
                {"tingkat", "kode", "bahaya", "indeks", "kelas_no"},
                rows->count()};
    const auto add = [&](Column column, auto get) {
        column.value = [rows, get](std::size_t row) -> Value { return get((*rows)[row]); };
        table.columns.push_back(std::move(column));
    };
    using enum ColumnType;
    add({"tingkat",
         text,
         "",
         view.say("Tingkat", "Level"),
         view.say("'zona' untuk wilayah; id tingkat untuk jumlahnya",
                  "'zona' for zones; the level's id for their sums"),
         {}},
        [](const IndexRow& row) { return std::string(row.place.level); });
    add({"kode",
         text,
         "",
         view.say("Kode wilayah", "Zone code"),
         view.say("Kunci ke tabel zona, atau zona_<tingkat>", "Key to the table zona, or zona_<level>"),
         {}},
        [](const IndexRow& row) { return row.place.code; });
    add({"nama", text, "", view.say("Nama wilayah", "Zone name"), view.say("Nama wilayah", "Name of the zone"), {}},
        [](const IndexRow& row) { return row.place.name; });
    add({"bahaya",
         text,
         "",
         view.say("Bahaya", "Hazard"),
         view.say("Id bahaya dalam berkas studi", "The hazard's id in the study"),
         {}},
        [view](const IndexRow& row) { return view.facts.hazards[row.hazard].id; });
    add({"indeks",
         text,
         "",
         view.say("Indeks", "Index"),
         view.say("Id indeks: bahaya, sosial, fisik, ekonomi, lingkungan, kerugian, kerentanan, risiko",
                  "The index's id: bahaya (hazard), sosial, fisik, ekonomi, lingkungan (the components), kerugian "
                  "(loss), kerentanan (vulnerability), risiko (risk)"),
         {}},
        [](const IndexRow& row) { return row.kind.id; });
    Column number{"kelas_no",
                  integer,
                  "",
                  view.say("Nomor kelas", "Class number"),
                  view.say("1 adalah kelas terendah", "1 is the lowest class"),
                  {}};
    number.values = class_names(view);
    add(std::move(number), [](const IndexRow& row) { return static_cast<std::int64_t>(row.class_index) + 1; });
    add({"kelas", text, "", view.say("Kelas", "Class"), view.say("Nama kelas", "Name of the class"), {}},
        [](const IndexRow& row) { return std::string(class_words[row.class_index]); });
    add({"luas_ha",
         real,
         "ha",
         view.say("Luas (ha)", "Area (ha)"),
         view.say("Luas kelas ini; kosong berarti tidak diketahui", "Area of this class; empty means not known"),
         {}},
        [view](const IndexRow& row) { return area_of(*view.risk, row); });
    return table;
}

Table method_table(const ResultView& view) {
    const std::vector<UsedEntry>& entries = view.risk->method;
    using enum ColumnType;
    return {
        "metode",
        view.say("Metode", "Method"),
        view.say("Setiap angka dan pilihan yang dipakai, dari profil: ",
                 "Every number and choice used, of the profile: ") +
            view.risk->profile_title,
        {{"jalur", text, "", view.say("Jalur", "Path"),
          view.say("Nama angka atau pilihan dalam profil", "Name of the number or choice in the profile"),
          [&entries](std::size_t row) { return entries[row].path; }},
         {"nilai", text, "", view.say("Nilai", "Value"),
          view.say("Angka, dipisahkan titik koma, atau pilihan", "Numbers, with semicolons between, or a choice"),
          [&entries](std::size_t row) { return value_text(entries[row].entry); }},
         {"sumber", text, "", view.say("Sumber", "Source"), view.say("Asal nilai", "Where the value is from"),
          [&entries](std::size_t row) { return entries[row].entry.source; }},
         {"status", text, "", view.say("Status", "Status"),
          view.say("seen: dibaca di sumber; computed: dihitung dari sumber; recalled: diingat, belum diperiksa; study: "
                   "dari studi",
                   "seen: read in the source; computed: worked out from it; recalled: believed, not checked; study: "
                   "given by the study"),
          [&entries](std::size_t row) { return status_text(entries[row].entry.status); }}},
        {"jalur"},
        entries.size()};
}

}  // namespace papar
