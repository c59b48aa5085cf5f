// A report made by hand: two hazards, tables of every width, charts, annexes, names that are hard to print.
#pragma once

#include "engine/document/krb_report.hpp"

namespace papar::test {

// Section 1 "Banjir": a table of 7 columns with a group and a class, one of 16 columns, one of 40 rows, a chart.
// Section 2 "Multibahaya": a table without groups and a chart of many categories.
[[nodiscard]] KrbReport example_report();

inline constexpr const char* hostile_kecamatan = "=SUM(A1) & <Batu> \"Mandi\"";

}  // namespace papar::test
