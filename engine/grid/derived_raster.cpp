#include "engine/grid/derived_raster.hpp"

#include <algorithm>
#include <cmath>

namespace papar {

namespace {

class UniformReader : public RasterReader {
public:
    explicit UniformReader(float value) : value_(value) {}
    void read(const Window& window, CellBlock& out) override {
        out.reshape(CellType::float32, window.cols, window.rows);
        for (std::int64_t row = 0; row < window.rows; ++row) {
            std::fill_n(out.f32.begin() + row * out.stride, window.cols, value_);
        }
        out.lowest = value_;
    }

private:
    float value_;
};

class MappedReader : public RasterReader {
public:
    MappedReader(std::unique_ptr<RasterReader> source, const MappedRaster::Function& function)
        : source_(std::move(source)), function_(function) {}
    void read(const Window& window, CellBlock& out) override {
        source_->read(window, cells_);
        out.reshape(CellType::float64, window.cols, window.rows);
        for (std::int64_t row = 0; row < window.rows; ++row) {
            for (std::int64_t col = 0; col < window.cols; ++col) {
                const double value = cells_.at(col, row);
                out.f64[static_cast<std::size_t>(row * out.stride + col)] =
                    std::isnan(value) ? value : function_(value);
            }
        }
        out.all_nodata = cells_.all_nodata;
    }

private:
    std::unique_ptr<RasterReader> source_;
    const MappedRaster::Function& function_;
    CellBlock cells_;
};

}  // namespace

std::unique_ptr<RasterReader> UniformRaster::reader() const {
    return std::make_unique<UniformReader>(value_);
}

std::unique_ptr<RasterReader> MappedRaster::reader() const {
    return std::make_unique<MappedReader>(source().reader(), function_);
}

class SparseRaster::Reader : public RasterReader {
public:
    explicit Reader(const SparseRaster& raster) : raster_(raster) {}
    void read(const Window& window, CellBlock& out) override {
        out.reshape(CellType::float64, window.cols, window.rows);
        for (std::int64_t row = 0; row < window.rows; ++row) {
            std::fill_n(out.f64.begin() + row * out.stride, window.cols, 0.0);
        }
        for (std::int64_t down = window.row / side; down * side < window.end_row(); ++down) {
            for (std::int64_t across = window.col / side; across * side < window.end_col(); ++across) {
                copy_tile(down, across, window, out);
            }
        }
    }

private:
    void copy_tile(std::int64_t down, std::int64_t across, const Window& window, CellBlock& out) const {
        const auto tile = raster_.tiles_.find({down, across});
        if (tile == raster_.tiles_.end()) {
            return;
        }
        const Window shared = intersection(window, {across * side, down * side, side, side});
        for (std::int64_t row = shared.row; row < shared.end_row(); ++row) {
            const auto from = tile->second.begin() + (row - down * side) * side + (shared.col - across * side);
            std::copy_n(from, shared.cols,
                        out.f64.begin() + (row - window.row) * out.stride + (shared.col - window.col));
        }
    }

    const SparseRaster& raster_;
};

void SparseRaster::add(std::int64_t col, std::int64_t row, double value) {
    std::vector<double>& tile = tiles_[{row / side, col / side}];
    tile.resize(static_cast<std::size_t>(side * side), 0.0);
    tile[static_cast<std::size_t>(row % side * side + col % side)] += value;
}

std::unique_ptr<RasterReader> SparseRaster::reader() const {
    return std::make_unique<Reader>(*this);
}

}  // namespace papar
