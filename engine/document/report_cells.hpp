// Figures as cells of a report: in people, hectares and million rupiah, rounded to 1e-6; empty where not known.
#pragma once

#include "engine/document/krb_report.hpp"
#include "engine/overlay/statistics.hpp"
#include "engine/risk/risk_result.hpp"

#include <cstddef>
#include <optional>

namespace papar {

[[nodiscard]] ReportCell people_cell(std::optional<People> people);
[[nodiscard]] ReportCell hectares_cell(std::optional<AreaM2> area);
[[nodiscard]] ReportCell million_cell(std::optional<Amount> rupiah);
[[nodiscard]] ReportCell amount_cell(double amount);
[[nodiscard]] ReportCell index_cell(std::optional<double> index);
[[nodiscard]] ReportCell class_cell(std::optional<int> single_class);

[[nodiscard]] ReportCell area_cell(const std::optional<IndexFigures>& figures, std::size_t class_index);
[[nodiscard]] ReportCell total_area_cell(const std::optional<IndexFigures>& figures);
[[nodiscard]] ReportCell mean_cell(const std::optional<IndexFigures>& figures);
[[nodiscard]] ReportCell class_cell(const std::optional<IndexFigures>& figures);

// People in any class of a hazard, and those of a group. Not known where the people or the hazard are not known.
[[nodiscard]] std::optional<People> exposed_people(const ZoneFigures& zone, std::size_t hazard);
[[nodiscard]] std::optional<People> exposed_group(const ZoneFigures& zone, std::size_t hazard, std::size_t group);
// In any class of any hazard, once; not known where no hazard is.
[[nodiscard]] std::optional<People> exposed_to_any(const ZoneFigures& zone);

// By the highest hazard class of each place; not known where no hazard is.
[[nodiscard]] std::optional<IndexFigures> highest_hazard(const RiskFigures& risk);

[[nodiscard]] bool is_known(const ReportCell& cell);
// The number of a cell; 0 where it has none.
[[nodiscard]] double number_in(const ReportCell& cell);

}  // namespace papar
