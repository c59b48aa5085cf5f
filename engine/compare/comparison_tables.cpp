#include "engine/compare/comparison_tables.hpp"

#include "engine/compare/change_class.hpp"

#include <cstddef>
#include <functional>
#include <memory>
#include <utility>

namespace papar {

namespace {

Value known(const std::optional<double>& value) {
    return value ? Value(*value) : Value();
}

std::string where_word(const ComparedZone& zone) {
    switch (zone.in) {
        case ComparedZone::In::only_a:
            return only_a_word;
        case ComparedZone::In::only_b:
            return only_b_word;
        case ComparedZone::In::both:
            break;
    }
    return zone.differs() ? "berubah" : "sama";
}

std::string where_description(const ComparisonView& view) {
    return view.say("sama, berubah, hanya_a atau hanya_b",
                    "sama (equal), berubah (changed), hanya_a or hanya_b (only in A, in B)");
}

// A table whose rows are made beforehand.
template <typename Row>
class Rows {
public:
    Rows(Table& table, std::vector<Row> rows)
        : table_(table), rows_(std::make_shared<std::vector<Row>>(std::move(rows))) {
        table_.rows = rows_->size();
    }

    void add(std::string name, ColumnType type, std::string unit, std::string title, std::string description,
             std::function<Value(const Row&)> value) {
        table_.columns.push_back(
            {std::move(name), type, std::move(unit), std::move(title), std::move(description),
             [rows = rows_, value = std::move(value)](std::size_t row) { return value((*rows)[row]); }});
    }

    // "<name>_a", "<name>_b", "<name>_selisih".
    void add_pair(const ComparisonView& view, const std::string& name, const std::string& unit,
                  const std::string& title, const std::function<FigurePair(const Row&)>& pair) {
        const std::string unknown =
            view.say("; kosong berarti tidak ada atau tidak diketahui", "; empty means not there or not known");
        add(name + "_a", ColumnType::real, unit, title + ", A (" + unit + ")",
            title + view.say(" menurut hasil A", " in result A") + unknown,
            [pair](const Row& row) { return known(pair(row).a); });
        add(name + "_b", ColumnType::real, unit, title + ", B (" + unit + ")",
            title + view.say(" menurut hasil B", " in result B") + unknown,
            [pair](const Row& row) { return known(pair(row).b); });
        add(name + "_selisih", ColumnType::real, unit, title + view.say(", selisih (", ", change (") + unit + ")",
            title + view.say(": B dikurangi A", ": B less A") + unknown,
            [pair](const Row& row) { return known(pair(row).change()); });
    }

private:
    Table& table_;
    std::shared_ptr<std::vector<Row>> rows_;
};

using ZoneRow = const ComparedZone*;

void add_identity(const ComparisonView& view, Rows<ZoneRow>& rows) {
    using enum ColumnType;
    rows.add("kode", text, "", view.say("Kode wilayah", "Zone code"), view.say("Kode wilayah", "The zone's code"),
             [](ZoneRow zone) { return zone->code; });
    rows.add("nama", text, "", view.say("Nama wilayah", "Zone name"), view.say("Nama wilayah", "The zone's name"),
             [](ZoneRow zone) { return zone->name; });
    rows.add("keadaan", text, "", view.say("Keadaan", "State"), where_description(view),
             [](ZoneRow zone) { return where_word(*zone); });
    rows.add("batas_berubah", integer, "", view.say("Batas berubah", "Border moved"),
             view.say("1 jika bentuk wilayah berbeda", "1 where the zone's shape differs"),
             [](ZoneRow zone) { return static_cast<std::int64_t>(zone->border_moved); });
}

// Detail: a zone and, unless it is the zone as a whole, a hazard and a part of it.
struct DetailRow {
    const ComparedZone* zone;
    const HazardPartNames* hazard;    // none: the whole zone
    const ComparedHazard* figures;    // none: the whole zone
    std::optional<std::size_t> part;  // none: all classes together

