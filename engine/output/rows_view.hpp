// A result as the rows of one wide table: its zones, or the areas of one level.
#pragma once

#include "engine/output/result_view.hpp"

#include <cstddef>
#include <optional>
#include <vector>

namespace papar {

struct RowsView : ResultView {
    std::optional<std::size_t> level;  // index among the layer's levels; none: the zones

    // The same rows in any result of the study.
    [[nodiscard]] const std::vector<ZoneFigures>& rows_of(const OverlayResult& any) const {
        return level ? any.levels[*level] : any.zones;
    }
    // The same rows of the risk assessment. Precondition: there is one.
    [[nodiscard]] const std::vector<RiskFigures>& risk_rows() const {
        return level ? risk->levels[*level] : risk->zones;
    }
};

}  // namespace papar
