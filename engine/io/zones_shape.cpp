#include "engine/io/zones_shape.hpp"

#include "engine/base/error.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace papar {

namespace {

constexpr double largest_coordinate = 1e15;  // beyond it neighbouring doubles are an eighth of a unit apart

// False for NaN, too.
bool on_earth(const Vertex& v) {
    return std::abs(v.x) <= largest_coordinate && std::abs(v.y) <= largest_coordinate;
}

class ShapeBuilder {
public:
    explicit ShapeBuilder(const std::string& subject) : subject_(subject) {
        constexpr double infinity = std::numeric_limits<double>::infinity();
        raw_.low = {infinity, infinity};
        raw_.high = {-infinity, -infinity};
    }

    void reserve(std::size_t vertices) { raw_.shape.vertices.reserve(vertices); }

    void add(OGRGeometryH geometry, bool in_collection) {
        const OGRwkbGeometryType type = wkbFlatten(OGR_G_GetGeometryType(geometry));
        if (type == wkbPolygon) {
            add_polygon(geometry);
        } else if (type == wkbMultiPolygon || type == wkbGeometryCollection) {
            for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) {
                add(OGR_G_GetGeometryRef(geometry, i), true);
            }
        } else if (in_collection) {
            ++raw_.other_parts;
        } else {
            refuse(type);
        }
    }

    RawShape take() {
        if (raw_.shape.empty() && raw_.other_parts > 0) {
            refuse(wkbGeometryCollection);
        }
        return std::move(raw_);
    }

private:
    [[noreturn]] void refuse(OGRwkbGeometryType type) const {
        throw error(ErrorKind::input, "{}: its geometry is a {}{}; features must be polygons", subject_,
                    OGRGeometryTypeToName(type), type == wkbGeometryCollection ? " without polygons" : "");
    }

    [[noreturn]] void refuse_first_outside(std::size_t first) const {
        const std::vector<Vertex>& vertices = raw_.shape.vertices;
        const auto at =
            std::find_if_not(vertices.begin() + static_cast<std::ptrdiff_t>(first), vertices.end(), on_earth);
        throw error(ErrorKind::input, "{}: vertex {} of a ring is at ({}, {}), which is no place on Earth", subject_,
                    at - vertices.begin() - static_cast<std::ptrdiff_t>(first) + 1, at->x, at->y);
    }

    // Holes of a polygon without shell have nothing to be holes in.
    void add_polygon(OGRGeometryH polygon) {
        const std::size_t first = raw_.shape.rings.size();
        for (int i = 0; i < OGR_G_GetGeometryCount(polygon); ++i) {
            OGRGeometryH ring = OGR_G_GetGeometryRef(polygon, i);
            const int count = OGR_G_GetPointCount(ring);
            if (count > 0) {
                add_ring(ring, static_cast<std::size_t>(count), i > 0);
            } else if (i == 0) {
                return;
            }
        }
        if (raw_.shape.rings.size() > first) {
            raw_.shape.polygons.push_back({first, raw_.shape.rings.size() - first});
        }
    }

    void add_ring(OGRGeometryH ring, std::size_t count, bool hole) {
        std::vector<Vertex>& vertices = raw_.shape.vertices;
        const std::size_t first = vertices.size();
        vertices.resize(first + count);
        OGR_G_GetPoints(ring, &vertices[first].x, sizeof(Vertex), &vertices[first].y, sizeof(Vertex), nullptr, 0);
        Vertex low = raw_.low;
        Vertex high = raw_.high;
        bool all_on_earth = true;
        for (std::size_t i = first; i < vertices.size(); ++i) {
            const Vertex& v = vertices[i];
            all_on_earth = on_earth(v) && all_on_earth;
            low = {std::min(low.x, v.x), std::min(low.y, v.y)};
            high = {std::max(high.x, v.x), std::max(high.y, v.y)};
        }
        raw_.low = low;
        raw_.high = high;
        if (!all_on_earth) refuse_first_outside(first);
        if (vertices[first] != vertices.back()) {
            const Vertex start = vertices[first];
            vertices.push_back(start);
            ++raw_.closed_rings;
        }
        raw_.shape.rings.push_back({first, vertices.size() - first, hole});
    }

    const std::string& subject_;
    RawShape raw_;
};

}  // namespace

RawShape shape_of(OGRGeometryH geometry, const std::string& subject) {
    ShapeBuilder builder(subject);
    if (geometry == nullptr || OGR_G_IsEmpty(geometry) != 0) {
        return builder.take();
    }
    if (OGR_G_HasCurveGeometry(geometry, FALSE) != 0) {
        const OgrGeometry linear(OGR_G_GetLinearGeometry(geometry, 0, nullptr));
        builder.add(linear.get(), false);
        return builder.take();
    }
    builder.reserve(static_cast<std::size_t>(OGR_G_WkbSize(geometry)) / sizeof(Vertex) + 1);
    builder.add(geometry, false);
    return builder.take();
}

}  // namespace papar
