#include "engine/io/geodesic_circle.hpp"

#include <geodesic.h>

#include <algorithm>
#include <cmath>
#include <numbers>

namespace papar {

Shape geodesic_circle(const Ellipsoid& ellipsoid, const Vertex& centre, double radius_m, int corners) {
    geod_geodesic earth;
    geod_init(&earth, ellipsoid.a_m, ellipsoid.f);
    const double turn = 2 * std::numbers::pi / corners;
    const double reach = radius_m * std::sqrt(turn / std::sin(turn));
    Shape circle;
    circle.vertices.reserve(static_cast<std::size_t>(corners) + 1);
    for (int corner = 0; corner < corners; ++corner) {
        Vertex v;
        geod_gendirect(&earth, centre.y, centre.x, 360.0 * corner / corners, GEOD_LONG_UNROLL, reach, &v.y, &v.x,
                       nullptr, nullptr, nullptr, nullptr, nullptr, nullptr);
        circle.vertices.push_back(v);
    }
    circle.vertices.push_back(circle.vertices.front());
    circle.rings.push_back({0, circle.vertices.size(), false});
    circle.polygons.push_back({0, 1});
    return circle;
}

int circle_corners(double radius_m, double stray_m) {
    constexpr int fewest = 64;
    constexpr int most = 4096;
    // The corners stray by two thirds of a chord's height, r t^2 / 8.
    const double turn = std::sqrt(12 * stray_m / radius_m);
    const double corners = std::ceil(2 * std::numbers::pi / turn);
    return static_cast<int>(std::clamp(corners, double{fewest}, double{most}));
}

double metres_to_pole(const Ellipsoid& ellipsoid, const Vertex& place) {
    geod_geodesic earth;
    geod_init(&earth, ellipsoid.a_m, ellipsoid.f);
    double metres = 0;
    geod_inverse(&earth, place.y, place.x, place.y < 0 ? -90 : 90, place.x, &metres, nullptr, nullptr);
    return metres;
}

}  // namespace papar
