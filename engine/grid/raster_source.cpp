#include "engine/grid/raster_source.hpp"

#include <limits>

namespace papar {

namespace {

constexpr std::int64_t group = 16;

template <typename T>
void reshape_cells(std::vector<T>& cells, std::int64_t cols, std::int64_t rows, std::int64_t stride) {
    cells.resize(static_cast<std::size_t>(stride * rows));
    for (std::int64_t row = 0; row < rows; ++row) {
        for (std::int64_t col = cols; col < stride; ++col) {
            cells[static_cast<std::size_t>(row * stride + col)] = std::numeric_limits<T>::quiet_NaN();
        }
    }
}

}  // namespace

void CellBlock::reshape(CellType new_type, std::int64_t new_cols, std::int64_t new_rows) {
    type = new_type;
    cols = new_cols;
    rows = new_rows;
    stride = (new_cols + group - 1) / group * group;
    all_nodata = false;
    lowest = -std::numeric_limits<double>::infinity();
    if (type == CellType::float32) {
        reshape_cells(f32, cols, rows, stride);
    } else {
        reshape_cells(f64, cols, rows, stride);
    }
}

}  // namespace papar
