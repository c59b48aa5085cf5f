// All places at one distance from a point, measured along the ellipsoid.
#pragma once

#include "engine/grid/cell_area.hpp"
#include "engine/zones/zone.hpp"

namespace papar {

// A polygon of `corners` vertices round the centre (longitude, latitude in degrees), at equal azimuths, by PROJ's
// geodesics (Karney 2013, Algorithms for geodesics, J. Geodesy 87). Its corners lie outside the circle and the middles
// of its edges inside, so that a flat circle would have the same area: corners at radius x sqrt(t / sin t), t = 2 pi /
// corners. Longitudes run on past 180 degrees where the circle crosses it.
[[nodiscard]] Shape geodesic_circle(const Ellipsoid& ellipsoid, const Vertex& centre, double radius_m, int corners);

// So many corners that no point of the polygon strays from the circle by more than `stray_m`: at least 64, at most 4096
// (0.3 m at 1000 km).
[[nodiscard]] int circle_corners(double radius_m, double stray_m);

// Metres from a place (degrees) to the nearer pole.
[[nodiscard]] double metres_to_pole(const Ellipsoid& ellipsoid, const Vertex& place);

}  // namespace papar
