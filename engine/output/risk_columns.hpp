// The columns of the wide tables that the risk assessment adds.
#pragma once

#include "engine/output/rows_view.hpp"
#include "engine/output/table.hpp"

namespace papar {

// Precondition: view.risk. Adds capacity; index, class, class areas and losses of every hazard; all hazards together
// where there are several; exposure by class of hazard. Areas are hectares, losses rupiah; an empty value is not known.
void add_risk_columns(const RowsView& view, Table& table);

}  // namespace papar
