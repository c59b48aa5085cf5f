#include "engine/io/crs_operation.hpp"

#include "engine/base/error.hpp"
#include "engine/io/crs.hpp"

#include <cmath>
#include <mutex>

namespace papar {

namespace {

// Narrows the choice of operations to where the box lies.
void set_area_of_interest(PJ_CONTEXT* context, PJ_OPERATION_FACTORY_CONTEXT* wish, const PJ* from, const Box& box) {
    const ProjObject geodetic = geodetic_crs(context, from);
    const ProjObject raw(proj_create_crs_to_crs_from_pj(context, from, geodetic.get(), nullptr, nullptr));
    const ProjObject locate(raw ? proj_normalize_for_visualization(context, raw.get()) : nullptr);
    double west = 0;
    double south = 0;
    double east = 0;
    double north = 0;
    constexpr int points_a_side = 21;
    if (locate && proj_trans_bounds(context, locate.get(), PJ_FWD, box.low.x, box.low.y, box.high.x, box.high.y, &west,
                                    &south, &east, &north, points_a_side) != 0) {
        proj_operation_factory_context_set_area_of_interest(context, wish, west, south, east, north);
    }
}

}  // namespace

CrsOperation::CrsOperation(const std::string& from_wkt, const std::string& to_wkt, const Box& box)
    : context_(proj_context()) {
    PJ_CONTEXT* context = context_.get();
    const ProjObject from = horizontal_crs(context, from_wkt);
    const ProjObject to = horizontal_crs(context, to_wkt);
    const std::unique_ptr<PJ_OPERATION_FACTORY_CONTEXT, ProjDeleter> wish(
        proj_create_operation_factory_context(context, nullptr));
    proj_operation_factory_context_set_grid_availability_use(context, wish.get(),
                                                             PROJ_GRID_AVAILABILITY_DISCARD_OPERATION_IF_MISSING_GRID);
    proj_operation_factory_context_set_spatial_criterion(context, wish.get(),
                                                         PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION);
    set_area_of_interest(context, wish.get(), from.get(), box);
    const ProjList operations(proj_create_operations(context, from.get(), to.get(), wish.get()));
    const ProjObject best(operations && proj_list_get_count(operations.get()) > 0
                              ? proj_list_get(context, operations.get(), 0)
                              : nullptr);
    operation_.reset(best ? proj_normalize_for_visualization(context, best.get()) : nullptr);
    if (!operation_) {
        throw error(ErrorKind::input, "PROJ knows no way from {} to {}", crs_label(from_wkt), crs_label(to_wkt));
    }
    approximate_ = proj_coordoperation_has_ballpark_transformation(context, best.get()) != 0;
}

std::unique_ptr<CrsOperation> CrsOperation::clone() const {
    static std::mutex cloning;  // reads one object of PROJ
    const std::lock_guard lock(cloning);
    std::unique_ptr<CrsOperation> copy(new CrsOperation);
    copy->context_ = proj_context();
    copy->operation_.reset(proj_clone(copy->context_.get(), operation_.get()));
    copy->approximate_ = approximate_;
    return copy;
}

std::optional<Vertex> CrsOperation::image(const Vertex& v, PJ_DIRECTION direction) const {
    const PJ_COORD to = proj_trans(operation_.get(), direction, proj_coord(v.x, v.y, 0, HUGE_VAL));
    if (!std::isfinite(to.xy.x) || !std::isfinite(to.xy.y)) {
        return std::nullopt;
    }
    return Vertex{to.xy.x, to.xy.y};
}

}  // namespace papar
