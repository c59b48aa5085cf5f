// The geographic CRS under another one.
#pragma once

#include "engine/grid/cell_area.hpp"

#include <string>

namespace papar {

class GeographicCrs {
public:
    // Throws Error(input) when PROJ does not understand the CRS or it has no ellipsoid.
    explicit GeographicCrs(const std::string& crs_wkt);

    [[nodiscard]] const std::string& wkt() const { return wkt_; }
    [[nodiscard]] const Ellipsoid& ellipsoid() const { return ellipsoid_; }
    [[nodiscard]] double degrees() const { return degrees_; }  // in one unit of its axes

private:
    std::string wkt_;
    Ellipsoid ellipsoid_;
    double degrees_ = 1;
};

}  // namespace papar
