// The matrix workbook of a KRB: sheets DESA, KECAMATAN and KABUPATEN with one row for every hazard and area (reference
// section 6.2).
#pragma once

#include "engine/document/report_context.hpp"

#include <vector>

namespace papar {

// DESA is there only where the tables' rows lie above the zones. KABUPATEN is all zones together, and has a MULTI row.
//
// The five columns of the loss have their total in the last, as the matrices do; what the others hold nobody has
// published. Here they are physical loss and its class, economic loss and its class: no units are mixed, and the two
// losses add up to the total. Environmental damage, in hectares, is in the tables.
[[nodiscard]] std::vector<ReportTable> matrix_tables(const ReportContext& context);

}  // namespace papar
