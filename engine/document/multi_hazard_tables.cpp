#include "engine/document/multi_hazard_tables.hpp"

#include "engine/document/index_columns.hpp"
#include "engine/document/report_cells.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace papar {
namespace {

[[nodiscard]] std::string sheet_of(ReportContext& context, const std::string& indonesian, const std::string& english) {
    return context.sheets.take(context.say("Multibahaya " + indonesian, "Multi-hazard " + english));
}

[[nodiscard]] bool is_hazard_known(const HazardRisk& hazard) {
    return hazard.hazard.has_value();
}

// Where one hazard is not known, the others stand alone; a note says so.
void add_note_of_missing_hazards(const ReportContext& context, ReportTable& table) {
    const auto misses = [](const AreaRow& row) { return !std::ranges::all_of(row.risk->by_hazard, is_hazard_known); };
    if (std::ranges::none_of(context.rows, misses)) return;
    table.notes.push_back(context.say("Bahaya yang tidak berdata di suatu wilayah tidak ikut dihitung di wilayah itu.",
                                      "A hazard without data in an area is not counted there."));
}

[[nodiscard]] ReportTable people_table(ReportContext& context) {
    ReportTable table = area_table(
        context, {{{context.say("Terpapar sedikitnya satu bahaya (jiwa)", "Exposed to at least one hazard (people)"),
                    "", CellFormat::people, true},
                   [](const AreaRow& row) { return people_cell(exposed_to_any(*row.exposure)); }}});
    table.sheet = sheet_of(context, "penduduk", "people");
    table.caption = context.say("Penduduk terpapar sedikitnya satu bahaya", "People exposed to at least one hazard") +
                    context.per_row();
    const Topic topic{
        first_column,
        context.say("jiwa", "people"),
        context.say("Penduduk yang terpapar sedikitnya satu bahaya", "The population exposed to at least one hazard"),
        context.say("Tidak ada penduduk yang terpapar bahaya", "Nobody is exposed to any hazard"),
        context.say("penduduk terpapar terbanyak", "the most exposed people"),
        context.say("seluruh penduduk terpapar", "all exposed people")};
    table.paragraph = paragraph({total_sentences(context, table, topic),
                                 context.say("Setiap orang dihitung satu kali, berapa pun bahaya yang dihadapinya.",
                                             "Each person is counted once, however many hazards there are."),
                                 leader_sentence(context, table, topic)});
    add_notes_of_unknown(context, std::nullopt, {"people", "population"}, table);
    return table;
}

// Area by the class of one of the indices of all hazards together.
struct AreaWords {
    std::string sheet_id, sheet_en, group, caption, subject, nothing;
};
[[nodiscard]] ReportTable area_by_class(ReportContext& context, const AreaWords& words, const IndexOf& index,
                                        bool with_index) {
    std::vector<AreaColumn> columns = area_columns(context, words.group, index);
    if (with_index) columns.push_back(index_column(context, index));
    columns.push_back(class_column(context.say("Kelas", "Class"), index));
    ReportTable table = area_table(context, columns);
    table.sheet = sheet_of(context, words.sheet_id, words.sheet_en);
    table.caption = words.caption + context.per_row();
    table.paragraph =
        area_paragraph(context, table,
                       {0, "", words.subject, words.nothing, context.say("luas terbesar", "the largest area"),
                        context.say("seluruh luas itu", "the whole of it"), table.columns.size() - 1});
    if (with_index) add_index_note(context, table);
    add_notes_of_unknown(context, std::nullopt, {"multi", "risk"}, table);
    return table;
}

[[nodiscard]] ReportCell area_with_hazards(const AreaRow& row, std::size_t number) {
    if (!highest_hazard(*row.risk)) return {};
    const std::vector<ByClass<AreaM2>>& by_number = row.risk->multi.by_number;
    return hectares_cell(number <= by_number.size() ? total(by_number[number - 1]) : AreaM2());
}

[[nodiscard]] std::string hazards_text(const ReportContext& context, std::size_t number) {
    return context.say(fmt::format("{} bahaya", number), number == 1 ? "1 hazard" : fmt::format("{} hazards", number));
}

// The sentence of a table of areas whose total is nothing, or not known.
[[nodiscard]] std::string without_area(const ReportContext& context, const ReportTable& table) {
    return is_known(table.total.back())
               ? context.say("Tidak ada daerah bahaya di ", "There is no hazard area in ") + context.region + "."
               : context.say("Luas daerah bahaya di " + context.region + " tidak diketahui.",
                             "The hazard area in " + context.region + " is not known.");
}

[[nodiscard]] ReportTable number_table(ReportContext& context) {
    const std::size_t hazards = context.view.facts.hazards.size();
    const std::string group = context.say("Luas menurut jumlah bahaya (ha)", "Area by number of hazards (ha)");
    std::vector<AreaColumn> columns;
    for (std::size_t n = 1; n <= hazards; ++n) {
        columns.push_back({{hazards_text(context, n), group, CellFormat::hectares, true},
                           [n](const AreaRow& row) { return area_with_hazards(row, n); }});
    }
    columns.push_back({{"Total", group, CellFormat::hectares, true},
                       [](const AreaRow& row) { return total_area_cell(highest_hazard(*row.risk)); }});
    ReportTable table = area_table(context, columns);
    table.sheet = sheet_of(context, "jumlah", "number");
    table.caption = context.say("Luas menurut jumlah bahaya", "Area by number of hazards") + context.per_row();
    add_notes_of_unknown(context, std::nullopt, {"hazard"}, table);
    add_note_of_missing_hazards(context, table);
    if (number_in(table.total.back()) == 0) {
        table.paragraph = without_area(context, table);
        return table;
    }
    std::vector<Part> parts;
    for (std::size_t n = 1; n <= hazards; ++n) {
        parts.push_back({first_column + n - 1, "", context.say("dengan ", "with ") + hazards_text(context, n)});
    }
    table.paragraph = context.say("Daerah bahaya di ", "The hazard area in ") + context.region +
                      context.say(" terdiri atas ", " consists of ") + parts_text(context, table, "ha", parts) + ".";
    return table;
}

// All zones together: one row a number of hazards, by the highest class of each place.
[[nodiscard]] ReportTable number_by_class_table(ReportContext& context) {
    ReportTable table;
    table.sheet = sheet_of(context, "jumlah dan kelas", "number and class");
    table.caption = context.say("Luas menurut jumlah bahaya dan kelas bahaya tertinggi di ",
                                "Area by number of hazards and highest hazard class in ") +
                    context.region;
    const std::string group = context.say("Luas menurut kelas tertinggi (ha)", "Area by highest class (ha)");
    table.columns = {{"No", "", CellFormat::ordinal}, {context.say("Jumlah bahaya", "Number of hazards"), ""}};
    for (int single = 1; single <= static_cast<int>(risk_classes); ++single) {
        table.columns.push_back({class_title(context, single), group, CellFormat::hectares, true});
    }
    table.columns.push_back({"Total", group, CellFormat::hectares, true});
    const std::optional<IndexFigures> all = highest_hazard(context.risk.all);
    const std::vector<ByClass<AreaM2>>& by_number = context.risk.all.multi.by_number;
    for (std::size_t i = 0; i < by_number.size(); ++i) {
        table.rows.push_back({static_cast<double>(i + 1), hazards_text(context, i + 1)});
        const auto cell = [&](AreaM2 area) { return all ? hectares_cell(area) : ReportCell(); };
        for (const AreaM2 area : by_number[i]) table.rows.back().push_back(cell(area));
        table.rows.back().push_back(cell(total(by_number[i])));
    }
    table.total = {std::string(), context.all.name};
    for (std::size_t i = 0; i < risk_classes; ++i) table.total.push_back(area_cell(all, i));
    table.total.push_back(total_area_cell(all));

    std::size_t most = 0;  // hazards in one place
    for (std::size_t i = 0; i < by_number.size(); ++i) {
        if (number_in(table.rows[i].back()) > 0) most = i;
    }
    if (number_in(table.total.back()) > 0) {
        const std::string figure = figure_text(context, table.rows[most].back(), CellFormat::hectares, "ha");
        table.paragraph = context.say(fmt::format("Jumlah bahaya terbanyak di satu tempat di {} adalah {}, yaitu di "
                                                  "daerah seluas {}.",
                                                  context.region, most + 1, figure),
                                      fmt::format("The largest number of hazards in one place in {} is {}, in an area "
                                                  "of {}.",
                                                  context.region, most + 1, figure));
    } else {
        table.paragraph = without_area(context, table);
    }
    return table;
}

}  // namespace

