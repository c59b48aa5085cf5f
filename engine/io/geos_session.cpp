#include "engine/io/geos_session.hpp"

#include "engine/base/error.hpp"

#include <utility>

namespace papar {

namespace {

constexpr std::size_t fewest_vertices = 4;  // of a ring that GEOS accepts

std::vector<GEOSGeometry*> released(std::vector<GeosSession::Geometry>& owners) {
    std::vector<GEOSGeometry*> geometries;
    for (GeosSession::Geometry& owner : owners) {
        geometries.push_back(owner.release());
    }
    return geometries;
}

}  // namespace

GeosSession::GeosSession() : context_(GEOS_init_r()) {
    GEOSContext_setErrorMessageHandler_r(
        context_, [](const char* message, void* kept) { *static_cast<std::string*>(kept) = message; }, &failure_);
}

void GeosSession::fail() const {
    throw error(ErrorKind::failed, "GEOS gave up on a polygon: {}", failure_);
}

GeosSession::Geometry GeosSession::own(GEOSGeometry* geometry) const {
    if (geometry == nullptr) {
        fail();
    }
    return {geometry, Deleter{context_}};
}

GeosSession::Geometry GeosSession::multipolygon(const Shape& shape, bool& complete) const {
    std::vector<Geometry> polygons;
    complete = true;
    for (const PolygonRings& polygon : shape.polygons) {
        std::vector<Geometry> rings;
        for (std::size_t r = polygon.first; r < polygon.first + polygon.count; ++r) {
            if (shape.rings[r].count >= fewest_vertices) {
                rings.push_back(ring(shape, shape.rings[r]));
                continue;
            }
            complete = false;
            if (r == polygon.first) {
                break;  // no shell, no polygon
            }
        }
        if (!rings.empty()) {
            GEOSGeometry* shell = rings.front().release();
            rings.erase(rings.begin());
            std::vector<GEOSGeometry*> holes = released(rings);
            polygons.push_back(
                own(GEOSGeom_createPolygon_r(context_, shell, holes.data(), static_cast<unsigned>(holes.size()))));
        }
    }
    return collection(GEOS_MULTIPOLYGON, polygons);
}

GeosSession::Geometry GeosSession::multipolygon(const Shape& shape) const {
    bool complete = true;
    return multipolygon(shape, complete);
}

GeosSession::Geometry GeosSession::valid_multipolygon(const Shape& shape) const {
    Geometry raw = multipolygon(shape);
    return valid(raw.get()) ? std::move(raw) : polygons_of(made_valid(raw.get()).get());
}

bool GeosSession::valid(const GEOSGeometry* geometry) const {
    const char answer = GEOSisValid_r(context_, geometry);
    if (answer == 2) {
        fail();
    }
    return answer == 1;
}

GeosSession::Geometry GeosSession::made_valid(const GEOSGeometry* geometry) const {
    const auto destroy = [this](GEOSMakeValidParams* params) { GEOSMakeValidParams_destroy_r(context_, params); };
    const std::unique_ptr<GEOSMakeValidParams, decltype(destroy)> params(GEOSMakeValidParams_create_r(context_),
                                                                         destroy);
    GEOSMakeValidParams_setMethod_r(context_, params.get(), GEOS_MAKE_VALID_STRUCTURE);
    GEOSMakeValidParams_setKeepCollapsed_r(context_, params.get(), 0);
    return own(GEOSMakeValidWithParams_r(context_, geometry, params.get()));
}

GeosSession::Geometry GeosSession::collection(std::vector<Geometry> parts) const {
    std::vector<GEOSGeometry*> geometries = released(parts);
    return own(GEOSGeom_createCollection_r(context_, GEOS_GEOMETRYCOLLECTION, geometries.data(),
                                           static_cast<unsigned>(geometries.size())));
}

GeosSession::Geometry GeosSession::intersection(const GEOSGeometry* a, const GEOSGeometry* b) const {
    return own(GEOSIntersection_r(context_, a, b));
}

GeosSession::Geometry GeosSession::difference(const GEOSGeometry* a, const GEOSGeometry* b) const {
    return own(GEOSDifference_r(context_, a, b));
}

GeosSession::Geometry GeosSession::line(std::span<const Vertex> vertices) const {
    return own(GEOSGeom_createLineString_r(
        context_,
        GEOSCoordSeq_copyFromBuffer_r(context_, &vertices.front().x, static_cast<unsigned>(vertices.size()), 0, 0)));
}

GeosSession::Geometry GeosSession::faces(std::span<const std::span<const Vertex>> lines) const {
    std::vector<Geometry> parts;
    for (const std::span<const Vertex>& vertices : lines) {
        parts.push_back(line(vertices));
    }
    const Geometry all = collection(std::move(parts));
    const Geometry noded = own(GEOSUnaryUnion_r(context_, all.get()));
    const GEOSGeometry* linework = noded.get();
    return own(GEOSPolygonize_r(context_, &linework, 1));
}

Vertex GeosSession::point_inside(const GEOSGeometry* polygon) const {
    const Geometry point = own(GEOSPointOnSurface_r(context_, polygon));
    Vertex v;
    if (GEOSGeomGetX_r(context_, point.get(), &v.x) != 1 || GEOSGeomGetY_r(context_, point.get(), &v.y) != 1) {
        fail();
    }
    return v;
}

bool GeosSession::within_distance(const GEOSGeometry* a, const GEOSGeometry* b, double distance) const {
    const char answer = GEOSDistanceWithin_r(context_, a, b, distance);
    if (answer == 2) {
        fail();
    }
    return answer == 1;
}

std::optional<GeosSession::Invalid> GeosSession::why_invalid(const GEOSGeometry* geometry) const {
    char* reason = nullptr;
    GEOSGeometry* place = nullptr;
    const char answer = GEOSisValidDetail_r(context_, geometry, 0, &reason, &place);
    if (answer == 2) {
        fail();
    }
    if (answer == 1) {
        return std::nullopt;
    }
    Invalid invalid;
    invalid.reason = reason != nullptr ? reason : "";
    GEOSFree_r(context_, reason);
    if (place != nullptr) {
        const Geometry point = own(place);
        GEOSGeomGetX_r(context_, point.get(), &invalid.place.x);
        GEOSGeomGetY_r(context_, point.get(), &invalid.place.y);
    }
    return invalid;
}

Shape GeosSession::shape_of(const GEOSGeometry* geometry) const {
    Shape shape;
    append(geometry, shape);
    return shape;
}

void GeosSession::append(const GEOSGeometry* geometry, Shape& shape) const {
    if (GEOSGeomTypeId_r(context_, geometry) != GEOS_POLYGON) {
        // A single point or line counts itself as its only part.
        const int parts = GEOSGetNumGeometries_r(context_, geometry);
        for (int i = 0; i < parts && GEOSGeomTypeId_r(context_, geometry) >= GEOS_MULTIPOINT; ++i) {
            append(GEOSGetGeometryN_r(context_, geometry, i), shape);
        }
        return;
    }
    if (GEOSisEmpty_r(context_, geometry) != 0) {
        return;
    }
    const std::size_t first = shape.rings.size();
    append_ring(GEOSGetExteriorRing_r(context_, geometry), false, shape);
    for (int i = 0; i < GEOSGetNumInteriorRings_r(context_, geometry); ++i) {
        append_ring(GEOSGetInteriorRingN_r(context_, geometry, i), true, shape);
    }
    shape.polygons.push_back({first, shape.rings.size() - first});
}

GeosSession::Geometry GeosSession::ring(const Shape& shape, const Ring& ring) const {
    return own(
        GEOSGeom_createLinearRing_r(context_, GEOSCoordSeq_copyFromBuffer_r(context_, &shape.vertices[ring.first].x,
                                                                            static_cast<unsigned>(ring.count), 0, 0)));
}

GeosSession::Geometry GeosSession::collection(int type, std::vector<Geometry>& parts) const {
    std::vector<GEOSGeometry*> members = released(parts);
    return own(GEOSGeom_createCollection_r(context_, type, members.data(), static_cast<unsigned>(members.size())));
}

void GeosSession::append_ring(const GEOSGeometry* ring, bool hole, Shape& shape) const {
    const auto count = static_cast<std::size_t>(GEOSGeomGetNumPoints_r(context_, ring));
    const std::size_t first = shape.vertices.size();
    shape.vertices.resize(first + count);
    GEOSCoordSeq_copyToBuffer_r(context_, GEOSGeom_getCoordSeq_r(context_, ring), &shape.vertices[first].x, 0, 0);
    shape.rings.push_back({first, count, hole});
}

}  // namespace papar
