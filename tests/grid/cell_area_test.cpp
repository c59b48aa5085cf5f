#include "engine/grid/cell_area.hpp"

#include <geodesic.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

namespace papar {
namespace {

constexpr double degree = std::numbers::pi / 180;
constexpr double pole = std::numbers::pi / 2;

// Area of a quadrangle of meridians and parallels by PROJ's geodesic polygon (Karney 2013), the parallels followed by
// 20,000 geodesics each: they stray from the parallel by about (width / 20000)^2 of its length.
double geodesic_quadrangle_m2(const Ellipsoid& ellipsoid, double south, double north, double width) {
    geod_geodesic geodesic;
    geod_init(&geodesic, ellipsoid.a_m, ellipsoid.f);
    geod_polygon polygon;
    geod_polygon_init(&polygon, 0);
    constexpr int pieces = 20000;
    for (int i = 0; i <= pieces; ++i) {
        geod_polygon_addpoint(&geodesic, &polygon, south, width * i / pieces);
    }
    for (int i = pieces; i >= 0; --i) {
        geod_polygon_addpoint(&geodesic, &polygon, north, width * i / pieces);
    }
    double area = 0;
    geod_polygon_compute(&geodesic, &polygon, 0, 1, &area, nullptr);
    return area;
}

TEST(ZoneAreaPerRadian, WholeEllipsoid) {
    // 2 pi a^2 (1 + (1 - e^2)/e atanh e); WGS 84: 510,065,621.724 km2.
    const Ellipsoid wgs84;
    const double e2 = wgs84.f * (2 - wgs84.f);
    const double e = std::sqrt(e2);
    const double closed_form = 2 * std::numbers::pi * wgs84.a_m * wgs84.a_m * (1 + (1 - e2) / e * std::atanh(e));
    EXPECT_NEAR(closed_form / 1e6, 510065621.724, 0.0005);
    EXPECT_NEAR(2 * std::numbers::pi * zone_area_per_radian(wgs84, -pole, pole) / closed_form, 1, 1e-15);
}

TEST(ZoneAreaPerRadian, SphereIsArchimedes) {
    // a^2 (sin north - sin south): sin 30 = 1/2, sin -90 = -1.
    EXPECT_NEAR(zone_area_per_radian({2.0, 0}, -pole, 30 * degree), 6.0, 1e-14);
}

TEST(ZoneAreaPerRadian, QuadranglesAgreeWithGeodesicPolygons) {
    for (const Ellipsoid& ellipsoid : {Ellipsoid{}, Ellipsoid{6377397.155, 1 / 299.1528128}}) {
        for (const double south : {-89.0, -11.0, -6.2, -0.5, 5.0, 47.0, 80.0}) {
            const double ours = zone_area_per_radian(ellipsoid, south * degree, (south + 1) * degree) * degree;
            const double theirs = geodesic_quadrangle_m2(ellipsoid, south, south + 1, 1);
            EXPECT_NEAR(ours / theirs, 1, 1e-10) << "south " << south;
        }
    }
}

TEST(CellAreaGeographic, RowsAddUpToTheirBand) {
    // 100,000 rows of 0.36": each would lose nine digits if two large areas were subtracted.
    const Grid grid{106, -6, 1e-4, 1e-4, 10, 100000};
    const CellArea area = CellArea::geographic(grid, Ellipsoid{}, degree);
    long double sum = 0;
    for (std::int64_t row = 0; row < grid.rows; ++row) {
        sum += static_cast<long double>(area.mean_m2(row, 0, 10));
    }
    const double band = zone_area_per_radian(Ellipsoid{}, -16 * degree, -6 * degree) * 1e-4 * degree;
    EXPECT_NEAR(static_cast<double>(sum) / band, 1, 1e-13);
}

TEST(CellAreaGeographic, NeighbouringTinyRowsDifferSmoothly) {
    // 0.1 m cells. The area goes with cos(lat) / (1 - e^2 sin^2 lat)^2, whose logarithm falls southwards by
    // tan 6 - 4 e^2 sin 6 cos 6 = 0.105104 - 4 * 0.0066944 * 0.103956 = 0.102320 a radian (the denominator 0.99993
    // counts for 2e-7): 1.745329e-8 rad a row make 1.78582e-9.
    const Grid grid{106, -6, 1e-6, 1e-6, 10, 100};
    const CellArea area = CellArea::geographic(grid, Ellipsoid{}, degree);
    for (std::int64_t row = 1; row < grid.rows; ++row) {
        ASSERT_NEAR(area.mean_m2(row, 0, 1) / area.mean_m2(row - 1, 0, 1) - 1, -1.78582e-9, 1e-13);
    }
}

TEST(CellAreaGeographic, RowsOutsideTheGridAreComputedAndNothingLiesBeyondAPole) {
    const Grid grid{0, 90, 1, 1, 360, 2};
    const CellArea area = CellArea::geographic(grid, Ellipsoid{}, degree);
    const Grid lower{0, 88, 1, 1, 360, 2};
    EXPECT_EQ(area.mean_m2(2, -5, 3), CellArea::geographic(lower, Ellipsoid{}, degree).mean_m2(0, 0, 1));
    EXPECT_EQ(area.mean_m2(-1, 0, 1), 0);
    // A row half beyond the pole has the area of the half on Earth.
    const Grid over{0, 90.5, 1, 1, 360, 1};
    EXPECT_NEAR(CellArea::geographic(over, Ellipsoid{}, degree).mean_m2(0, 0, 1),
                zone_area_per_radian(Ellipsoid{}, 89.5 * degree, pole) * degree, 1e-3);
    EXPECT_EQ(area.longest_span(), std::numeric_limits<std::int64_t>::max());
}

TEST(CellAreaPlanar, WidthTimesHeightInMetres) {
    const CellArea area = CellArea::planar({0, 0, 100, 50, 10, 10}, 0.5);
    EXPECT_EQ(area.mean_m2(3, 0, 4), 50.0 * 25.0);
    EXPECT_EQ(area.longest_span(), std::numeric_limits<std::int64_t>::max());
}

TEST(CellAreaProjected, BilinearBetweenNodesAndLevelOutside) {
    // Nodes every 10 cells, 3 x 2 of them; cells of 2 m2.
    const Grid grid{0, 0, 2, 1, 20, 10};
    const CellArea area = CellArea::projected(grid, 1, {10, 3, 2, {1.0, 1.2, 1.6, 2.0, 2.2, 2.6}});
    // Column 0..1 has its centre at 0.5 cells: 1 + 0.2 * 0.05 = 1.01 in the north, 2.01 in the south; row 4 lies
    // at 4.5.
    EXPECT_NEAR(area.mean_m2(4, 0, 1), 2 * (1.01 * 0.55 + 2.01 * 0.45), 1e-14);
    // Columns 10..19, centre 15: 1.4 and 2.4.
    EXPECT_NEAR(area.mean_m2(4, 10, 10), 2 * (1.4 * 0.55 + 2.4 * 0.45), 1e-14);
    EXPECT_NEAR(area.mean_m2(-7, -9, 2), 2 * 1.0, 1e-14);
    EXPECT_NEAR(area.mean_m2(40, 100, 2), 2 * 2.6, 1e-14);
    EXPECT_EQ(area.longest_span(), 10);
}

}  // namespace
}  // namespace papar
