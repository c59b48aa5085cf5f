#include "engine/io/geographic_crs.hpp"

#include "engine/io/proj_handles.hpp"

#include <numbers>

namespace papar {

GeographicCrs::GeographicCrs(const std::string& crs_wkt) {
    const ProjContext context = proj_context();
    const ProjObject crs = horizontal_crs(context.get(), crs_wkt);
    const ProjObject base = geodetic_crs(context.get(), crs.get());
    ellipsoid_ = ellipsoid_of(context.get(), base.get());
    degrees_ = axis_unit(context.get(), base.get()) * 180 / std::numbers::pi;
    wkt_ = proj_as_wkt(context.get(), base.get(), PJ_WKT2_2019, nullptr);
}

}  // namespace papar
