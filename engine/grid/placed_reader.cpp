#include "engine/grid/placed_reader.hpp"

#include <algorithm>
#include <limits>
#include <vector>

namespace papar {

namespace {

// What of a raster cell's value each analysis cell takes.
struct Factors {
    std::vector<double> by_col;  // of the window's columns
    std::vector<double> by_row;
};

Factors factors_of(const Window& inside, const Placement& placement, bool shares) {
    Factors factors{std::vector<double>(static_cast<std::size_t>(inside.cols), 1.0),
                    std::vector<double>(static_cast<std::size_t>(inside.rows), 1.0)};
    if (!shares) {
        return factors;
    }
    for (std::int64_t i = 0; i < inside.cols; ++i) {
        factors.by_col[static_cast<std::size_t>(i)] = placement.x.share(inside.col + i);
    }
    for (std::int64_t i = 0; i < inside.rows; ++i) {
        factors.by_row[static_cast<std::size_t>(i)] = placement.y.share(inside.row + i);
    }
    return factors;
}

template <typename From, typename To>
void refine(const From* from, std::int64_t from_stride, const Window& source, const Window& inside,
            const Window& window, const Placement& placement, const Factors& factors, To* to, std::int64_t to_stride) {
    std::int64_t source_row = source.row;
    for (std::int64_t row = inside.row; row < inside.end_row(); ++row) {
        while (placement.y.start(source_row + 1) <= row) {
            ++source_row;
        }
        const From* from_row = from + (source_row - source.row) * from_stride;
        const double row_factor = factors.by_row[static_cast<std::size_t>(row - inside.row)];
        To* to_row = to + (row - window.row) * to_stride - window.col;
        std::int64_t col = inside.col;
        for (std::int64_t cell = source.col; col < inside.end_col(); ++cell) {
            const std::int64_t end = std::min(inside.end_col(), placement.x.start(cell + 1));
            const auto value = static_cast<double>(from_row[cell - source.col]);
            for (; col < end; ++col) {
                to_row[col] =
                    static_cast<To>(value * (factors.by_col[static_cast<std::size_t>(col - inside.col)] * row_factor));
            }
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
        reader_->read({window.col - placement_.x.first, window.row - placement_.y.first, window.cols, window.rows},
                      out);
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
    const Window source = placement_.raster_cells(inside);
    reader_->read(source, cells_);
    const Factors factors = factors_of(inside, placement_, shares);
    if (cells_.type == CellType::float64) {
        refine(cells_.f64.data(), cells_.stride, source, inside, window, placement_, factors, out.f64.data(),
               out.stride);
    } else if (out.type == CellType::float64) {
        refine(cells_.f32.data(), cells_.stride, source, inside, window, placement_, factors, out.f64.data(),
               out.stride);
    } else {
        refine(cells_.f32.data(), cells_.stride, source, inside, window, placement_, factors, out.f32.data(),
               out.stride);
    }
    out.all_nodata = cells_.all_nodata;
    out.lowest = shares ? std::min(cells_.lowest, 0.0) : cells_.lowest;
}

}  // namespace papar
