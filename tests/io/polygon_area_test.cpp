#include "engine/io/polygon_area.hpp"

#include <geodesic.h>
#include <gtest/gtest.h>

namespace papar {
namespace {

Shape square_with_hole(double x, double y, double side) {
    Shape shape;
    shape.vertices = {{x, y}, {x + side, y}, {x + side, y + side}, {x, y + side}, {x, y}};
    // The hole, a quarter of the width, in the middle; the other way round.
    const double a = x + side * 3 / 8;
    const double b = y + side * 3 / 8;
    const double s = side / 4;
    shape.vertices.insert(shape.vertices.end(), {{a, b}, {a, b + s}, {a + s, b + s}, {a + s, b}, {a, b}});
    shape.rings = {{0, 5, false}, {5, 5, true}};
    shape.polygons = {{0, 2}};
    return shape;
}

TEST(PolygonArea, PlanarInMetres) {
    const PolygonArea area("EPSG:32748");
    EXPECT_FALSE(area.ellipsoidal());
    EXPECT_DOUBLE_EQ(area.m2(square_with_hole(700000, 9300000, 80)), 6400 - 400);
}

TEST(PolygonArea, EllipsoidalQuadrangleIsTheClosedForm) {
    const PolygonArea area("EPSG:4326");
    EXPECT_TRUE(area.ellipsoidal());
    const double d = area.unit();
    const double shell = zone_area_per_radian(Ellipsoid{}, -6.5 * d, -5.7 * d) * 0.8 * d;
    const double hole = zone_area_per_radian(Ellipsoid{}, -6.2 * d, -6.0 * d) * 0.2 * d;
    EXPECT_NEAR(area.m2(square_with_hole(106, -6.5, 0.8)) / (shell - hole), 1, 1e-12);
}

TEST(PolygonArea, SlantedEdgesAgreeWithGeodesics) {
    // A triangle; each side, straight in degrees, followed by 5,000 geodesics (PROJ's geodesic.h, Karney 2013).
    const Vertex corners[4] = {{106, -7}, {107, -6.8}, {106.3, -6}, {106, -7}};
    geod_geodesic geodesic;
    geod_init(&geodesic, 6378137, 1 / 298.257223563);
    geod_polygon polygon;
    geod_polygon_init(&polygon, 0);
    for (int side = 0; side < 3; ++side) {
        for (int i = 0; i < 5000; ++i) {
            geod_polygon_addpoint(&geodesic, &polygon,
                                  corners[side].y + (corners[side + 1].y - corners[side].y) * i / 5000,
                                  corners[side].x + (corners[side + 1].x - corners[side].x) * i / 5000);
        }
    }
    double expected = 0;
    geod_polygon_compute(&geodesic, &polygon, 0, 1, &expected, nullptr);
    Shape shape;
    shape.vertices.assign(corners, corners + 4);
    shape.rings = {{0, 4, false}};
    shape.polygons = {{0, 1}};
    EXPECT_NEAR(PolygonArea("EPSG:4326").m2(shape) / expected, 1, 1e-9);
}

}  // namespace
}  // namespace papar
