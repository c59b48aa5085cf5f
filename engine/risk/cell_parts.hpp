// The cells of a zone in a block, and how much of each the zone covers.
#pragma once

#include "engine/risk/risk_result.hpp"
#include "engine/zones/coverage.hpp"

#include <cstddef>
#include <cstdint>
#include <span>

namespace papar {

// The covered fraction of each cell of a span.
[[nodiscard]] inline double part_of_cell(const Span& span) {
    constexpr double units_per_cell = 1073741824.0;  // 2^30
    return span.fraction / units_per_cell;
}

// Calls use(place in the block, row, column, covered fraction) for every cell; `cols` are those of the block.
template <typename Use>
void each_cell(std::span<const Span> spans, std::int64_t cols, Use use) {
    for (const Span& span : spans) {
        const double fraction = part_of_cell(span);
        for (std::int32_t col = span.col; col < span.end_col(); ++col) {
            use(static_cast<std::size_t>(span.row * cols + col), span.row, col, fraction);
        }
    }
}

// Of a class as rasters hold it: 1 to 3, neither "no hazard" nor "no data".
[[nodiscard]] constexpr bool in_hazard(std::uint8_t hazard_class) {
    return hazard_class >= 1 && hazard_class <= risk_classes;
}

}  // namespace papar
