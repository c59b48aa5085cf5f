// Rasters that are not files: one value everywhere, the values of another raster read in another sense, and a few cells
// of a large grid.
#pragma once

#include "engine/grid/same_cells_raster.hpp"

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace papar {

// The same value in every cell.
class UniformRaster : public RasterSource {
public:
    UniformRaster(std::string name, const Grid& grid, float value)
        : name_(std::move(name)), grid_(grid), value_(value) {}

    [[nodiscard]] const std::string& name() const override { return name_; }
    [[nodiscard]] const Grid& grid() const override { return grid_; }
    [[nodiscard]] CellType type() const override { return CellType::float32; }
    [[nodiscard]] std::int64_t tile_cols() const override { return 1; }
    [[nodiscard]] std::int64_t tile_rows() const override { return 1; }
    [[nodiscard]] std::unique_ptr<RasterReader> reader() const override;

private:
    std::string name_;
    Grid grid_;
    float value_;
};

// Another raster with each of its values replaced by a function of it, in double. Cells without data stay without.
class MappedRaster : public SameCellsRaster {
public:
    using Function = std::function<double(double)>;

    MappedRaster(std::shared_ptr<const RasterSource> source, Function function)
        : SameCellsRaster(std::move(source)), function_(std::move(function)) {}

    [[nodiscard]] CellType type() const override { return CellType::float64; }
    [[nodiscard]] std::unique_ptr<RasterReader> reader() const override;

private:
    Function function_;
};

// Sums in the cells of a grid, most of which hold nothing: tiles are made where something is added. All cells have
// data; those without a sum are 0.
class SparseRaster : public RasterSource {
public:
    SparseRaster(std::string name, const Grid& grid) : name_(std::move(name)), grid_(grid) {}

    // Precondition: the cell lies in the grid.
    void add(std::int64_t col, std::int64_t row, double value);

    [[nodiscard]] const std::string& name() const override { return name_; }
    [[nodiscard]] const Grid& grid() const override { return grid_; }
    [[nodiscard]] CellType type() const override { return CellType::float64; }
    [[nodiscard]] std::int64_t tile_cols() const override { return side; }
    [[nodiscard]] std::int64_t tile_rows() const override { return side; }
    [[nodiscard]] std::unique_ptr<RasterReader> reader() const override;

private:
    class Reader;
    static constexpr std::int64_t side = 256;  // cells: a tile is 512 KiB

    std::string name_;
    Grid grid_;
    std::map<std::pair<std::int64_t, std::int64_t>, std::vector<double>> tiles_;  // by row and column of tiles
};

}  // namespace papar
