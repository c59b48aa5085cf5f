// A raster of another coordinate system on a grid of the study's: every cell takes the value of the source cell that
// holds its centre.
#pragma once

#include "engine/grid/raster_source.hpp"
#include "engine/io/grid_transform.hpp"

#include <memory>
#include <string>

namespace papar {

class NearestRaster : public RasterSource {
public:
    // `operation` leads from the source's coordinate system to that of `grid`.
    NearestRaster(std::shared_ptr<const RasterSource> source, const CrsOperation& operation, const Grid& grid);

    [[nodiscard]] const std::string& name() const override { return source_->name(); }
    [[nodiscard]] const Grid& grid() const override { return grid_; }
    [[nodiscard]] CellType type() const override { return source_->type(); }
    [[nodiscard]] std::int64_t tile_cols() const override { return tile; }
    [[nodiscard]] std::int64_t tile_rows() const override { return tile; }
    [[nodiscard]] std::unique_ptr<RasterReader> reader() const override;
    [[nodiscard]] std::vector<CellOrigin> origins(std::int64_t col, std::int64_t row) const override;

    // How far source cells were moved: from their own centre to that of the cell that takes their value, in source
    // cells; over up to 256 x 256 cells spread evenly.
    struct Shift {
        double mean = 0;
        double most = 0;
    };
    [[nodiscard]] Shift shift() const;

private:
    static constexpr std::int64_t tile = 256;  // cells

    std::shared_ptr<const RasterSource> source_;
    Grid grid_;
    GridTransform to_source_;
};

}  // namespace papar
