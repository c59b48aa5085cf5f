#include "engine/document/matrix_tables.hpp"

#include "engine/document/hazard_tables.hpp"
#include "engine/document/report_cells.hpp"
#include "engine/document/report_levels.hpp"

#include <string>
#include <utility>

namespace papar {
namespace {

using Row = std::vector<ReportCell>;

[[nodiscard]] ReportCell loss_cell(const std::optional<ByClass<Amount>>& loss) {
    return loss ? million_cell(total(*loss)) : ReportCell();
}

void add_area_columns(const ReportContext& context, const std::string& group, std::vector<ReportColumn>& columns) {
    for (int single = 1; single <= static_cast<int>(risk_classes); ++single) {
        columns.push_back({class_word(single, context.language()), group, CellFormat::hectares});
    }
    columns.push_back({"TOTAL", group, CellFormat::hectares});
    columns.push_back({context.say("KELAS", "CLASS"), group, CellFormat::class_of});
}

// Those after the names of the areas.
void add_figure_columns(const ReportContext& context, std::vector<ReportColumn>& columns) {
    const std::string loss = context.say("POTENSI KERUGIAN (JUTA RUPIAH)", "POTENTIAL LOSS (MILLION RUPIAH)");
    add_area_columns(context, context.say("BAHAYA", "HAZARD"), columns);
    columns.push_back(
        {context.say("POTENSI PENDUDUK TERPAPAR (JIWA)", "POTENTIALLY EXPOSED PEOPLE"), "", CellFormat::people});
    columns.push_back({context.say("FISIK", "PHYSICAL"), loss, CellFormat::million});
    columns.push_back({context.say("KELAS FISIK", "PHYSICAL CLASS"), loss, CellFormat::class_of});
    columns.push_back({context.say("EKONOMI", "ECONOMIC"), loss, CellFormat::million});
    columns.push_back({context.say("KELAS EKONOMI", "ECONOMIC CLASS"), loss, CellFormat::class_of});
    columns.push_back({"TOTAL", loss, CellFormat::million});
    columns.push_back({context.say("KELAS KERUGIAN", "LOSS CLASS"), "", CellFormat::class_of});
    columns.push_back({context.say("KELAS KERENTANAN", "VULNERABILITY CLASS"), "", CellFormat::class_of});
    columns.push_back({context.say("KELAS KAPASITAS", "CAPACITY CLASS"), "", CellFormat::capacity});
    add_area_columns(context, context.say("RISIKO", "RISK"), columns);
}

void add_areas(const std::optional<IndexFigures>& index, Row& row) {
    for (std::size_t i = 0; i < risk_classes; ++i) row.push_back(area_cell(index, i));
    row.push_back(total_area_cell(index));
    row.push_back(class_cell(index));
}

void add_figures(const AreaRow& area, std::size_t index, const KnownLosses& known, Row& row) {
    const HazardRisk& hazard = area.risk->by_hazard[index];
    add_areas(hazard.hazard, row);
    row.push_back(people_cell(exposed_people(*area.exposure, index)));
    row.push_back(loss_cell(hazard.physical_loss));
    row.push_back(class_cell(hazard.component(Component::physical)));
    row.push_back(loss_cell(hazard.economic_loss));
    row.push_back(class_cell(hazard.component(Component::economic)));
    row.push_back(total_loss_cell(known, hazard));
    row.push_back(class_cell(hazard.loss));
    row.push_back(class_cell(hazard.vulnerability));
    row.push_back(class_cell(area.risk->capacity.single_class));
    add_areas(hazard.risk, row);
}

// All hazards together; losses and vulnerability are of single hazards and have no value here.
[[nodiscard]] Row multi_row(const ReportContext& context) {
    const RiskFigures& risk = *context.all.risk;
    Row row{"MULTI"};
    add_areas(highest_hazard(risk), row);
    row.push_back(people_cell(exposed_to_any(*context.all.exposure)));
    constexpr std::size_t of_loss_and_vulnerability = 7;
    row.resize(row.size() + of_loss_and_vulnerability);
    row.push_back(class_cell(risk.capacity.single_class));
    add_areas(risk.multi.risk, row);
    return row;
}

// `names` gives the cells between the hazard and the figures.
template <typename Names>
[[nodiscard]] ReportTable matrix(const ReportContext& context, const std::string& sheet,
                                 const std::vector<std::string>& name_headings, const std::vector<AreaRow>& areas,
                                 const Names& names) {
    ReportTable table;
    table.sheet = sheet;
    table.caption = context.say("Matriks kajian risiko bencana ", "Disaster risk assessment matrix, ") + context.region;
    table.columns = {{context.say("JENIS BAHAYA", "HAZARD TYPE"), ""}};
    for (const std::string& heading : name_headings) table.columns.push_back({heading, ""});
    add_figure_columns(context, table.columns);
    for (std::size_t hazard = 0; hazard < context.view.facts.hazards.size(); ++hazard) {
        const KnownLosses known = known_losses(context, hazard);
        for (std::size_t area = 0; area < areas.size(); ++area) {
            Row& row = table.rows.emplace_back();
            row.emplace_back(upper_case(context.view.facts.hazards[hazard].title));
            for (ReportCell& name : names(area)) row.push_back(std::move(name));
            add_figures(areas[area], hazard, known, row);
        }
    }
    return table;
}

}  // namespace

std::vector<ReportTable> matrix_tables(const ReportContext& context) {
    std::vector<ReportTable> sheets;
    const std::string rows = upper_case(context.row_title);
    const ZoneLayer& layer = context.view.layer;
    if (const std::optional<std::size_t> level = table_level(layer)) {
        const ZoneLevel& above = layer.levels[*level];
        sheets.push_back(
            matrix(context, "DESA", {rows, upper_case(context.zone_title)}, context.zones, [&](std::size_t zone) {
                const auto area = above.area_of_zone[zone];
                return Row{area ? ReportCell(context.rows[*area].name) : ReportCell(), context.zones[zone].name};
            }));
    }
    sheets.push_back(matrix(context, "KECAMATAN", {rows}, context.rows,
                            [&](std::size_t row) { return Row{context.rows[row].name}; }));
    sheets.push_back(matrix(context, "KABUPATEN", {}, {context.all}, [](std::size_t) { return Row(); }));
    sheets.back().rows.push_back(multi_row(context));
    return sheets;
}

}  // namespace papar
