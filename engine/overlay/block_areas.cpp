#include "engine/overlay/block_areas.hpp"

#include <algorithm>

namespace papar {

BlockAreas block_areas(const CellArea& cell_area, const Grid& grid, const Window& window) {
    BlockAreas areas;
    constexpr std::int64_t lanes = 8;
    areas.piece_cols = std::min(cell_area.longest_span(), (window.cols + lanes - 1) / lanes * lanes);
    areas.pieces = (window.cols + areas.piece_cols - 1) / areas.piece_cols;
    areas.m2.reserve(static_cast<std::size_t>(areas.pieces * window.rows));
    for (std::int64_t row = window.row; row < window.end_row(); ++row) {
        for (std::int64_t col = window.col; col < window.end_col(); col += areas.piece_cols) {
            areas.m2.push_back(cell_area.mean_m2(row, col, std::min(areas.piece_cols, window.end_col() - col)));
        }
    }
    if (grid.uneven()) {
        for (std::int64_t col = window.col; col < window.end_col(); ++col) {
            areas.widths.push_back(grid.col_lines->width(col));
        }
        for (std::int64_t row = window.row; row < window.end_row(); ++row) {
            areas.heights.push_back(grid.row_lines->width(row));
        }
    }
    return areas;
}

}  // namespace papar
