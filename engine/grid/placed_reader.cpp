#include "engine/grid/placed_reader.hpp"

#include <algorithm>
#include <limits>

namespace papar {

namespace {

template <typename From, typename To>
void refine(const From* from, std::int64_t from_stride, const Window& source, const Window& inside,
            const Window& window, const Placement& placement, double factor, To* to, std::int64_t to_stride) {
    for (std::int64_t row = inside.row; row < inside.end_row(); ++row) {
        const From* from_row = from + ((row - placement.row) / placement.ratio_y - source.row) * from_stride;
        To* to_row = to + (row - window.row) * to_stride - window.col;
        std::int64_t col = inside.col;
        std::int64_t cell = (col - placement.col) / placement.ratio_x;
        while (col < inside.end_col()) {
            const std::int64_t end = std::min(inside.end_col(), placement.col + (cell + 1) * placement.ratio_x);
            const auto value = static_cast<To>(static_cast<double>(from_row[cell - source.col]) * factor);
            std::fill(to_row + col, to_row + end, value);
            col = end;
            ++cell;
        }
    }
}

void fill_nodata(CellBlock& block) {
    if (block.type == CellType::float32) {
        std::fill(block.f32.begin(), block.f32.end(), std::numeric_limits<float>::quiet_NaN());
    } else {
        std::fill(block.f64.begin(), block.f64.end(), std::numeric_limits<double>::quiet_NaN());
    }
}

}  // namespace

void PlacedReader::read(const Window& window, CellBlock& out) {
    const Window inside = intersection(window, placement_.window());
    if (placement_.same_cells() && inside == window) {
        reader_->read({window.col - placement_.col, window.row - placement_.row, window.cols, window.rows}, out);
        return;
    }
    // A ninth of a count is no float32: shares are kept in double, so that they add up.
    const bool shares = split_ == CellSplit::share && !placement_.same_cells();
    out.reshape(shares ? CellType::float64 : type_, window.cols, window.rows);
    if (inside != window) {
        fill_nodata(out);
    }
    if (inside.empty()) {
        out.all_nodata = true;
        return;
    }
    Window source{(inside.col - placement_.col) / placement_.ratio_x,
                  (inside.row - placement_.row) / placement_.ratio_y, 0, 0};
    source.cols = (inside.end_col() - 1 - placement_.col) / placement_.ratio_x + 1 - source.col;
    source.rows = (inside.end_row() - 1 - placement_.row) / placement_.ratio_y + 1 - source.row;
    reader_->read(source, cells_);
    const double factor = shares ? 1.0 / static_cast<double>(placement_.ratio_x * placement_.ratio_y) : 1.0;
    if (cells_.type == CellType::float64) {
        refine(cells_.f64.data(), cells_.stride, source, inside, window, placement_, factor, out.f64.data(),
               out.stride);
    } else if (out.type == CellType::float64) {
        refine(cells_.f32.data(), cells_.stride, source, inside, window, placement_, factor, out.f64.data(),
               out.stride);
    } else {
        refine(cells_.f32.data(), cells_.stride, source, inside, window, placement_, factor, out.f32.data(),
               out.stride);
    }
    out.all_nodata = cells_.all_nodata;
}

}  // namespace papar
