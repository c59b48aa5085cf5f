#include "engine/output/people_tables.hpp"
#include "engine/output/published_figures.hpp"

#include <cstddef>
#include <string>
#include <utility>

namespace papar {
namespace {

// The same words in every language: programs read them.
[[nodiscard]] std::string word_of(MatchKind kind) {
    switch (kind) {
        case MatchKind::code:
            return "kode";
        case MatchKind::crosswalk:
            return "tabel_padanan";
        case MatchKind::name:
            return "nama";
        case MatchKind::normalised_name:
            return "nama_disamakan";
        case MatchKind::row_without_zone:
            return "baris_tanpa_wilayah";
        case MatchKind::zone_without_row:
            return "wilayah_tanpa_baris";
    }
    return {};
}

[[nodiscard]] Value text_or_none(const std::string& text) {
    return text.empty() ? Value() : Value(text);
}

}  // namespace

Table matches_table(const ResultView& view) {
    const OfficialPeople& official = *view.facts.official;
    Table table{"padanan_penduduk",
                view.say("Padanan tabel penduduk dengan wilayah", "Matches of the population table and the zones"),
                view.say("Setiap baris tabel penduduk dan setiap wilayah, dan bagaimana keduanya dipertemukan",
                         "Every row of the population table and every zone, and how they found each other"),
                {},
                {},
                official.matches.size()};
    const auto of_zone = [&](Column column, auto get) {
        column.value = [&official, &zones = view.layer.zones, get](std::size_t row) -> Value {
            const PeopleMatch& match = official.matches[row];
            return match.zone ? Value(get(zones[*match.zone])) : Value();
        };
        table.columns.push_back(std::move(column));
    };
    const auto of_row = [&](Column column, auto get) {
        column.value = [&official, get](std::size_t row) -> Value {
            const PeopleMatch& match = official.matches[row];
            return match.row ? get(official.table.rows[*match.row]) : Value();
        };
        table.columns.push_back(std::move(column));
    };
    using enum ColumnType;
    of_zone({"kode",
             text,
             "",
             view.say("Kode wilayah", "Zone code"),
             view.say("Kosong jika baris tidak menemukan wilayah", "Empty where the row found no zone"),
             {}},
            [](const Zone& zone) { return zone.code; });
    of_zone({"nama",
             text,
             "",
             view.say("Nama wilayah", "Zone name"),
             view.say("Nama dari data batas", "Name from the zone layer"),
             {}},
            [](const Zone& zone) { return zone.name; });
    table.columns.push_back(
        {"cara", text, "", view.say("Cara", "How"),
         view.say(
             "kode, tabel_padanan, nama, nama_disamakan (setelah ejaan disamakan), baris_tanpa_wilayah atau "
             "wilayah_tanpa_baris",
             "kode (code), tabel_padanan (crosswalk), nama (name), nama_disamakan (name after taking spelling habits "
             "away), baris_tanpa_wilayah (row without zone) or wilayah_tanpa_baris (zone without row)"),
         [&official](std::size_t row) { return word_of(official.matches[row].kind); }});
    of_row(
        {"baris",
         integer,
         "",
         view.say("Baris", "Row"),
         view.say("Nomor baris atau fitur di berkas tabel", "Number of the line, row or feature in the table's file"),
         {}},
        [](const OfficialRow& row) { return Value(row.number); });
    of_row({"kode_tabel",
            text,
            "",
            view.say("Kode di tabel", "Code in the table"),
            view.say("Kode wilayah menurut tabel penduduk", "Zone code as the population table has it"),
            {}},
           [](const OfficialRow& row) { return text_or_none(row.code); });
    of_row({"nama_tabel",
            text,
            "",
            view.say("Nama di tabel", "Name in the table"),
            view.say("Nama wilayah menurut tabel penduduk", "Zone name as the population table has it"),
            {}},
           [](const OfficialRow& row) { return text_or_none(row.name); });
    of_row({"induk_tabel",
            text,
            "",
            view.say("Wilayah induk di tabel", "Parent in the table"),
            view.say("Wilayah induk menurut tabel penduduk", "Parent as the population table has it"),
            {}},
           [](const OfficialRow& row) { return text_or_none(row.parent); });
    of_row({"jiwa",
            real,
            view.say("jiwa", "people"),
            view.say("Penduduk (jiwa)", "People"),
            view.say("Penduduk menurut baris ini", "People as the row has them"),
            {}},
           [](const OfficialRow& row) { return row.people ? Value(published_people(*row.people)) : Value(); });
    return table;
}

}  // namespace papar
