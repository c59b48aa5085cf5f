#include "engine/grid/negative_people.hpp"

#include "engine/base/error.hpp"

#include <algorithm>

namespace papar {

namespace {

// Calls f with column, row and the cell itself of every negative cell.
template <typename Cells, typename F>
void each_negative(Cells& cells, const CellBlock& block, const F& f) {
    for (std::int64_t row = 0; row < block.rows; ++row) {
        for (std::int64_t col = 0; col < block.cols; ++col) {
            if (auto& cell = cells[static_cast<std::size_t>(row * block.stride + col)]; cell < 0) {
                f(col, row, cell);
            }
        }
    }
}

template <typename F>
void each_negative(CellBlock& block, const F& f) {
    if (block.type == CellType::float32) {
        each_negative(block.f32, block, f);
    } else {
        each_negative(block.f64, block, f);
    }
}

}  // namespace

void refuse_negative(const CellBlock& people, const std::string& name, const Grid& grid, const Window& window) {
    if (people.lowest >= 0) {
        return;
    }
    for (std::int64_t row = 0; row < people.rows; ++row) {
        for (std::int64_t col = 0; col < people.cols; ++col) {
            if (const double value = people.at(col, row); value < 0) {
                throw error(ErrorKind::input,
                            "{}: {:.6g} people in the cell at x {:.8g}, y {:.8g}; people cannot be negative: if the "
                            "value stands for no data, write nodata = [{:.6g}] in [population]; if it stands for "
                            "nobody, negative = \"zero\"",
                            name, value, grid.x_of(static_cast<double>(window.col + col) + 0.5),
                            grid.y_of(static_cast<double>(window.row + row) + 0.5), value);
            }
        }
    }
}

class ZeroingReader : public RasterReader {
public:
    explicit ZeroingReader(const NegativesToZero& raster) : raster_(raster), reader_(raster.source().reader()) {}

    void read(const Window& window, CellBlock& out) override {
        reader_->read(window, out);
        if (out.lowest >= 0) {
            return;
        }
        each_negative(out, [&](std::int64_t col, std::int64_t row, auto& cell) {
            raster_.note(window.col + col, window.row + row, static_cast<double>(cell));
            cell = 0;
        });
        out.lowest = 0;
    }

private:
    const NegativesToZero& raster_;
    std::unique_ptr<RasterReader> reader_;
};

std::unique_ptr<RasterReader> NegativesToZero::reader() const {
    return std::make_unique<ZeroingReader>(*this);
}

void NegativesToZero::note(std::int64_t col, std::int64_t row, double value) const {
    const std::lock_guard guard(lock_);
    zeroed_[row * grid().cols + col] = value;
}

NegativesToZero::Zeroed NegativesToZero::zeroed() const {
    const std::lock_guard guard(lock_);
    Zeroed all;
    for (const auto& [cell, value] : zeroed_) {
        ++all.cells;
        all.sum += value;
        all.lowest = std::min(all.lowest, value);
    }
    return all;
}

}  // namespace papar
