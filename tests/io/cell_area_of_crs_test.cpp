#include "engine/io/cell_area_of_crs.hpp"

#include "engine/base/error.hpp"
#include "engine/io/proj_handles.hpp"

#include <geodesic.h>
#include <gtest/gtest.h>

#include <cmath>
#include <limits>
#include <numbers>

namespace papar {
namespace {

constexpr double degree = std::numbers::pi / 180;

// From a projected CRS to longitude and latitude in degrees.
class ToDegrees {
public:
    explicit ToDegrees(const char* crs) : context_(proj_context()), crs_(proj_create(context_.get(), crs)) {
        const ProjObject base = geodetic_crs(context_.get(), crs_.get());
        const ProjObject raw(proj_create_crs_to_crs_from_pj(context_.get(), crs_.get(), base.get(), nullptr, nullptr));
        way_.reset(proj_normalize_for_visualization(context_.get(), raw.get()));
    }
    [[nodiscard]] PJ_XY at(double x, double y) const {
        return proj_trans(way_.get(), PJ_FWD, proj_coord(x, y, 0, HUGE_VAL)).xy;
    }
    // 1 / areal scale by PROJ itself (proj_factors, an independent numerical derivative of the forward projection).
    [[nodiscard]] double inverse_areal_scale(double x, double y) const {
        const PJ_XY lon_lat = at(x, y);
        return 1 / proj_factors(crs_.get(), proj_coord(lon_lat.x * degree, lon_lat.y * degree, 0, 0)).areal_scale;
    }

private:
    ProjContext context_;
    ProjObject crs_;
    ProjObject way_;
};

struct ProjectedCase {
    const char* crs;
    Grid grid;  // 100 m cells
};

class ProjectedAreas : public testing::TestWithParam<ProjectedCase> {};

TEST_P(ProjectedAreas, AgreeWithProjFactorsWithinTheStatedBound) {
    const auto& [crs, grid] = GetParam();
    const CellArea area = cell_area_of_crs(crs, grid, AreaModel::ellipsoidal);
    const ToDegrees proj(crs);
    EXPECT_EQ(area.longest_span(), 50) << "5 km";
    // In the middle between nodes (every 50 cells), where interpolation is worst, and on a node.
    for (const std::int64_t row : {24, 50, 524, 999}) {
        for (const std::int64_t col : {0, 25, 725, 950}) {
            const double x = grid.x_of(static_cast<double>(col) + 0.5);
            const double y = grid.y_of(static_cast<double>(row) + 0.5);
            EXPECT_NEAR(area.mean_m2(row, col, 1) / (1e4 * proj.inverse_areal_scale(x, y)), 1, 2e-7)
                << crs << " col " << col << " row " << row;
        }
    }
}

TEST_P(ProjectedAreas, LongestSpanMayCrossANode) {
    const auto& [crs, grid] = GetParam();
    const CellArea area = cell_area_of_crs(crs, grid, AreaModel::ellipsoidal);
    double sum = 0;
    for (std::int64_t col = 475; col < 525; ++col) {
        sum += area.mean_m2(525, col, 1);
    }
    EXPECT_NEAR(area.mean_m2(525, 475, 50) / (sum / 50), 1, 2e-7);
}

INSTANTIATE_TEST_SUITE_P(
    Projections, ProjectedAreas,
    testing::Values(ProjectedCase{"EPSG:32748",
                                  {100000, 9400000, 100, 100, 1000, 1000}},  // UTM 48S, far from the meridian
                    ProjectedCase{"EPSG:32748", {650000, 9350000, 100, 100, 1000, 1000}},    // Jakarta
                    ProjectedCase{"EPSG:3395", {11876000, -600000, 100, 100, 1000, 1000}},   // world Mercator, Jakarta
                    ProjectedCase{"EPSG:3395", {0, 8300000, 100, 100, 1000, 1000}},          // and 59 north
                    ProjectedCase{"EPSG:2154", {300000, 7100000, 100, 100, 1000, 1000}},     // Lambert, France
                    ProjectedCase{"EPSG:23830", {100000, 1600000, 100, 100, 1000, 1000}}));  // DGN95 TM-3 zone 46.2

TEST(CellAreaOfCrs, UtmSquareEqualsTheGeodesicPolygonRoundIt) {
    // 20 km x 20 km of UTM 48S; its sides followed by 2,000 geodesics each (PROJ's geodesic.h, Karney 2013).
    const Grid grid{690000, 9320000, 100, 100, 200, 200};
    const CellArea area = cell_area_of_crs("EPSG:32748", grid, AreaModel::ellipsoidal);
    double sum = 0;
    for (std::int64_t row = 0; row < grid.rows; ++row) {
        for (std::int64_t col = 0; col < grid.cols; col += 50) {
            sum += 50 * area.mean_m2(row, col, 50);
        }
    }
    const ToDegrees proj("EPSG:32748");
    geod_geodesic geodesic;
    geod_init(&geodesic, 6378137, 1 / 298.257223563);
    geod_polygon polygon;
    geod_polygon_init(&polygon, 0);
    const double corners[5][2] = {{0, 200}, {200, 200}, {200, 0}, {0, 0}, {0, 200}};
    for (int side = 0; side < 4; ++side) {
        for (int i = 0; i < 2000; ++i) {
            const double col = corners[side][0] + (corners[side + 1][0] - corners[side][0]) * i / 2000;
            const double row = corners[side][1] + (corners[side + 1][1] - corners[side][1]) * i / 2000;
            const PJ_XY at = proj.at(grid.x_of(col), grid.y_of(row));
            geod_polygon_addpoint(&geodesic, &polygon, at.y, at.x);
        }
    }
    double expected = 0;
    geod_polygon_compute(&geodesic, &polygon, 0, 1, &expected, nullptr);
    EXPECT_NEAR(sum / expected, 1, 4e-7);
    EXPECT_GT(std::abs(4e8 / expected - 1), 5e-5) << "planar would be visibly off";
}

TEST(CellAreaOfCrs, GeographicUsesTheCrsOwnEllipsoid) {
    const Grid grid{106, -6, 0.01, 0.01, 10, 10};
    // Batavia (EPSG:4211) is on Bessel 1841: a = 6377397.155 m, 1/f = 299.1528128 (EPSG:7004).
    const CellArea area = cell_area_of_crs("EPSG:4211", grid, AreaModel::ellipsoidal);
    const double expected =
        zone_area_per_radian({6377397.155, 1 / 299.1528128}, -6.01 * degree, -6 * degree) * 0.01 * degree;
    EXPECT_NEAR(area.mean_m2(0, 0, 10) / expected, 1, 1e-11);
}

TEST(CellAreaOfCrs, PlanarInTheCrsUnit) {
    const Grid grid{980000, 200000, 10, 10, 10, 10};
    EXPECT_EQ(cell_area_of_crs("EPSG:32748", grid, AreaModel::planar).mean_m2(0, 0, 1), 100);
    // EPSG:2263 (New York) is in US survey feet of 1200/3937 m.
    EXPECT_NEAR(cell_area_of_crs("EPSG:2263", grid, AreaModel::planar).mean_m2(0, 0, 1),
                100 * (1200.0 / 3937) * (1200.0 / 3937), 1e-9);
    EXPECT_NEAR(cell_area_of_crs("EPSG:2263", grid, AreaModel::ellipsoidal).mean_m2(0, 0, 1), 9.29, 0.01);
}

void expect_refused(const std::string& crs, const Grid& grid, AreaModel model, ErrorKind kind, const char* word) {
    try {
        (void)cell_area_of_crs(crs, grid, model);
        FAIL() << crs;
    } catch (const Error& problem) {
        EXPECT_EQ(problem.kind(), kind) << problem.what();
        EXPECT_NE(std::string(problem.what()).find(word), std::string::npos) << problem.what();
    }
}

TEST(CellAreaOfCrs, Refusals) {
    const Grid grid{106, -6, 0.01, 0.01, 10, 10};
    expect_refused("EPSG:4326", grid, AreaModel::planar, ErrorKind::usage, "planar");
    expect_refused("EPSG:4978", grid, AreaModel::ellipsoidal, ErrorKind::input, "neither geographic nor projected");
    expect_refused("nonsense", grid, AreaModel::ellipsoidal, ErrorKind::input, "PROJ");
    const Grid far_away{1e9, 1e9, 100, 100, 10, 10};
    expect_refused("EPSG:32748", far_away, AreaModel::ellipsoidal, ErrorKind::input, "domain");
}

}  // namespace
}  // namespace papar
