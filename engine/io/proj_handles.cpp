#include "engine/io/proj_handles.hpp"

#include "engine/base/error.hpp"

#include <proj_experimental.h>  // proj_crs_demote_to_2D

namespace papar {

ProjContext proj_context() {
    ProjContext context(proj_context_create());
    proj_log_level(context.get(), PJ_LOG_NONE);
    proj_context_set_enable_network(context.get(), 0);
    return context;
}

ProjObject horizontal_crs(PJ_CONTEXT* context, const std::string& wkt) {
    ProjObject crs(proj_create(context, wkt.c_str()));
    if (crs && proj_get_type(crs.get()) == PJ_TYPE_COMPOUND_CRS) {
        crs.reset(proj_crs_get_sub_crs(context, crs.get(), 0));
    }
    if (crs && proj_get_type(crs.get()) == PJ_TYPE_BOUND_CRS) {
        crs.reset(proj_get_source_crs(context, crs.get()));
    }
    if (crs && proj_is_crs(crs.get()) != 0) {
        crs.reset(proj_crs_demote_to_2D(context, nullptr, crs.get()));
    } else {
        crs.reset();
    }
    if (!crs) {
        throw error(
            ErrorKind::input,
            "the coordinate reference system is not one that PROJ understands: \"{}\"; assign a known one, e.g. "
            "by its EPSG code",
            wkt.size() > 120 ? wkt.substr(0, 120) + "..." : wkt);
    }
    return crs;
}

ProjObject geodetic_crs(PJ_CONTEXT* context, const PJ* crs) {
    return ProjObject(proj_crs_get_geodetic_crs(context, crs));
}

double axis_unit(PJ_CONTEXT* context, const PJ* crs) {
    const ProjObject system(proj_crs_get_coordinate_system(context, crs));
    double factor = 0;
    proj_cs_get_axis_info(context, system.get(), 0, nullptr, nullptr, nullptr, &factor, nullptr, nullptr, nullptr);
    return factor;
}

Ellipsoid ellipsoid_of(PJ_CONTEXT* context, const PJ* crs) {
    const ProjObject ellipsoid(proj_get_ellipsoid(context, crs));
    double a_m = 0;
    double inverse_flattening = 0;  // 0 means a sphere
    if (!ellipsoid ||
        proj_ellipsoid_get_parameters(context, ellipsoid.get(), &a_m, nullptr, nullptr, &inverse_flattening) == 0) {
        throw error(ErrorKind::input, "the coordinate reference system {} has no ellipsoid", proj_get_name(crs));
    }
    return {a_m, inverse_flattening > 0 ? 1 / inverse_flattening : 0};
}

}  // namespace papar
