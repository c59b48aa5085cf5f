#include "engine/io/cell_area_of_crs.hpp"

#include "engine/base/error.hpp"
#include "engine/io/crs.hpp"
#include "engine/io/proj_handles.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>
#include <utility>

namespace papar {

namespace {

constexpr double spacing_m = 5000;  // between nodes of the lattice
constexpr double most_nodes_a_side = 512;
constexpr double difference_m = 100;  // half the baseline of the numerical derivative: truncation ~ (100 m / R)^2

// True square metres for one square CRS unit of a projected CRS at a place: the determinant of the inverse
// projection's derivative, by central differences, times the ellipsoid's radii of curvature. (proj_factors of PROJ 9.1
// builds a new pipeline at every call on a CRS, 10 ms each.)
class TrueScale {
public:
    TrueScale(PJ_CONTEXT* context, const PJ* crs, double metres_per_unit)
        : ellipsoid_(ellipsoid_of(context, crs)), step_(difference_m / metres_per_unit) {
        const ProjObject geodetic = geodetic_crs(context, crs);
        radians_ = axis_unit(context, geodetic.get());
        const ProjObject raw(proj_create_crs_to_crs_from_pj(context, crs, geodetic.get(), nullptr, nullptr));
        inverse_.reset(raw ? proj_normalize_for_visualization(context, raw.get()) : nullptr);
        if (!inverse_) {
            throw error(ErrorKind::input,
                        "the coordinate reference system {} cannot be inverted, so that true areas are not known; set "
                        "grid.area = \"planar\"",
                        proj_get_name(crs));
        }
    }

    [[nodiscard]] double square_metres(double x, double y) const {
        const PJ_XY west = geographic(x - step_, y);
        const PJ_XY east = geographic(x + step_, y);
        const PJ_XY south = geographic(x, y - step_);
        const PJ_XY north = geographic(x, y + step_);
        const double lon_x = std::remainder(east.x - west.x, 2 * std::numbers::pi);
        const double lon_y = std::remainder(north.x - south.x, 2 * std::numbers::pi);
        const double determinant = lon_x * (north.y - south.y) - lon_y * (east.y - west.y);
        const double latitude = (west.y + east.y + south.y + north.y) / 4;
        // Meridian radius x parallel radius = a^2 (1 - e^2) cos(lat) / (1 - e^2 sin^2 lat)^2 (Snyder 1987, p. 24-25).
        const double e2 = ellipsoid_.f * (2 - ellipsoid_.f);
        const double w2 = 1 - e2 * std::sin(latitude) * std::sin(latitude);
        const double radii = ellipsoid_.a_m * ellipsoid_.a_m * (1 - e2) * std::cos(latitude) / (w2 * w2);
        return std::abs(determinant) * radii / (4 * step_ * step_);
    }

private:
    [[nodiscard]] PJ_XY geographic(double x, double y) const {
        const PJ_COORD at = proj_trans(inverse_.get(), PJ_FWD, proj_coord(x, y, 0, HUGE_VAL));
        return {at.xy.x * radians_, at.xy.y * radians_};
    }

    Ellipsoid ellipsoid_;
    double step_;         // CRS units
    double radians_ = 0;  // per unit of the base CRS
    ProjObject inverse_;
};

ScaleLattice scale_lattice(const TrueScale& scale, const Grid& grid, double metres_per_unit) {
    const double cell_m = std::max(grid.dx, grid.dy) * metres_per_unit;
    const auto longest = static_cast<double>(std::max(grid.cols, grid.rows));
    const double step = std::max({1.0, std::floor(spacing_m / cell_m), std::ceil(longest / (most_nodes_a_side - 1))});
    ScaleLattice lattice;
    lattice.step = static_cast<std::int64_t>(step);
    const auto nodes = [&](std::int64_t cells) {
        return std::max<std::int64_t>(2, (cells + lattice.step - 1) / lattice.step + 1);
    };
    lattice.cols = nodes(grid.cols);
    lattice.rows = nodes(grid.rows);
    lattice.inverse_areal_scale.reserve(static_cast<std::size_t>(lattice.cols * lattice.rows));
    for (std::int64_t j = 0; j < lattice.rows; ++j) {
        for (std::int64_t i = 0; i < lattice.cols; ++i) {
            const double x = grid.x_of(static_cast<double>(i * lattice.step));
            const double y = grid.y_of(static_cast<double>(j * lattice.step));
            const double inverse = scale.square_metres(x, y) / (metres_per_unit * metres_per_unit);
            if (!std::isfinite(inverse) || inverse <= 0) {
                throw error(
                    ErrorKind::input,
                    "the grid leaves the domain of its projection near x {:.10g}, y {:.10g}: check that its CRS "
                    "is the right one",
                    x, y);
            }
            lattice.inverse_areal_scale.push_back(inverse);
        }
    }
    return lattice;
}

}  // namespace

CellArea cell_area_of_crs(const std::string& crs_wkt, const Grid& grid, AreaModel model) {
    const ProjContext context = proj_context();
    const ProjObject crs = horizontal_crs(context.get(), crs_wkt);
    const PJ_TYPE type = proj_get_type(crs.get());
    if (type == PJ_TYPE_GEOGRAPHIC_2D_CRS && proj_crs_is_derived(context.get(), crs.get()) == 0) {
        if (model == AreaModel::planar) {
            throw error(ErrorKind::usage,
                        "grid.area = \"planar\" needs a projected CRS, but the rasters are in {}, "
                        "whose cells have no one size: leave it out for ellipsoidal areas",
                        crs_label(crs_wkt));
        }
        return CellArea::geographic(grid, ellipsoid_of(context.get(), crs.get()), axis_unit(context.get(), crs.get()));
    }
    if (type != PJ_TYPE_PROJECTED_CRS) {
        throw error(ErrorKind::input, "the CRS {} is neither geographic nor projected: areas cannot be computed in it",
                    crs_label(crs_wkt));
    }
    const double metres_per_unit = axis_unit(context.get(), crs.get());
    if (model == AreaModel::planar) {
        return CellArea::planar(grid, metres_per_unit);
    }
    const TrueScale scale(context.get(), crs.get(), metres_per_unit);
    return CellArea::projected(grid, metres_per_unit, scale_lattice(scale, grid.frame(), metres_per_unit));
}

}  // namespace papar
