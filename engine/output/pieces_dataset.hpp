// A raster in pieces as GDAL sees it: what CreateCopy reads from.
#pragma once

#include "engine/grid/grid.hpp"
#include "engine/output/raster_pieces.hpp"
#include "engine/output/value_legend.hpp"

#include <gdal_priv.h>

#include <string>

namespace papar {

// One band of Byte (with a legend) or Float32 (without). Cells that no piece holds are `nodata`. One thread uses it.
class PiecesDataset final : public GDALDataset {
public:
    // `pieces` must outlive it. `grid` is a regular grid of as many cells. Throws an Error of kind failed where GDAL
    // does not understand `crs_wkt`; empty: no CRS.
    PiecesDataset(const RasterPieces& pieces, const Grid& grid, const std::string& crs_wkt, double nodata,
                  const ValueLegend* legend);

    CPLErr GetGeoTransform(double* six) override;
    const OGRSpatialReference* GetSpatialRef() const override { return crs_.IsEmpty() ? nullptr : &crs_; }

private:
    Grid grid_;
    OGRSpatialReference crs_;
};

}  // namespace papar
