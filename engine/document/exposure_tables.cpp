#include "engine/document/exposure_tables.hpp"

#include "engine/document/index_columns.hpp"
#include "engine/document/number_text.hpp"
#include "engine/document/report_cells.hpp"
#include "engine/document/report_sentences.hpp"

#include <fmt/format.h>

#include <algorithm>

namespace papar {
namespace {

// A layer as the tables show it: rupiah in millions, as losses are.
struct ShownUnit {
    std::string word;
    double per_unit = 1;

    [[nodiscard]] ReportCell cell(Amount amount) const { return amount_cell(amount.value() / per_unit); }
    [[nodiscard]] std::string text(const ReportContext& context, const ReportCell& cell) const {
        return figure_text(context, cell, CellFormat::amount, word);
    }
};

[[nodiscard]] ShownUnit unit_of(const ReportContext& context, const ExposureFacts& layer) {
    constexpr double rupiah_per_million = 1e6;
    if (layer.unit != "Rp") return {layer.unit, layer.per_unit};
    return {context.say("juta rupiah", "million rupiah"), layer.per_unit * rupiah_per_million};
}

// What a layer has in each class of the hazard, in all of them, and in the whole area.
struct LayerCells {
    std::vector<ReportCell> classes;
    ReportCell exposed;
    ReportCell whole;

