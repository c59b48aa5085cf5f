// A raster of class codes whose highest class has the lowest code, as ranks: 1 for the lowest class, then rising.
#pragma once

#include "engine/grid/same_cells_raster.hpp"

#include <memory>
#include <string>
#include <vector>

namespace papar {

class RankedCodes : public SameCellsRaster {
public:
    // `codes` from the lowest class to the highest. Values at or below `no_hazard` become 0.
    RankedCodes(std::shared_ptr<const RasterSource> source, std::vector<double> codes, double no_hazard)
        : SameCellsRaster(std::move(source)), codes_(std::move(codes)), no_hazard_(no_hazard) {}

    // Reading throws an Error of kind `input` for a value that is neither.
    [[nodiscard]] std::unique_ptr<RasterReader> reader() const override;

private:
    friend class RankingReader;

    [[nodiscard]] double rank_of(double value, std::int64_t col, std::int64_t row) const;

    std::vector<double> codes_;
    double no_hazard_;
};

}  // namespace papar
