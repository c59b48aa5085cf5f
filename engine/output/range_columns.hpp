// The lower and upper bound of a figure over the variants of a study.
#pragma once

#include "engine/output/result_view.hpp"
#include "engine/output/table.hpp"

#include <cstddef>
#include <functional>

namespace papar {

// A figure of one row in one result.
using FigureOf = std::function<Value(const OverlayResult& result, std::size_t row)>;

// Adds "<name>_min" and "<name>_maks" of the table's last column: the smallest and the largest of its figure over the
// result and all variants; a variant where it is unknown does not count. Adds nothing to a result without variants.
void add_range(const ResultView& view, Table& table, const FigureOf& figure);

}  // namespace papar
