#include "engine/io/polygon_area.hpp"

#include "engine/io/proj_handles.hpp"

#include <cmath>

namespace papar {

PolygonArea::PolygonArea(const std::string& crs_wkt) {
    const ProjContext context = proj_context();
    const ProjObject crs = horizontal_crs(context.get(), crs_wkt);
    ellipsoidal_ = proj_get_type(crs.get()) == PJ_TYPE_GEOGRAPHIC_2D_CRS;
    unit_ = axis_unit(context.get(), crs.get());
    if (ellipsoidal_) {
        ellipsoid_ = ellipsoid_of(context.get(), crs.get());
    }
}

double PolygonArea::ring_m2(const Shape& shape, const Ring& ring) const {
    const Vertex* v = &shape.vertices[ring.first];
    double sum = 0;  // of width x mean height above the first vertex
    for (std::size_t i = 0; i + 1 < ring.count; ++i) {
        const double width = v[i + 1].x - v[i].x;
        if (!ellipsoidal_) {
            sum += width * ((v[i].y - v[0].y) + (v[i + 1].y - v[0].y)) / 2;
            continue;
        }
        const auto height = [&](double y) { return zone_area_per_radian(ellipsoid_, v[0].y * unit_, y * unit_); };
        sum += width * (height(v[i].y) + 4 * height((v[i].y + v[i + 1].y) / 2) + height(v[i + 1].y)) / 6;
    }
    return std::abs(sum) * (ellipsoidal_ ? unit_ : unit_ * unit_);
}

double PolygonArea::m2(const Shape& shape) const {
    double sum = 0;
    for (const Ring& ring : shape.rings) {
        const double area = ring_m2(shape, ring);
        sum += ring.hole ? -area : area;
    }
    return sum;
}

double PolygonArea::perimeter_m(const Shape& shape) const {
    double sum = 0;
    for (const Ring& ring : shape.rings) {
        const Vertex* v = &shape.vertices[ring.first];
        for (std::size_t i = 0; i + 1 < ring.count; ++i) {
            const double dx = (v[i + 1].x - v[i].x) * unit_;
            const double dy = (v[i + 1].y - v[i].y) * unit_;
            if (!ellipsoidal_) {
                sum += std::hypot(dx, dy);
                continue;
            }
            const double latitude = (v[i].y + v[i + 1].y) / 2 * unit_;
            const double e2 = ellipsoid_.f * (2 - ellipsoid_.f);
            const double w2 = 1 - e2 * std::sin(latitude) * std::sin(latitude);
            const double normal = ellipsoid_.a_m / std::sqrt(w2);
            sum += std::hypot(dx * normal * std::cos(latitude), dy * normal * (1 - e2) / w2);
        }
    }
    return sum;
}

}  // namespace papar
