// The tables of all hazards together: capacity (reference section 6.2, number 6), multi-hazard (5.3) and recap (8).
#pragma once

#include "engine/document/area_table.hpp"

#include <vector>

namespace papar {

[[nodiscard]] ReportTable capacity_table(ReportContext& context);  // 6

// People in any hazard, each once; area by highest hazard class; area by number of hazards, by area and by class; area
// by the weighted index, where it is known; area by highest risk class.
[[nodiscard]] std::vector<ReportTable> multi_hazard_tables(ReportContext& context);

// Classes of hazard, vulnerability, capacity and risk of all zones together, one row a hazard, then MULTI.
[[nodiscard]] ReportTable recap_table(ReportContext& context);  // 8

}  // namespace papar