std::vector<ReportTable> multi_hazard_tables(ReportContext& context) {
    std::vector<ReportTable> tables;
    tables.push_back(people_table(context));
    tables.push_back(area_by_class(
        context,
        {"luas", "area", context.say("Luas menurut kelas tertinggi (ha)", "Area by highest class (ha)"),
         context.say("Luas menurut kelas bahaya tertinggi", "Area by highest hazard class"),
         context.say("Luas daerah dengan sedikitnya satu bahaya", "The area with at least one hazard"),
         context.say("Tidak ada daerah bahaya", "There is no hazard area")},
        [](const AreaRow& row) { return highest_hazard(*row.risk); }, false));
    add_note_of_missing_hazards(context, tables.back());
    tables.push_back(number_table(context));
    tables.push_back(number_by_class_table(context));
    const IndexOf weighted = [](const AreaRow& row) { return row.risk->multi.weighted; };
    const auto is_weighted = [&](const AreaRow& row) { return weighted(row).has_value(); };
    const bool any_weighted = is_weighted(context.all) || std::ranges::any_of(context.rows, is_weighted);
    if (any_weighted) {
        tables.push_back(area_by_class(
            context,
            {"indeks", "index", context.say("Luas multibahaya (ha)", "Multi-hazard area (ha)"),
             context.say("Luas menurut indeks multibahaya berbobot", "Area by the weighted multi-hazard index"),
             context.say("Luas multibahaya menurut indeks berbobot", "The multi-hazard area by the weighted index"),
             context.say("Tidak ada daerah multibahaya", "There is no multi-hazard area")},
            weighted, true));
    }
    tables.push_back(area_by_class(
        context,
        {"risiko", "risk", context.say("Luas menurut kelas risiko tertinggi (ha)", "Area by highest risk class (ha)"),
         context.say("Luas menurut kelas risiko tertinggi", "Area by highest risk class"),
         context.say("Luas daerah berisiko bencana", "The area at risk of disaster"),
         context.say("Tidak ada daerah berisiko bencana", "There is no area at risk of disaster")},
        [](const AreaRow& row) { return row.risk->multi.risk; }, false));
    return tables;
}

}  // namespace papar
