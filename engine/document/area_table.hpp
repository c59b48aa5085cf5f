// Tables with one row an area, and what every table of a report needs.
#pragma once

#include "engine/document/krb_report.hpp"
#include "engine/document/report_context.hpp"

#include <cstddef>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace papar {

// A column of an area table, and how a row gets its cell.
struct AreaColumn {
    ReportColumn column;
    std::function<ReportCell(const AreaRow&)> cell;
};

// The columns "No" and the areas' names come before the others.
inline constexpr std::size_t first_column = 2;

// One row an area, and the total: the figures of all zones together, each rounded from the exact figure.
[[nodiscard]] ReportTable area_table(ReportContext& context, const std::vector<AreaColumn>& columns);

// The part of a table that says what a dash means in it: which columns hold nothing else, and what the findings say of
// that. A finding belongs to it if it speaks of one of `topics` ("physical", "capacity") and of no hazard but
// `hazard` (its index); without topics, if it speaks of that hazard.
void add_notes_of_unknown(const ReportContext& context, std::optional<std::size_t> hazard,
                          const std::vector<std::string>& topics, ReportTable& table);

// The findings of the run and of the risk stage, each once.
[[nodiscard]] Findings all_findings(const ReportContext& context);

}  // namespace papar
