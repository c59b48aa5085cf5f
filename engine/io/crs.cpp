#include "engine/io/crs.hpp"

#include "engine/base/error.hpp"
#include "engine/io/proj_handles.hpp"

#include <array>
#include <string_view>

namespace papar {

namespace {

std::string label_of(const PJ* crs) {
    const char* name = proj_get_name(crs);
    const char* authority = proj_get_id_auth_name(crs, 0);
    const char* code = proj_get_id_code(crs, 0);
    if (authority != nullptr && code != nullptr) {
        return fmt::format("{}:{} ({})", authority, code, name);
    }
    const bool named = name != nullptr && *name != '\0' && std::string_view(name) != "unknown";
    return named ? name : "a CRS without name";
}

}  // namespace

bool same_crs(const std::string& a_wkt, const std::string& b_wkt) {
    if (a_wkt == b_wkt || a_wkt.empty() || b_wkt.empty()) {
        return a_wkt == b_wkt;
    }
    const ProjContext context = proj_context();
    const ProjObject a = horizontal_crs(context.get(), a_wkt);
    const ProjObject b = horizontal_crs(context.get(), b_wkt);
    return proj_is_equivalent_to_with_ctx(context.get(), a.get(), b.get(),
                                          PJ_COMP_EQUIVALENT_EXCEPT_AXIS_ORDER_GEOGCRS) != 0;
}

std::string horizontal_wkt(const std::string& wkt) {
    const ProjContext context = proj_context();
    const ProjObject crs = horizontal_crs(context.get(), wkt);
    const std::array<const char*, 2> options{"MULTILINE=NO", nullptr};
    const char* text = proj_as_wkt(context.get(), crs.get(), PJ_WKT2_2019, options.data());
    if (text == nullptr) {
        throw error(ErrorKind::input, "the coordinate reference system {} cannot be written as WKT",
                    label_of(crs.get()));
    }
    return text;
}

std::string crs_label(const std::string& wkt) {
    if (wkt.empty()) {
        return "no CRS";
    }
    const ProjContext context = proj_context();
    const ProjObject crs(proj_create(context.get(), wkt.c_str()));
    return crs ? label_of(crs.get()) : "a CRS that PROJ does not understand";
}

}  // namespace papar
