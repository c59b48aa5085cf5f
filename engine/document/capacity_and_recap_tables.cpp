#include "engine/document/index_columns.hpp"
#include "engine/document/multi_hazard_tables.hpp"
#include "engine/document/report_cells.hpp"

#include <algorithm>

namespace papar {
namespace {

// The two columns of one part of capacity.
void add_part(const ReportContext& context, const std::string& group, std::optional<double> CapacityFigures::*index,
              std::optional<int> CapacityFigures::*single_class, std::vector<AreaColumn>& columns) {
    columns.push_back({{context.say("Indeks", "Index"), group, CellFormat::index, false},
                       [index](const AreaRow& row) { return index_cell(row.risk->capacity.*index); }});
    columns.push_back({{context.say("Kelas", "Class"), group, CellFormat::capacity, false},
                       [single_class](const AreaRow& row) { return class_cell(row.risk->capacity.*single_class); }});
}

constexpr std::size_t ikd = first_column;
constexpr std::size_t ikm = first_column + 2;
constexpr std::size_t both = first_column + 4;

[[nodiscard]] std::string capacity_of_region(const ReportContext& context, const ReportTable& table) {
    const std::vector<ReportCell>& total = table.total;
    std::string sentence = context.say("Indeks kapasitas ", "The capacity index of ") + context.region;
    if (!is_known(total[both])) return sentence + context.say(" tidak diketahui.", " is not known.");
    sentence += context.say(" adalah ", " is ") + figure_text(context, total[both], CellFormat::index, "");
    if (is_known(total[both + 1])) {
        const std::string word = class_in_text(context, total[both + 1]);
        sentence += context.say(" dan berada pada kelas " + word, ", in the " + word + " class");
    }
    const std::string parts =
        parts_text(context, table, "",
                   {{ikd, context.say("indeks ketahanan daerah", "regional resilience index"), ""},
                    {ikm, context.say("indeks kesiapsiagaan masyarakat", "community preparedness index"), ""}});
    if (!parts.empty()) sentence += context.say(", dengan ", ", with ") + parts;
    return sentence + ".";
}

// Which areas have least; none where there is one area only, or all are equal.
[[nodiscard]] std::string least_capacity(const ReportContext& context, const ReportTable& table) {
    std::vector<std::string> names;
    std::string least;
    double lowest = 2;  // an index is at most 1
    std::size_t known = 0;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        const ReportCell& cell = table.rows[row][both];
        if (!is_known(cell) || context.rows[row].outside) continue;
        ++known;
        const std::string text = printed(cell, CellFormat::index, context.language());
        if (text == least) {
            names.push_back(context.rows[row].in_text);
        } else if (number_in(cell) < lowest) {
            names = {context.rows[row].in_text};
            least = text;
            lowest = number_in(cell);
        }
    }
    if (names.empty() || names.size() == known || names.size() > 3) return "";
    return context.say("Kapasitas terendah terdapat di ", "Capacity is lowest in ") +
           joined(names, context.language()) + " (" + least + ").";
}

// One row of the recap: whose classes, and their cells.
[[nodiscard]] std::vector<ReportCell> recap_row(const ReportTable& table, const std::string& name,
                                                const ReportCell& hazard, const ReportCell& vulnerability,
                                                const ReportCell& capacity, const ReportCell& risk) {
    return {static_cast<double>(table.rows.size() + 1), name, hazard, vulnerability, capacity, risk};
}

constexpr std::size_t recap_risk = first_column + 3;

[[nodiscard]] std::string recap_paragraph(const ReportContext& context, const ReportTable& table) {
    const std::vector<HazardFacts>& hazards = context.view.facts.hazards;
    double highest = 0;
    for (std::size_t i = 0; i < hazards.size(); ++i) {
        highest = std::max(highest, number_in(table.rows[i][recap_risk]));
    }
    std::vector<std::string> leaders;
    std::vector<std::string> unknown;
    for (std::size_t i = 0; i < hazards.size(); ++i) {
        const ReportCell& cell = table.rows[i][recap_risk];
        const std::string name = inside_sentence(hazards[i].title);
        if (!is_known(cell)) unknown.push_back(name);
        if (is_known(cell) && number_in(cell) == highest) leaders.push_back(name);
    }
    std::string most;
    if (!leaders.empty()) {
        const std::string word = class_in_text(context, highest);
        const std::string names = joined(leaders, context.language());
        most = context.say(
            "Kelas risiko bencana tertinggi di " + context.region + " adalah " + word + ", yaitu untuk " + names + ".",
            "The highest class of disaster risk in " + context.region + " is " + word + ", for " + names + ".");
    }
    std::string rest;
    if (leaders.empty()) {
        rest = context.say("Kelas risiko bencana di " + context.region + " tidak diketahui untuk semua bahaya.",
                           "The class of disaster risk in " + context.region + " is not known for any hazard.");
    } else if (!unknown.empty()) {
        rest = context.say("Kelas risiko tidak diketahui untuk ", "The risk class is not known for ") +
               joined(unknown, context.language()) + ".";
    }
    return paragraph({most, rest});
}

}  // namespace

