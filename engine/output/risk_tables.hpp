// The tables of a risk assessment. Precondition of all: view.risk. Each refers to the view's figures and may not
// outlive them.
#pragma once

#include "engine/output/result_view.hpp"
#include "engine/output/table.hpp"

namespace papar {

// "risiko": one row for every zone or area of a level, hazard, index and class: its area; risk.csv.
[[nodiscard]] Table risk_table(const ResultView& view);

// "metode": every number and choice of the profile that the result was made with; method.csv.
[[nodiscard]] Table method_table(const ResultView& view);

// "fasilitas": every point of the exposure layers, with its class under each hazard; facilities.csv.
[[nodiscard]] Table facilities_table(const ResultView& view);

// Whether any exposure layer is of points.
[[nodiscard]] bool has_facilities(const ResultView& view);

}  // namespace papar
