// Tables 2 and 3, whose columns depend on the study: its groups of people, and which losses are known.
#include "engine/document/hazard_tables.hpp"
#include "engine/document/index_columns.hpp"
#include "engine/document/report_cells.hpp"

#include <algorithm>

namespace papar {
namespace {

[[nodiscard]] std::optional<Amount> sum(const std::optional<ByClass<Amount>>& loss) {
    return loss ? std::optional(total(*loss)) : std::nullopt;
}

// Whether the number of houses is known of any row: how many people live in one is.
bool houses_known(const ReportContext& context, std::size_t hazard) {
    return std::ranges::any_of(context.rows,
                               [&](const AreaRow& row) { return row.risk->by_hazard[hazard].houses.has_value(); });
}

}  // namespace

KnownLosses known_losses(const ReportContext& context, std::size_t hazard) {
    KnownLosses known;
    const auto look_at = [&](const AreaRow& row) {
        known.physical = known.physical || row.risk->by_hazard[hazard].physical_loss.has_value();
        known.economic = known.economic || row.risk->by_hazard[hazard].economic_loss.has_value();
    };
    std::ranges::for_each(context.rows, look_at);
    look_at(context.all);
    return known;
}

ReportCell total_loss_cell(const KnownLosses& known, const HazardRisk& risk) {
    const std::optional<Amount> physical = sum(risk.physical_loss);
    const std::optional<Amount> economic = sum(risk.economic_loss);
    const bool missing = (known.physical && !physical) || (known.economic && !economic) || (!physical && !economic);
    return missing ? ReportCell() : million_cell(physical.value_or(Amount()) + economic.value_or(Amount()));
}

ReportTable exposed_people_table(ReportContext& context, std::size_t hazard) {
    const IndexOf index = [hazard](const AreaRow& row) {
        return row.risk->by_hazard[hazard].component(Component::social);
    };
    const std::string of = context.hazard(hazard);
    const std::vector<GroupInput>& groups = context.view.facts.groups;
    std::vector<AreaColumn> columns{
        {{context.say("Penduduk terpapar (jiwa)", "Exposed people"), "", CellFormat::people, true},
         [hazard](const AreaRow& row) { return people_cell(exposed_people(*row.exposure, hazard)); }}};
    for (std::size_t group = 0; group < groups.size(); ++group) {
        columns.push_back(
            {{groups[group].title, context.say("Kelompok rentan (jiwa)", "Vulnerable groups (people)"),
              CellFormat::people, true},
             [hazard, group](const AreaRow& row) { return people_cell(exposed_group(*row.exposure, hazard, group)); }});
    }
    if (houses_known(context, hazard)) {
        columns.push_back({{context.say("Rumah terpapar (unit)", "Exposed houses"), "", CellFormat::people, true},
                           [hazard](const AreaRow& row) {
                               const auto houses = sum(row.risk->by_hazard[hazard].houses);
                               return houses ? amount_cell(houses->value()) : ReportCell();
                           }});
    }
    columns.push_back(index_column(context, index));
    columns.push_back(class_column(context.say("Kelas", "Class"), index));
    ReportTable table = area_table(context, columns);
    table.sheet = context.sheets.take(context.say("Penduduk", "People"), context.view.facts.hazards[hazard].title);
    table.caption =
        context.say("Potensi penduduk terpapar " + of + " per ", "Population potentially exposed to " + of + " by ") +
        context.row_word();

    const Topic topic{first_column,
                      context.say("jiwa", "people"),
                      context.say("Potensi penduduk terpapar " + of, "The population potentially exposed to " + of),
                      context.say("Tidak ada penduduk yang terpapar " + of, "Nobody is exposed to " + of),
                      context.say("penduduk terpapar terbanyak", "the most exposed people"),
                      context.say("seluruh penduduk terpapar", "all exposed people"),
                      table.columns.size() - 1};
    std::vector<Part> parts;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        parts.push_back({first_column + 1 + group, inside_sentence(groups[group].title), ""});
    }
    std::string of_groups = parts_text(context, table, topic.unit, parts);
    if (number_in(table.total[first_column]) == 0) of_groups.clear();
    if (!of_groups.empty()) of_groups = context.say("Di antaranya termasuk ", "Among them are ") + of_groups + ".";
    table.paragraph =
        paragraph({total_sentences(context, table, topic), of_groups, leader_sentence(context, table, topic)});
    table.notes.push_back(
        context.say("Terpapar: berada di kelas bahaya mana pun.", "Exposed: in any class of the hazard."));
    add_index_note(context, table);
    add_notes_of_unknown(context, hazard, {"social", "population", "people"}, table);
    return table;
}

ReportTable loss_table(ReportContext& context, std::size_t hazard) {
    const IndexOf index = [hazard](const AreaRow& row) { return row.risk->by_hazard[hazard].loss; };
    const KnownLosses known = known_losses(context, hazard);
    const std::string of = context.hazard(hazard);
    const std::string group = context.say("Kerugian (juta rupiah)", "Loss (million rupiah)");
    const auto loss_of = [hazard](std::optional<ByClass<Amount>> HazardRisk::*loss) {
        return [hazard, loss](const AreaRow& row) { return million_cell(sum(row.risk->by_hazard[hazard].*loss)); };
    };
    ReportTable table = area_table(
        context,
        {{{context.say("Fisik", "Physical"), group, CellFormat::million, true}, loss_of(&HazardRisk::physical_loss)},
         {{context.say("Ekonomi", "Economic"), group, CellFormat::million, true}, loss_of(&HazardRisk::economic_loss)},
         {{"Total", group, CellFormat::million, true},
          [known, hazard](const AreaRow& row) { return total_loss_cell(known, row.risk->by_hazard[hazard]); }},
         index_column(context, index),
         class_column(context.say("Kelas", "Class"), index)});
    table.sheet = context.sheets.take(context.say("Kerugian", "Loss"), context.view.facts.hazards[hazard].title);
    table.caption =
        context.say("Potensi kerugian akibat " + of + " per ", "Potential loss by " + of + " by ") + context.row_word();

    const Topic topic{first_column + 2,
                      context.say("juta rupiah", "million rupiah"),
                      context.say("Potensi kerugian akibat " + of, "The potential loss by " + of),
                      context.say("Tidak ada potensi kerugian akibat " + of, "There is no potential loss by " + of),
                      context.say("kerugian terbesar", "the largest loss"),
                      context.say("seluruh kerugian", "the whole loss"),
                      first_column + 4};
    std::string parts;
    if (number_in(table.total[topic.column]) > 0) {
        parts = context.say("Jumlah itu terdiri atas ", "It consists of ") +
                parts_text(context, table, topic.unit,
                           {{first_column, context.say("kerugian fisik", "physical loss of"), ""},
                            {first_column + 1, context.say("kerugian ekonomi", "economic loss of"), ""}}) +
                ".";
    }
    table.paragraph =
        paragraph({total_sentences(context, table, topic), parts, leader_sentence(context, table, topic)});
    add_index_note(context, table);
    add_notes_of_unknown(context, hazard, {"physical", "economic", "loss"}, table);
    if (known.physical != known.economic) {
        table.notes.push_back(
            known.economic
                ? context.say("Total hanya memuat kerugian ekonomi.", "The total holds the economic loss only.")
                : context.say("Total hanya memuat kerugian fisik.", "The total holds the physical loss only."));
    }
    return table;
}

}  // namespace papar
