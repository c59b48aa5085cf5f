// A raster with the cells of another one and values made from its values.
#pragma once

#include "engine/grid/raster_source.hpp"

#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace papar {

class SameCellsRaster : public RasterSource {
public:
    [[nodiscard]] const std::string& name() const override { return source_->name(); }
    [[nodiscard]] const Grid& grid() const override { return source_->grid(); }
    [[nodiscard]] CellType type() const override { return source_->type(); }
    [[nodiscard]] std::int64_t tile_cols() const override { return source_->tile_cols(); }
    [[nodiscard]] std::int64_t tile_rows() const override { return source_->tile_rows(); }
    [[nodiscard]] std::vector<CellOrigin> origins(std::int64_t col, std::int64_t row) const override {
        return source_->origins(col, row);
    }

protected:
    explicit SameCellsRaster(std::shared_ptr<const RasterSource> source) : source_(std::move(source)) {}

    [[nodiscard]] const RasterSource& source() const { return *source_; }

private:
    std::shared_ptr<const RasterSource> source_;
};

}  // namespace papar
