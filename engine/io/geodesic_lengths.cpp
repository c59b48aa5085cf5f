#include "engine/io/geodesic_lengths.hpp"

#include "engine/base/error.hpp"
#include "engine/io/crs.hpp"

#include <geodesic.h>

namespace papar {

GeodesicLengths::GeodesicLengths(const std::string& crs_wkt, const Box& box) : geographic_(crs_wkt) {
    if (!same_crs(crs_wkt, geographic_.wkt())) {
        operation_ = std::make_unique<CrsOperation>(crs_wkt, geographic_.wkt(), box);
    }
}

GeodesicLengths GeodesicLengths::clone() const {
    GeodesicLengths copy(geographic_);
    copy.operation_ = operation_ ? operation_->clone() : nullptr;
    return copy;
}

std::vector<double> GeodesicLengths::of(std::span<const Vertex> line) const {
    geod_geodesic earth;
    geod_init(&earth, geographic_.ellipsoid().a_m, geographic_.ellipsoid().f);
    const auto place = [&](const Vertex& v) {
        const std::optional<Vertex> found = operation_ ? operation_->forward(v) : v;
        if (!found) {
            throw error(ErrorKind::input, "the point ({:.10g}, {:.10g}) has no longitude and latitude", v.x, v.y);
        }
        return Vertex{found->x * geographic_.degrees(), found->y * geographic_.degrees()};
    };
    std::vector<double> lengths;
    lengths.reserve(line.size());
    Vertex from = place(line.front());
    for (const Vertex& v : line.subspan(1)) {
        const Vertex to = place(v);
        double metres = 0;
        geod_inverse(&earth, from.y, from.x, to.y, to.x, &metres, nullptr, nullptr);
        lengths.push_back(metres);
        from = to;
    }
    return lengths;
}

}  // namespace papar
