// GEOS as a value: one session with its own context, and the geometries it owns.
#pragma once

#include "engine/zones/zone.hpp"

#include <geos_c.h>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

namespace papar {

// Cheap to make, and reentrant; belongs to one thread, and outlives its geometries. Every member throws Error(failed)
// with GEOS's own words when GEOS gives up.
class GeosSession {
public:
    struct Deleter {
        GEOSContextHandle_t context;
        void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(context, geometry); }
    };
    using Geometry = std::unique_ptr<GEOSGeometry, Deleter>;

    GeosSession();
    GeosSession(const GeosSession&) = delete;
    GeosSession& operator=(const GeosSession&) = delete;
    ~GeosSession() { GEOS_finish_r(context_); }

    [[nodiscard]] GEOSContextHandle_t context() const { return context_; }

    // Takes what a GEOS function gave; null is GEOS's way to fail.
    [[nodiscard]] Geometry own(GEOSGeometry* geometry) const;

    // Precondition: finite coordinates, closed rings. Rings too short for GEOS are left out: `complete` then becomes
    // false.
    [[nodiscard]] Geometry multipolygon(const Shape& shape, bool& complete) const;
    // The same for a valid shape, which has no such rings.
    [[nodiscard]] Geometry multipolygon(const Shape& shape) const;
    // A shape that became invalid on its way into the grid's CRS is repaired again.
    [[nodiscard]] Geometry valid_multipolygon(const Shape& shape) const;

    [[nodiscard]] bool valid(const GEOSGeometry* geometry) const;
    // By structure: shells are united, holes taken out of them; pieces without area disappear.
    [[nodiscard]] Geometry made_valid(const GEOSGeometry* geometry) const;

    // Takes the parts over.
    [[nodiscard]] Geometry collection(std::vector<Geometry> parts) const;
    // Everything in `geometry` as one, without inner borders.
    [[nodiscard]] Geometry united(const GEOSGeometry* geometry) const {
        return own(GEOSUnaryUnion_r(context_, geometry));
    }
    // Of valid polygons; where they only touch, the outcome is of points and lines. Exact up to the rounding of new
    // vertices to doubles. GEOS retries by itself where that rounding breaks the topology: first with vertices snapped
    // together, in the end on a grid fine enough for the coordinates.
    [[nodiscard]] Geometry intersection(const GEOSGeometry* a, const GEOSGeometry* b) const;
    [[nodiscard]] Geometry difference(const GEOSGeometry* a, const GEOSGeometry* b) const;
    [[nodiscard]] Geometry copy(const GEOSGeometry* geometry) const {
        return own(GEOSGeom_clone_r(context_, geometry));
    }
    [[nodiscard]] Geometry united(std::vector<Geometry> polygons) const {
        return united(collection(std::move(polygons)).get());
    }
    // The same without points and lines.
    [[nodiscard]] Geometry polygons_of(const GEOSGeometry* geometry) const { return multipolygon(shape_of(geometry)); }

    [[nodiscard]] Geometry line(std::span<const Vertex> vertices) const;
    // The faces into which lines cut the plane, but for the one that has no end. Lines may cross and coincide. Each is
    // a run of vertices.
    [[nodiscard]] Geometry faces(std::span<const std::span<const Vertex>> lines) const;
    // Some point inside a polygon.
    [[nodiscard]] Vertex point_inside(const GEOSGeometry* polygon) const;
    [[nodiscard]] bool within_distance(const GEOSGeometry* a, const GEOSGeometry* b, double distance) const;

    // Why a geometry is invalid, in GEOS's words, and where; nothing where it is valid.
    struct Invalid {
        std::string reason;
        Vertex place;
    };
    [[nodiscard]] std::optional<Invalid> why_invalid(const GEOSGeometry* geometry) const;

    // Every polygon in `geometry`, whatever collection holds it; points and lines are left out.
    [[nodiscard]] Shape shape_of(const GEOSGeometry* geometry) const;

private:
    [[noreturn]] void fail() const;
    [[nodiscard]] Geometry ring(const Shape& shape, const Ring& ring) const;
    [[nodiscard]] Geometry collection(int type, std::vector<Geometry>& parts) const;
    void append(const GEOSGeometry* geometry, Shape& shape) const;
    void append_ring(const GEOSGeometry* ring, bool hole, Shape& shape) const;

    GEOSContextHandle_t context_;
    std::string failure_;
};

}  // namespace papar
