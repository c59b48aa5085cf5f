// A population raster of another coordinate system on a grid of the study's: the people of every source cell are shared
// out among the cells that its image touches, by area. Nobody is lost and nothing is interpolated.
#pragma once

#include "engine/base/fixed_sum.hpp"
#include "engine/grid/cell_area.hpp"
#include "engine/grid/raster_source.hpp"
#include "engine/io/grid_transform.hpp"
#include "engine/io/input_settings.hpp"

#include <memory>
#include <string>
#include <vector>

namespace papar {

// Cells hold people, whatever the source's unit. A cell that no source cell with data touches is nodata. The image of a
// source cell is the quadrilateral of its corners' images.
class ReprojectedPopulation : public RasterSource {
public:
    // `operation` leads from the source's coordinate system to that of `grid`; `source_area` is for densities.
    ReprojectedPopulation(std::shared_ptr<const RasterSource> source, PopulationUnit unit, CellArea source_area,
                          const CrsOperation& operation, const Grid& grid);

    [[nodiscard]] const std::string& name() const override { return source_->name(); }
    [[nodiscard]] const Grid& grid() const override { return grid_; }
    [[nodiscard]] CellType type() const override { return CellType::float64; }
    [[nodiscard]] std::int64_t tile_cols() const override { return tile; }
    [[nodiscard]] std::int64_t tile_rows() const override { return tile; }
    [[nodiscard]] std::unique_ptr<RasterReader> reader() const override;
    [[nodiscard]] std::vector<CellOrigin> origins(std::int64_t col, std::int64_t row) const override;

    // People of the source, and of those the ones in cells whose corners have no image: the residual. Reads the source
    // once, on all cores.
    struct Measured {
        People all;
        People without_image;

        [[nodiscard]] double residual() const { return all == People{} ? 0 : without_image.value() / all.value(); }
    };
    [[nodiscard]] Measured measure() const;
    // Gives the residual's people to all other cells, in proportion to their own.
    void distribute(const Measured& measured);

private:
    friend class ReprojectedReader;

    static constexpr std::int64_t tile = 256;  // cells

    [[nodiscard]] Quad image(std::int64_t col, std::int64_t row) const;
    // Source cells that may touch the window.
    [[nodiscard]] Window source_window(const Window& window) const;
    // People in a source cell of this value; NaN stays.
    [[nodiscard]] double people(double value, std::int64_t col, std::int64_t row) const;

    std::shared_ptr<const RasterSource> source_;
    PopulationUnit unit_;
    CellArea source_area_;
    Grid grid_;
    GridTransform to_grid_;
    GridTransform to_source_;
    double factor_ = 1;
};

}  // namespace papar
