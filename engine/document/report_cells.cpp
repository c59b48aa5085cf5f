#include "engine/document/report_cells.hpp"

#include "engine/output/published_figures.hpp"

#include <algorithm>

namespace papar {

ReportCell people_cell(std::optional<People> people) {
    return people ? ReportCell(published_people(*people)) : ReportCell();
}

ReportCell hectares_cell(std::optional<AreaM2> area) {
    return area ? ReportCell(published_hectares(*area)) : ReportCell();
}

ReportCell million_cell(std::optional<Amount> rupiah) {
    constexpr double rupiah_per_million = 1e6;
    return rupiah ? amount_cell(rupiah->value() / rupiah_per_million) : ReportCell();
}

ReportCell amount_cell(double amount) {
    return rounded(amount, 1e6);
}

ReportCell index_cell(std::optional<double> index) {
    return index ? ReportCell(rounded(*index, 1e6)) : ReportCell();
}

ReportCell class_cell(std::optional<int> single_class) {
    return single_class ? ReportCell(static_cast<double>(*single_class)) : ReportCell();
}

ReportCell area_cell(const std::optional<IndexFigures>& figures, std::size_t class_index) {
    return figures ? hectares_cell(figures->area[class_index]) : ReportCell();
}

ReportCell total_area_cell(const std::optional<IndexFigures>& figures) {
    return figures ? hectares_cell(total(figures->area)) : ReportCell();
}

ReportCell mean_cell(const std::optional<IndexFigures>& figures) {
    return figures ? index_cell(figures->mean()) : ReportCell();
}

ReportCell class_cell(const std::optional<IndexFigures>& figures) {
    return figures ? class_cell(figures->single_class) : ReportCell();
}

std::optional<People> exposed_people(const ZoneFigures& zone, std::size_t hazard) {
    if (!has_population(zone) || !has_hazard_data(zone, zone.by_hazard[hazard])) return {};
    return zone.by_hazard[hazard].exposed().people;
}

std::optional<People> exposed_group(const ZoneFigures& zone, std::size_t hazard, std::size_t group) {
    const GroupFigures& figures = zone.by_group[group];
    if (figures.by_hazard.empty() || !has_hazard_data(zone, zone.by_hazard[hazard])) return {};
    People sum;
    for (const People people : figures.by_hazard[hazard].classes) sum += people;
    return sum;
}

std::optional<People> exposed_to_any(const ZoneFigures& zone) {
    const auto has_data = [&](const HazardFigures& hazard) { return has_hazard_data(zone, hazard); };
    if (!has_population(zone) || std::ranges::none_of(zone.by_hazard, has_data)) return {};
    return zone.people_any_hazard;
}

std::optional<IndexFigures> highest_hazard(const RiskFigures& risk) {
    const auto unknown = [](const HazardRisk& hazard) { return !hazard.hazard; };
    if (std::ranges::all_of(risk.by_hazard, unknown)) return {};
    return risk.multi.highest;
}

bool is_known(const ReportCell& cell) {
    return !std::holds_alternative<std::monostate>(cell);
}

double number_in(const ReportCell& cell) {
    const auto* number = std::get_if<double>(&cell);
    return number ? *number : 0;
}

}  // namespace papar
