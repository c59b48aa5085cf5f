// A raster in memory, for tests.
#pragma once

#include "engine/grid/raster_source.hpp"

#include <algorithm>
#include <string>
#include <utility>
#include <vector>

namespace papar::test {

class MemoryRaster : public RasterSource {
public:
    MemoryRaster(std::string name, const Grid& grid, std::vector<double> cells, CellType type = CellType::float32,
                 std::int64_t tile_cols = 64, std::int64_t tile_rows = 64)
        : name_(std::move(name)),
          grid_(grid),
          cells_(std::move(cells)),
          type_(type),
          tile_cols_(tile_cols),
          tile_rows_(tile_rows) {}

    [[nodiscard]] const std::string& name() const override { return name_; }
    [[nodiscard]] const Grid& grid() const override { return grid_; }
    [[nodiscard]] CellType type() const override { return type_; }
    [[nodiscard]] std::int64_t tile_cols() const override { return tile_cols_; }
    [[nodiscard]] std::int64_t tile_rows() const override { return tile_rows_; }
    [[nodiscard]] std::unique_ptr<RasterReader> reader() const override { return std::make_unique<Reader>(*this); }

private:
    class Reader : public RasterReader {
    public:
        explicit Reader(const MemoryRaster& raster) : raster_(raster) {}
        void read(const Window& window, CellBlock& out) override {
            out.reshape(raster_.type_, window.cols, window.rows);
            for (std::int64_t row = 0; row < window.rows; ++row) {
                for (std::int64_t col = 0; col < window.cols; ++col) {
                    const double value = raster_.cells_[static_cast<std::size_t>(
                        (window.row + row) * raster_.grid_.cols + window.col + col)];
                    const auto i = static_cast<std::size_t>(row * out.stride + col);
                    if (out.type == CellType::float32) {
                        out.f32[i] = static_cast<float>(value);
                    } else {
                        out.f64[i] = value;
                    }
                }
            }
        }

    private:
        const MemoryRaster& raster_;
    };

    std::string name_;
    Grid grid_;
    std::vector<double> cells_;
    CellType type_;
    std::int64_t tile_cols_;
    std::int64_t tile_rows_;
};

}  // namespace papar::test
