// A raster of class codes whose highest class has the lowest code, as ranks: 1 for the lowest class, then rising.
#pragma once

#include "engine/grid/raster_source.hpp"

#include <memory>
#include <string>
#include <vector>

namespace papar {

class RankedCodes : public RasterSource {
public:
    // `codes` from the lowest class to the highest. Values at or below `no_hazard` become 0.
    RankedCodes(std::shared_ptr<const RasterSource> source, std::vector<double> codes, double no_hazard)
        : source_(std::move(source)), codes_(std::move(codes)), no_hazard_(no_hazard) {}

    [[nodiscard]] const std::string& name() const override { return source_->name(); }
    [[nodiscard]] const Grid& grid() const override { return source_->grid(); }
    [[nodiscard]] CellType type() const override { return source_->type(); }
    [[nodiscard]] std::int64_t tile_cols() const override { return source_->tile_cols(); }
    [[nodiscard]] std::int64_t tile_rows() const override { return source_->tile_rows(); }
    // Reading throws an Error of kind `input` for a value that is neither.
    [[nodiscard]] std::unique_ptr<RasterReader> reader() const override;
    [[nodiscard]] std::vector<CellOrigin> origins(std::int64_t col, std::int64_t row) const override {
        return source_->origins(col, row);
    }

private:
    friend class RankingReader;

    [[nodiscard]] double rank_of(double value, std::int64_t col, std::int64_t row) const;

    std::shared_ptr<const RasterSource> source_;
    std::vector<double> codes_;
    double no_hazard_;
};

}  // namespace papar
