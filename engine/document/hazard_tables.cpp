#include "engine/document/hazard_tables.hpp"

#include "engine/document/index_columns.hpp"
#include "engine/document/report_cells.hpp"

#include <utility>

namespace papar {
namespace {

[[nodiscard]] IndexOf of_hazard(std::size_t hazard, std::optional<IndexFigures> HazardRisk::*index) {
    return [hazard, index](const AreaRow& row) { return row.risk->by_hazard[hazard].*index; };
}

[[nodiscard]] IndexOf of_component(std::size_t hazard, Component component) {
    return [hazard, component](const AreaRow& row) { return row.risk->by_hazard[hazard].component(component); };
}

[[nodiscard]] std::string class_heading(const ReportContext& context) {
    return context.say("Kelas", "Class");
}

}  // namespace

ReportTable hazard_area_table(ReportContext& context, std::size_t hazard) {
    const IndexOf index = of_hazard(hazard, &HazardRisk::hazard);
    const std::string of = context.hazard(hazard);
    std::vector<AreaColumn> columns = area_columns(context, context.say("Luas bahaya (ha)", "Hazard area (ha)"), index);
    columns.push_back(index_column(context, index));
    columns.push_back(class_column(class_heading(context), index));
    ReportTable table = area_table(context, columns);
    table.sheet =
        context.sheets.take(context.say("Luas bahaya", "Hazard area"), context.view.facts.hazards[hazard].title);
    table.caption = context.say("Potensi luas " + of, "Area of " + of) + context.per_row();
    table.paragraph =
        area_paragraph(context, table,
                       {0, "", context.say("Potensi luas " + of, "The area of " + of),
                        context.say("Tidak ada daerah " + of, "There is no area of " + of),
                        context.say("luas bahaya terbesar", "the largest hazard area"),
                        context.say("seluruh luas bahaya", "the whole hazard area"), table.columns.size() - 1});
    add_index_note(context, table);
    add_notes_of_unknown(context, hazard, {}, table);
    return table;
}

ReportTable environment_table(ReportContext& context, std::size_t hazard) {
    const IndexOf index = of_component(hazard, Component::environmental);
    const std::string of = context.hazard(hazard);
    const auto damage = [hazard](const AreaRow& row) {
        const auto& area = row.risk->by_hazard[hazard].environmental_loss;
        return area ? hectares_cell(total(*area)) : ReportCell();
    };
    ReportTable table = area_table(
        context, {{{context.say("Luas kerusakan (ha)", "Damaged area (ha)"), "", CellFormat::hectares, true}, damage},
                  index_column(context, index),
                  class_column(class_heading(context), index)});
    table.sheet =
        context.sheets.take(context.say("Lingkungan", "Environment"), context.view.facts.hazards[hazard].title);
    table.caption =
        context.say("Potensi kerusakan lingkungan akibat " + of, "Potential environmental damage by " + of) +
        context.per_row();
    const Topic topic{
        first_column,
        "ha",
        context.say("Potensi kerusakan lingkungan akibat " + of, "The potential environmental damage by " + of),
        context.say("Tidak ada potensi kerusakan lingkungan akibat " + of,
                    "There is no potential environmental damage by " + of),
        context.say("kerusakan lingkungan terluas", "the largest environmental damage"),
        context.say("seluruh kerusakan lingkungan", "all environmental damage"),
        first_column + 2};
    table.paragraph = paragraph({total_sentences(context, table, topic), leader_sentence(context, table, topic)});
    add_index_note(context, table);
    add_notes_of_unknown(context, hazard, {"environmental"}, table);
    return table;
}

ReportTable vulnerability_table(ReportContext& context, std::size_t hazard) {
    const std::string of = context.hazard(hazard);
    const std::string group = class_heading(context);
    std::vector<AreaColumn> columns{
        class_column(context.say("Penduduk terpapar", "Exposed people"), of_component(hazard, Component::social)),
        class_column(context.say("Kerugian", "Loss"), of_hazard(hazard, &HazardRisk::loss)),
        class_column(context.say("Kerusakan lingkungan", "Environmental damage"),
                     of_component(hazard, Component::environmental)),
        class_column(context.say("Kerentanan", "Vulnerability"), of_hazard(hazard, &HazardRisk::vulnerability))};
    for (AreaColumn& column : columns) column.column.group = group;
    ReportTable table = area_table(context, columns);
    table.sheet =
        context.sheets.take(context.say("Kerentanan", "Vulnerability"), context.view.facts.hazards[hazard].title);
    table.caption = context.say("Kelas kerentanan " + of, "Vulnerability class for " + of) + context.per_row();

    const std::vector<ReportCell>& total = table.total;
    std::string sentence =
        context.say("Kelas kerentanan " + of + " di ", "The vulnerability class for " + of + " in ") + context.region;
    const std::vector<std::string> names = {
        context.say("kelas penduduk terpapar ", "exposed people in class "),
        context.say("kelas kerugian ", "loss in class "),
        context.say("kelas kerusakan lingkungan ", "environmental damage in class ")};
    std::vector<std::string> parts;
    for (std::size_t i = 0; i < names.size(); ++i) {
        const ReportCell& cell = total[first_column + i];
        if (is_known(cell)) parts.push_back(names[i] + class_in_text(context, cell));
    }
    const ReportCell& whole = total[first_column + 3];
    sentence += is_known(whole) ? context.say(" adalah ", " is ") + class_in_text(context, whole)
                                : context.say(" tidak diketahui", " is not known");
    if (!parts.empty()) sentence += context.say(", dengan ", ", with ") + joined(parts, context.language());
    table.paragraph =
        paragraph({sentence + ".", class_sentence(context, table, first_column + 3,
                                                  context.say("kelas kerentanan", "vulnerability class"))});
    add_notes_of_unknown(context, hazard, {"vulnerability", "social", "physical", "economic", "environmental"}, table);
    return table;
}

ReportTable risk_area_table(ReportContext& context, std::size_t hazard) {
    const IndexOf index = of_hazard(hazard, &HazardRisk::risk);
    const std::string of = inside_sentence(context.view.facts.hazards[hazard].title);
    std::vector<AreaColumn> columns = area_columns(context, context.say("Luas risiko (ha)", "Risk area (ha)"), index);
    columns.push_back(class_column(context.say("Kelas risiko", "Risk class"), index));
    ReportTable table = area_table(context, columns);
    table.sheet = context.sheets.take(context.say("Risiko", "Risk"), context.view.facts.hazards[hazard].title);
    table.caption = context.say("Luas dan kelas risiko bencana " + of, "Area and class of disaster risk, " + of) +
                    context.per_row();
    const Topic topic{0,
                      "",
                      context.say("Luas risiko bencana " + of, "The area at risk of " + of),
                      context.say("Tidak ada daerah berisiko bencana " + of, "There is no area at risk of " + of),
                      context.say("luas risiko terbesar", "the largest area at risk"),
                      context.say("seluruh luas risiko", "the whole area at risk"),
                      table.columns.size() - 1};
    table.paragraph =
        paragraph({area_paragraph(context, table, topic),
                   class_sentence(context, table, *topic.class_column, context.say("kelas risiko", "risk class"))});
    add_notes_of_unknown(context, hazard, {"risk", "vulnerability", "capacity"}, table);
    return table;
}

}  // namespace papar