    void add_to(std::vector<ReportCell>& row) const {
        row.insert(row.end(), classes.begin(), classes.end());
        row.push_back(exposed);
        row.push_back(whole);
    }
};

[[nodiscard]] LayerCells layer_cells(const RiskFigures& area, std::size_t layer, std::size_t hazard,
                                     const ShownUnit& unit) {
    const bool known = area.by_hazard[hazard].hazard.has_value();
    const ByClass<Amount>& classes = area.exposures[layer].by_hazard[hazard];
    LayerCells cells;
    for (const Amount amount : classes) cells.classes.push_back(known ? unit.cell(amount) : ReportCell());
    cells.exposed = known ? unit.cell(total(classes)) : ReportCell();
    cells.whole = unit.cell(area.exposures[layer].total);
    return cells;
}

void add_columns(const ReportContext& context, ReportTable& table) {
    const std::string group = context.say("Di daerah bahaya", "In the hazard area");
    for (int single = 1; single <= static_cast<int>(risk_classes); ++single) {
        table.columns.push_back({class_title(context, single), group, CellFormat::amount});
    }
    table.columns.push_back({"Total", group, CellFormat::amount});
    table.columns.push_back({context.say("Seluruh wilayah", "Whole area"), "", CellFormat::amount});
}

[[nodiscard]] std::string layer_sentence(const ReportContext& context, const std::string& name, const ShownUnit& unit,
                                         const LayerCells& cells, const std::string& hazard) {
    const std::string place = context.say(" di daerah ", " in the area of ") + hazard;
    if (!is_known(cells.exposed)) return name + place + context.say(" tidak diketahui.", " is not known.");
    if (number_in(cells.exposed) == 0) {
        return context.say("Tidak ada ", "There is no ") + inside_sentence(name) + place + ".";
    }
    const std::string percent =
        number_text(100 * number_in(cells.exposed) / number_in(cells.whole), 1, context.language());
    const std::string whole = unit.text(context, cells.whole);
    return name + place + context.say(" mencapai ", " amounts to ") + unit.text(context, cells.exposed) +
           context.say(" atau " + percent + "% dari seluruhnya (" + whole + ").",
                       " or " + percent + "% of the whole (" + whole + ").");
}

// Where most of a layer is exposed; empty where nothing is, or nobody knows. Zones outside all areas do not compete.
[[nodiscard]] std::string most_exposed(const ReportContext& context, const std::string& name, const ShownUnit& unit,
                                       const std::vector<ReportCell>& exposed) {
    std::vector<std::string> leaders;
    ReportCell most;
    for (std::size_t row = 0; row < exposed.size(); ++row) {
        if (number_in(exposed[row]) <= 0 || context.rows[row].outside) continue;
        if (number_in(exposed[row]) > number_in(most)) leaders.clear();
        if (leaders.empty()) most = exposed[row];
        if (number_in(exposed[row]) == number_in(most)) leaders.push_back(context.rows[row].in_text);
    }
    if (leaders.empty()) return "";
    const bool one = leaders.size() == 1;
    const std::string where = leaders.size() <= most_names ? joined(leaders, context.language())
                                                           : fmt::format("{} {}", leaders.size(), context.row_word());
    return context.say("Paparan " + inside_sentence(name) + " tertinggi terdapat di " + where +
                           (one ? ", yaitu " : ", masing-masing "),
                       "The exposure of " + inside_sentence(name) + " is highest in " + where +
                           (one ? ", with " : ", each with ")) +
           unit.text(context, most) + ".";
}

}  // namespace

ReportTable exposure_layers_table(ReportContext& context, std::size_t hazard) {
    ReportTable table;
    const std::string of = context.hazard(hazard);
    table.sheet = context.sheets.take(context.say("Paparan", "Exposure"), context.view.facts.hazards[hazard].title);
    table.caption =
        context.say("Paparan menurut kelas " + of + " di ", "Exposure by class of " + of + " in ") + context.region;
    table.columns = {
        {"No", "", CellFormat::ordinal}, {context.say("Lapisan", "Layer"), ""}, {context.say("Satuan", "Unit"), ""}};
    add_columns(context, table);
    std::vector<std::string> sentences;
    for (std::size_t i = 0; i < context.risk.exposures.size(); ++i) {
        const ExposureFacts& layer = context.risk.exposures[i];
        const ShownUnit unit = unit_of(context, layer);
        const LayerCells cells = layer_cells(context.risk.all, i, hazard, unit);
        std::vector<ReportCell>& row = table.rows.emplace_back();
        row = {static_cast<double>(i + 1), layer.title, unit.word};
        cells.add_to(row);
        sentences.push_back(layer_sentence(context, layer.title, unit, cells, of));
    }
    table.paragraph = paragraph(sentences);
    add_notes_of_unknown(context, hazard, {}, table);
    return table;
}

ReportTable exposure_by_area_table(ReportContext& context, std::size_t hazard) {
    ReportTable table;
    const std::string of = context.hazard(hazard);
    table.sheet = context.sheets.take(context.say("Rincian paparan", "Exposure by area"),
                                      context.view.facts.hazards[hazard].title);
    table.caption = context.say("Paparan menurut kelas " + of + " per ", "Exposure by class of " + of + " by ") +
                    context.row_word();
    table.columns = {{"No", "", CellFormat::ordinal},
                     {context.say("Lapisan", "Layer"), ""},
                     {context.row_title, ""},
                     {context.say("Satuan", "Unit"), ""}};
    add_columns(context, table);
    std::vector<std::string> sentences;
    for (std::size_t i = 0; i < context.risk.exposures.size(); ++i) {
        const ExposureFacts& layer = context.risk.exposures[i];
        const ShownUnit unit = unit_of(context, layer);
        std::vector<ReportCell> exposed;
        for (const AreaRow& area : context.rows) {
            const LayerCells cells = layer_cells(*area.risk, i, hazard, unit);
            std::vector<ReportCell>& row = table.rows.emplace_back();
            row = {static_cast<double>(table.rows.size()), layer.title, area.name, unit.word};
            cells.add_to(row);
            exposed.push_back(cells.exposed);
        }
        sentences.push_back(most_exposed(context, layer.title, unit, exposed));
    }
    table.paragraph = paragraph(sentences);
    if (table.paragraph.empty()) {
        table.paragraph = context.say("Tidak ada paparan yang diketahui di daerah " + of + ".",
                                      "No exposure is known in the area of " + of + ".");
    }
    add_notes_of_unknown(context, hazard, {}, table);
    return table;
}

}  // namespace papar
