#include "engine/io/shape_tree.hpp"

#include <algorithm>
#include <cstdint>

namespace papar {

namespace {

// The diagonal of the shape's box.
GeosSession::Geometry diagonal(const GeosSession& geos, const Shape& shape) {
    Vertex low = shape.vertices.front();
    Vertex high = low;
    for (const Vertex& v : shape.vertices) {
        low = {std::min(low.x, v.x), std::min(low.y, v.y)};
        high = {std::max(high.x, v.x), std::max(high.y, v.y)};
    }
    const double ends[] = {low.x, low.y, high.x, high.y};
    return geos.own(
        GEOSGeom_createLineString_r(geos.context(), GEOSCoordSeq_copyFromBuffer_r(geos.context(), ends, 2, 0, 0)));
}

}  // namespace

ShapeTree::ShapeTree(const GeosSession& geos, const std::vector<HazardShape>& shapes) : geos_(&geos) {
    constexpr std::size_t node_capacity = 10;  // GEOS's own choice
    tree_ = {GEOSSTRtree_create_r(geos.context(), node_capacity), Deleter{geos.context()}};
    for (std::size_t i = 0; i < shapes.size(); ++i) {
        // The tree keeps the box and hands back the pointer: an index in disguise.
        GEOSSTRtree_insert_r(geos.context(), tree_.get(), diagonal(geos, shapes[i].shape).get(),
                             reinterpret_cast<void*>(static_cast<std::uintptr_t>(i)));
    }
}

std::vector<std::size_t> ShapeTree::near(const Shape& shape) const {
    std::vector<std::size_t> found;
    if (shape.empty()) {
        return found;
    }
    GEOSSTRtree_query_r(
        geos_->context(), tree_.get(), diagonal(*geos_, shape).get(),
        [](void* item, void* list) {
            static_cast<std::vector<std::size_t>*>(list)->push_back(reinterpret_cast<std::uintptr_t>(item));
        },
        &found);
    std::sort(found.begin(), found.end());
    return found;
}

}  // namespace papar
