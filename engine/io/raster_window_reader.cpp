#include "engine/io/raster_window_reader.hpp"

#include "engine/base/error.hpp"

#include <algorithm>
#include <cassert>
#include <cmath>
#include <limits>
#include <type_traits>

namespace papar {

namespace {

// A study has one reader for each layer and thread: 14 layers on 2 threads may keep 224 MB.
constexpr std::int64_t kept_bytes = std::int64_t{8} << 20;

std::size_t blocks_to_keep(const RasterDescription& raster) {
    const std::int64_t cell_bytes = raster.rule.delivered() == CellType::float32 ? 4 : 8;
    const std::int64_t block_bytes = raster.block_cols * raster.block_rows * cell_bytes;
    return static_cast<std::size_t>(std::max<std::int64_t>(1, kept_bytes / block_bytes));
}

template <typename T>
auto& cells_of(std::conditional_t<std::is_const_v<T>, const CellBlock, CellBlock>& block) {
    if constexpr (std::is_same_v<std::remove_const_t<T>, float>) {
        return block.f32;
    } else {
        return block.f64;
    }
}

}  // namespace

RasterWindowReader::RasterWindowReader(const RasterDescription& raster, std::unique_ptr<BlockDecoder> decoder)
    : raster_(raster), decoder_(std::move(decoder)), most_kept_(blocks_to_keep(raster)) {}

void RasterWindowReader::read(const Window& window, CellBlock& out) {
    assert(!window.empty() && (Window{0, 0, raster_.grid.cols, raster_.grid.rows}.contains(window)));
    out.reshape(raster_.rule.delivered(), window.cols, window.rows);
    if (out.type == CellType::float32) {
        read_into(window, out, out.f32);
    } else {
        read_into(window, out, out.f64);
    }
}

template <typename T>
void RasterWindowReader::read_into(const Window& window, CellBlock& out, std::vector<T>& out_cells) {
    // From here on rows are counted as stored; a south-up file's first row is the window's last.
    const bool turned = raster_.facts.south_up;
    const Window wanted{window.col, turned ? raster_.grid.rows - window.end_row() : window.row, window.cols,
                        window.rows};
    const auto stride = static_cast<std::ptrdiff_t>(out.stride);
    const CellRows<T> rows{out_cells.data() + (turned ? (out.rows - 1) * stride : 0), turned ? -stride : stride};

    Resolved all;
    for (std::int64_t block_row = wanted.row / raster_.block_rows; block_row * raster_.block_rows < wanted.end_row();
         ++block_row) {
        for (std::int64_t block_col = wanted.col / raster_.block_cols;
             block_col * raster_.block_cols < wanted.end_col(); ++block_col) {
            all.add(place_block(block_col, block_row, wanted, rows));
        }
    }
    out.all_nodata = !all.any_valid;
    out.lowest = all.any_negative ? -std::numeric_limits<double>::infinity() : 0.0;
}

// Puts the part of the block inside `wanted` where it belongs; `to` is the place of `wanted`'s first cell. What it
// gives holds for the whole block.
template <typename T>
Resolved RasterWindowReader::place_block(std::int64_t block_col, std::int64_t block_row, const Window& wanted,
                                         CellRows<T> to) {
    const Window block = raster_.block_window(block_col, block_row);
    const Window part = intersection(block, wanted);
    to.first += (part.row - wanted.row) * to.stride + (part.col - wanted.col);
    if (part == block) {
        return resolve(block_col, block_row, to);
    }
    const KeptBlock& block_kept = kept_block(block_col, block_row);
    const CellBlock& kept = block_kept.cells;
    const T* from = cells_of<const T>(kept).data() + (part.row - block.row) * kept.stride + (part.col - block.col);
    for (std::int64_t row = 0; row < part.rows; ++row) {
        std::copy_n(from + row * kept.stride, part.cols, to.first + row * to.stride);
    }
    return block_kept.resolved;
}

// Values the study adds to the file's own nodata.
template <typename T>
void RasterWindowReader::hide_nodata(const Window& block, CellRows<T> to) const {
    for (const double nodata : raster_.input.nodata) {
        const bool absurd = std::abs(nodata) >= largest_value;
        for (std::int64_t row = 0; row < block.rows; ++row) {
            T* cells = to.first + row * to.stride;
            for (std::int64_t col = 0; col < block.cols; ++col) {
                const T value = cells[col];
                // Nobody writes all digits of -3.40282347e38: absurd values of one sign are the same.
                const bool same = absurd
                                      ? std::abs(value) >= static_cast<T>(largest_value) && (value < 0) == (nodata < 0)
                                      : value == static_cast<T>(nodata);
                cells[col] = same ? std::numeric_limits<T>::quiet_NaN() : value;
            }
        }
    }
}

// Decodes a whole block to that place.
template <typename T>
Resolved RasterWindowReader::resolve(std::int64_t block_col, std::int64_t block_row, CellRows<T> to) {
    const StoredCells stored = decoder_->decode(block_col, block_row);
    Resolved resolved = resolve_cells(raster_.rule, stored, to);
    const Window block = raster_.block_window(block_col, block_row);
    if (!raster_.input.nodata.empty()) {
        hide_nodata(block, to);
    }
    if (resolved.any_absurd) {
        for (std::int64_t i = 0; i < block.cells(); ++i) {
            const std::int64_t row = i / block.cols;
            const std::int64_t col = i % block.cols;
            if (const double value = to.first[row * to.stride + col]; std::abs(value) >= largest_value) {
                const std::int64_t stored_row = block.row + row;
                throw error(
                    ErrorKind::input,
                    "{}: the cell at column {}, row {} (counted from 1, from the north-west corner) is {:.6g}, "
                    "which no hazard or population can be; if it stands for no data, write nodata = [{:.3g}] for "
                    "this layer in the study",
                    raster_.input.name, block.col + col + 1,
                    raster_.facts.south_up ? raster_.grid.rows - stored_row : stored_row + 1, value, value);
            }
        }
    }
    return resolved;
}

const RasterWindowReader::KeptBlock& RasterWindowReader::kept_block(std::int64_t block_col, std::int64_t block_row) {
    const std::int64_t number = block_row * raster_.blocks_across() + block_col;
    if (const auto found = kept_by_number_.find(number); found != kept_by_number_.end()) {
        kept_.splice(kept_.begin(), kept_, found->second);
        return kept_.front();
    }
    if (kept_.size() < most_kept_) {
        kept_.emplace_front();
    } else {
        kept_by_number_.erase(kept_.back().number);
        kept_.splice(kept_.begin(), kept_, std::prev(kept_.end()));
    }
    KeptBlock& kept = kept_.front();
    kept.number = -1;  // stands if decoding throws
    const Window block = raster_.block_window(block_col, block_row);
    kept.cells.reshape(raster_.rule.delivered(), block.cols, block.rows);
    const auto stride = static_cast<std::ptrdiff_t>(kept.cells.stride);
    kept.resolved = kept.cells.type == CellType::float32
                        ? resolve(block_col, block_row, CellRows<float>{kept.cells.f32.data(), stride})
                        : resolve(block_col, block_row, CellRows<double>{kept.cells.f64.data(), stride});
    kept.number = number;
    kept_by_number_[number] = kept_.begin();
    return kept;
}

}  // namespace papar
