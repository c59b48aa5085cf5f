// A result as the rows of one wide table: its zones, or the areas of one level.
#pragma once

#include "engine/output/result_view.hpp"

#include <vector>

namespace papar {

struct RowsView : ResultView {
    const std::vector<ZoneFigures>& rows;
    bool sums = false;  // over zones: what cannot be added has no column
};

}  // namespace papar
