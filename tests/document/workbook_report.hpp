// A small report with everything that the workbooks must show, made by hand.
#pragma once

#include "engine/document/krb_report.hpp"

namespace papar::test {

// Two kecamatan and one without figures. Names look like formulas, numbers and addresses. The totals are:
//   low      1 234.5   + 0.25   = 1 234.75 ha      people 12 345 + 678 = 13 023
//   medium     200     + 10     =   210    ha
//   high         3.125 + 40.5   =    43.625 ha
//   all      1 437.625 + 50.75  = 1 488.375 ha
[[nodiscard]] KrbReport workbook_report(Language language = Language::id);

}  // namespace papar::test
