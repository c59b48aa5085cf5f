// Area of a shape in the CRS it is in.
#pragma once

#include "engine/grid/cell_area.hpp"
#include "engine/zones/zone.hpp"

#include <string>

namespace papar {

// Geographic CRS: on its ellipsoid, edges straight in longitude and latitude (the closed form for parallels integrated
// along each edge by Simpson's rule: relative error below 1e-9 for edges up to a degree). Projected CRS: planar, in m2,
// off by the projection's areal scale. Immutable; may be shared by threads.
class PolygonArea {
public:
    // Throws Error(input) when PROJ does not understand the CRS.
    explicit PolygonArea(const std::string& crs_wkt);

    // Shells less holes, whatever the direction of the rings; where rings cross or overlap this is not the area
    // covered.
    [[nodiscard]] double m2(const Shape& shape) const;
    // Length of all rings, in metres. Geographic: each edge as on a cylinder through its middle latitude, with the
    // radii of curvature there (Snyder 1987, eq. 4-18 to 4-20): relative error below 1e-6 for edges up to 0.1 degree.
    [[nodiscard]] double perimeter_m(const Shape& shape) const;
    // Whether the CRS is geographic.
    [[nodiscard]] bool ellipsoidal() const { return ellipsoidal_; }
    // Radians (geographic) or metres (projected) per CRS unit.
    [[nodiscard]] double unit() const { return unit_; }

private:
    [[nodiscard]] double ring_m2(const Shape& shape, const Ring& ring) const;

    bool ellipsoidal_ = false;
    Ellipsoid ellipsoid_;
    double unit_ = 1;
};

}  // namespace papar
