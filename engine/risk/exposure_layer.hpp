// An exposure layer as the risk stage reads it: a raster on the analysis grid, or pieces of features by cell.
#pragma once

#include "engine/grid/analysis_grid.hpp"
#include "engine/grid/raster_source.hpp"
#include "engine/io/exposure_settings.hpp"
#include "engine/zones/exposure_rows.hpp"

#include <cstddef>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>

namespace papar {

struct ExposureLayer {
    ExposureKind kind = ExposureKind::value;
    std::shared_ptr<const RasterSource> raster;  // value and land_cover
    Placement placement;
    ValueUnit unit = ValueUnit::per_cell;
    std::map<std::int64_t, double> rupiah_per_hectare;  // land_cover, by class code
    // land_cover: the classes that count, each with its place in EnvironmentalMethod::covers; none: the method has no
    // such cover type.
    std::map<std::int64_t, std::optional<std::size_t>> cover;
    std::shared_ptr<const ExposurePieces> pieces;  // polygons, points and lines
    std::shared_ptr<const ExposureRows> rows;      // of the pieces
};

}  // namespace papar
