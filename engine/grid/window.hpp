// A rectangle of cells, in integers. Blocks, tiles and extents are windows; none is ever a box of doubles.
#pragma once

#include <algorithm>
#include <cstdint>

namespace papar {

struct Window {
    std::int64_t col = 0;   // first column
    std::int64_t row = 0;   // first row, counted from the north
    std::int64_t cols = 0;  // number of columns
    std::int64_t rows = 0;  // number of rows

    [[nodiscard]] std::int64_t end_col() const { return col + cols; }
    [[nodiscard]] std::int64_t end_row() const { return row + rows; }
    [[nodiscard]] std::int64_t cells() const { return cols * rows; }
    [[nodiscard]] bool empty() const { return cols <= 0 || rows <= 0; }
    [[nodiscard]] bool contains(const Window& other) const {
        return other.col >= col && other.row >= row && other.end_col() <= end_col() && other.end_row() <= end_row();
    }
    bool operator==(const Window&) const = default;
};

[[nodiscard]] inline Window intersection(const Window& a, const Window& b) {
    const std::int64_t col = std::max(a.col, b.col);
    const std::int64_t row = std::max(a.row, b.row);
    return {col, row, std::max<std::int64_t>(0, std::min(a.end_col(), b.end_col()) - col),
            std::max<std::int64_t>(0, std::min(a.end_row(), b.end_row()) - row)};
}

[[nodiscard]] inline Window united(const Window& a, const Window& b) {
    const std::int64_t col = std::min(a.col, b.col);
    const std::int64_t row = std::min(a.row, b.row);
    return {col, row, std::max(a.end_col(), b.end_col()) - col, std::max(a.end_row(), b.end_row()) - row};
}

}  // namespace papar
