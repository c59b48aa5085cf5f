// Stacked bars by class, one bar a row of the tables. Rows whose figures are not known have no bar.
#pragma once

#include "engine/document/report_context.hpp"

#include <cstddef>
#include <vector>

namespace papar {

// People by class of the hazard as the study defines them, then area by its three classes; a chart without any bar is
// left out.
[[nodiscard]] std::vector<ReportChart> hazard_charts(const ReportContext& context, std::size_t hazard);

}  // namespace papar
