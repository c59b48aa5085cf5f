// Settings of the analysis grid.
#pragma once

namespace papar {

enum class AreaModel {
    ellipsoidal,  // true areas on the CRS's ellipsoid
    planar,       // cell width x height in the CRS's unit: projected CRS only
};

// How far the analysis reaches.
enum class Extent {
    rasters,  // all rasters together: the balance accounts for every person of the population raster
    zones,    // the box round the zones: for a small area on a large raster
};

struct GridSettings {
    AreaModel area = AreaModel::ellipsoidal;
    Extent extent = Extent::rasters;
    // Share of the people that may be without a place when the population comes from another coordinate system.
    double max_residual = 1e-3;
    bool operator==(const GridSettings&) const = default;
};

}  // namespace papar