    [[nodiscard]] const ComparedFigures& compared() const {
        return figures == nullptr ? zone->whole : part ? figures->parts[*part] : figures->exposed;
    }
};

std::vector<DetailRow> detail_rows(const Comparison& comparison) {
    std::vector<DetailRow> rows;
    for (const ComparedZone& zone : comparison.zones) {
        rows.push_back({&zone, nullptr, nullptr, {}});
        for (std::size_t h = 0; h < zone.hazards.size(); ++h) {
            rows.push_back({&zone, &comparison.hazards[h], &zone.hazards[h], {}});
            for (std::size_t p = 0; p < zone.hazards[h].parts.size(); ++p) {
                rows.push_back({&zone, &comparison.hazards[h], &zone.hazards[h], p});
            }
        }
    }
    return rows;
}

std::string what_word(RecordChange::What what) {
    switch (what) {
        case RecordChange::What::input:
            return "masukan";
        case RecordChange::What::setting:
            return "pengaturan";
        case RecordChange::What::version:
            break;
    }
    return "program";
}

std::string causes_description(const ComparisonView& view) {
    return view.say("Perubahan yang dapat menjelaskan selisih; kosong jika tidak ada selisih atau tidak terjelaskan",
                    "Changes that can explain the difference; empty where there is none or it is not explained");
}

}  // namespace

std::string causes_text(const Causes& causes, Language language) {
    const bool id = language == Language::id;
    std::string text;
    for (const Cause cause : causes) {
        text += text.empty() ? "" : " + ";
        switch (cause) {
            case Cause::border:
                text += id ? "batas" : "border";
                break;
            case Cause::population:
                text += id ? "penduduk" : "population";
                break;
            case Cause::hazard:
                text += id ? "bahaya" : "hazard";
                break;
            case Cause::method:
                text += id ? "metode" : "method";
                break;
            case Cause::program:
                text += id ? "versi program" : "program version";
                break;
            case Cause::none:
                break;
        }
    }
    return text;
}

Table zone_changes_table(const ComparisonView& view) {
    const Comparison& comparison = view.comparison;
    Table table{"selisih",
                view.say("Selisih dua hasil menurut wilayah", "Difference of two results by zone"),
                view.say("Satu baris untuk setiap wilayah hasil A atau B", "One row for every zone of result A or B"),
                {},
                {},
                0};
    std::vector<ZoneRow> zones;
    for (const ComparedZone& zone : comparison.zones) zones.push_back(&zone);
    Rows<ZoneRow> rows(table, std::move(zones));
    const std::string people = view.say("jiwa", "people");
    add_identity(view, rows);
    rows.add_pair(view, "luas_wilayah", "ha", view.say("Luas wilayah", "Area"),
                  [](ZoneRow zone) { return zone->whole.ha; });
    rows.add_pair(view, "penduduk", people, view.say("Penduduk", "Population"),
                  [](ZoneRow zone) { return zone->whole.people; });
    rows.add_pair(view, "jiwa_bahaya", people,
                  view.say("Jiwa terpapar, bahaya apa pun", "People exposed to any hazard"),
                  [](ZoneRow zone) { return zone->people_any_hazard; });
    const auto add_word = [&](const std::string& column, const std::string& title, auto figure) {
        const ChangeLimits limits = change_limits(largest_change(comparison, figure));
        rows.add(
            column, ColumnType::text, "", title,
            view.say("Kelas perubahan jiwa terpapar, untuk peta", "Class of the change in exposed people, for the map"),
            [limits, figure](ZoneRow zone) { return change_word(*zone, figure(*zone), limits); });
    };
    add_word("perubahan", view.say("Perubahan", "Change"),
             [](const ComparedZone& zone) -> const FigurePair& { return zone.people_any_hazard; });
    for (std::size_t h = 0; h < comparison.hazards.size(); ++h) {
        const std::string& id = comparison.hazards[h].id;
        rows.add_pair(view, id + "_jiwa", people, id + view.say(": jiwa terpapar", ": people exposed"),
                      [h](ZoneRow zone) { return zone->hazards[h].exposed.people; });
        rows.add_pair(view, id + "_ha", "ha", id + view.say(": luas bahaya", ": area of hazard"),
                      [h](ZoneRow zone) { return zone->hazards[h].exposed.ha; });
        add_word(id + "_perubahan", id + view.say(": perubahan", ": change"),
                 [h](const ComparedZone& zone) -> const FigurePair& { return zone.hazards[h].exposed.people; });
        rows.add(
            id + "_sebab", ColumnType::text, "", id + view.say(": sebab", ": cause"), causes_description(view),
            [h, language = view.language](ZoneRow zone) { return causes_text(zone->hazards[h].causes, language); });
    }
    return table;
}

Table detailed_changes_table(const ComparisonView& view) {
    Table table{"selisih_rinci",
                view.say("Selisih dua hasil menurut wilayah, bahaya dan kelas",
                         "Difference of two results by zone, hazard and class"),
                view.say("Satu baris untuk setiap wilayah, lalu untuk setiap bahaya dan kelasnya",
                         "One row for every zone, then for every hazard and class of it"),
                {},
                {},
                0};
    Rows<DetailRow> rows(table, detail_rows(view.comparison));
    using enum ColumnType;
    rows.add("kode", text, "", view.say("Kode wilayah", "Zone code"), view.say("Kode wilayah", "The zone's code"),
             [](const DetailRow& row) { return row.zone->code; });
    rows.add("nama", text, "", view.say("Nama wilayah", "Zone name"), view.say("Nama wilayah", "The zone's name"),
             [](const DetailRow& row) { return row.zone->name; });
    rows.add("keadaan", text, "", view.say("Keadaan", "State"), where_description(view),
             [](const DetailRow& row) { return where_word(*row.zone); });
    rows.add("bahaya", text, "", view.say("Bahaya", "Hazard"),
             view.say("Id bahaya; kosong untuk seluruh wilayah", "The hazard's id; empty for the whole zone"),
             [](const DetailRow& row) { return row.hazard == nullptr ? Value() : Value(row.hazard->id); });
    rows.add("kelas", text, "", view.say("Kelas", "Class"),
             view.say("Nama kelas, 'nihil' atau 'tanpa_data'; kosong untuk semua kelas bersama",
                      "The class's label, 'nihil' or 'tanpa_data'; empty for all classes together"),
             [](const DetailRow& row) { return row.part ? Value(row.hazard->parts[*row.part]) : Value(); });
    rows.add_pair(view, "jiwa", view.say("jiwa", "people"), view.say("Penduduk", "People"),
                  [](const DetailRow& row) { return row.compared().people; });
    rows.add_pair(view, "luas_ha", "ha", view.say("Luas", "Area"),
                  [](const DetailRow& row) { return row.compared().ha; });
    rows.add("sebab", text, "", view.say("Sebab", "Cause"), causes_description(view),
             [language = view.language](const DetailRow& row) {
                 return row.figures != nullptr && row.compared().differs()
                            ? Value(causes_text(row.figures->causes, language))
                            : Value();
             });
    return table;
}

Table record_changes_table(const ComparisonView& view) {
    Table table{
        "perubahan_catatan",
        view.say("Perubahan masukan dan pengaturan", "Changed inputs and settings"),
        view.say("Apa yang berbeda antara catatan kedua hasil", "What differs between the records of the two results"),
        {},
        {},
        0};
    Rows<RecordChange> rows(table, view.comparison.changes);
    using enum ColumnType;
    rows.add("jenis", text, "", view.say("Jenis", "Kind"),
             view.say("masukan, pengaturan atau program", "masukan (input), pengaturan (setting) or program"),
             [](const RecordChange& change) { return what_word(change.what); });
    rows.add("kunci", text, "", view.say("Kunci", "Key"),
             view.say("Peran masukan, kunci pengaturan atau nama program",
                      "Role of the input, key of the setting or name of the program"),
             [](const RecordChange& change) { return change.key; });
    rows.add("a", text, "", "A", view.say("Dalam hasil A", "In result A"),
             [](const RecordChange& change) { return change.a; });
    rows.add("b", text, "", "B", view.say("Dalam hasil B", "In result B"),
             [](const RecordChange& change) { return change.b; });
    return table;
}

}  // namespace papar