ReportTable capacity_table(ReportContext& context) {
    std::vector<AreaColumn> columns;
    add_part(context, context.say("Ketahanan daerah", "Regional resilience"), &CapacityFigures::ikd,
             &CapacityFigures::ikd_class, columns);
    add_part(context, context.say("Kesiapsiagaan masyarakat", "Community preparedness"), &CapacityFigures::ikm,
             &CapacityFigures::ikm_class, columns);
    add_part(context, context.say("Kapasitas", "Capacity"), &CapacityFigures::index, &CapacityFigures::single_class,
             columns);
    ReportTable table = area_table(context, columns);
    table.sheet = context.sheets.take(context.say("Kapasitas", "Capacity"));
    table.caption =
        context.say("Kapasitas menghadapi bencana per ", "Capacity to face disasters by ") + context.row_word();
    table.paragraph =
        paragraph({capacity_of_region(context, table),
                   class_sentence(context, table, both + 1, context.say("kelas kapasitas", "capacity class")),
                   least_capacity(context, table)});
    add_notes_of_unknown(context, std::nullopt, {"capacity", "ikd", "ikm", "IKD", "IKM"}, table);
    return table;
}

ReportTable recap_table(ReportContext& context) {
    ReportTable table;
    table.sheet = context.sheets.take(context.say("Rekapitulasi", "Recap"));
    table.caption = context.say("Kelas bahaya, kerentanan, kapasitas, dan risiko bencana di ",
                                "Classes of hazard, vulnerability, capacity and disaster risk in ") +
                    context.region;
    const std::string group = context.say("Kelas", "Class");
    table.columns = {{"No", "", CellFormat::ordinal},
                     {context.say("Jenis bahaya", "Hazard"), "", CellFormat::text},
                     {context.say("Bahaya", "Hazard"), group, CellFormat::class_of},
                     {context.say("Kerentanan", "Vulnerability"), group, CellFormat::class_of},
                     {context.say("Kapasitas", "Capacity"), group, CellFormat::capacity},
                     {context.say("Risiko", "Risk"), group, CellFormat::class_of}};
    const RiskFigures& all = context.risk.all;
    const ReportCell capacity = class_cell(all.capacity.single_class);
    for (std::size_t i = 0; i < all.by_hazard.size(); ++i) {
        const HazardRisk& hazard = all.by_hazard[i];
        table.rows.push_back(recap_row(table, context.view.facts.hazards[i].title, class_cell(hazard.hazard),
                                       class_cell(hazard.vulnerability), capacity, class_cell(hazard.risk)));
    }
    table.rows.push_back(
        recap_row(table, "MULTI", class_cell(highest_hazard(all)), ReportCell(), capacity, class_cell(all.multi.risk)));
    table.notes.push_back(context.say(
        "MULTI: kelas bahaya dan kelas risiko tertinggi di setiap tempat; kerentanan dihitung per bahaya.",
        "MULTI: the highest hazard class and the highest risk class of each place; vulnerability is worked out by "
        "hazard."));
    table.paragraph = recap_paragraph(context, table);
    add_notes_of_unknown(context, std::nullopt, {"risk", "vulnerability", "capacity"}, table);
    return table;
}

}  // namespace papar
