#include "engine/io/point_buffers.hpp"

#include "engine/base/error.hpp"
#include "engine/io/assumed_crs.hpp"
#include "engine/io/crs.hpp"
#include "engine/io/crs_operation.hpp"
#include "engine/io/gdal_errors.hpp"
#include "engine/io/geodesic_circle.hpp"
#include "engine/io/geographic_crs.hpp"
#include "engine/io/impossible_degrees.hpp"
#include "engine/io/proj_handles.hpp"
#include "engine/io/zones_layer_file.hpp"
#include "engine/io/zones_reproject.hpp"
#include "engine/zones/boxes.hpp"

#include <algorithm>
#include <cmath>
#include <utility>

namespace papar {

namespace {

constexpr double metres_per_km = 1000;

struct Point {
    std::size_t feature = 0;  // from 1
    Vertex place;
};

// The points of one geometry.
void add_points(OGRGeometryH geometry, const std::string& subject, std::size_t feature, std::vector<Point>& points) {
    const OGRwkbGeometryType type = wkbFlatten(OGR_G_GetGeometryType(geometry));
    if (type == wkbMultiPoint) {
        for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) {
            add_points(OGR_G_GetGeometryRef(geometry, i), subject, feature, points);
        }
        return;
    }
    if (type != wkbPoint) {
        throw error(ErrorKind::input,
                    "{}, feature {}: its geometry is a {}; buffers are drawn round points (for areas there is kind = "
                    "\"polygons\")",
                    subject, feature, OGRGeometryTypeToName(type));
    }
    if (OGR_G_IsEmpty(geometry) != 0) {
        return;
    }
    const Vertex place{OGR_G_GetX(geometry, 0), OGR_G_GetY(geometry, 0)};
    if (!std::isfinite(place.x) || !std::isfinite(place.y)) {
        throw error(ErrorKind::input, "{}, feature {}: its point is at ({}, {}), which is no place on Earth", subject,
                    feature, place.x, place.y);
    }
    points.push_back({feature, place});
}

// All points of the layer; `empty` counts the features without any.
std::vector<Point> read_points(const ZonesLayerFile& file, std::size_t& features, std::size_t& empty) {
    std::vector<Point> points;
    const GdalMessages messages;
    OGR_L_ResetReading(file.layer);
    while (const OgrFeature feature = OgrFeature(OGR_L_GetNextFeature(file.layer))) {
        ++features;
        const std::size_t before = points.size();
        OGRGeometryH geometry = OGR_F_GetGeometryRef(feature.get());
        if (geometry != nullptr) {
            add_points(geometry, file.subject, features, points);
        }
        empty += points.size() == before ? 1 : 0;
    }
    if (messages.failed()) {
        throw error(ErrorKind::input, "{}, feature {}: cannot be read: {}", file.subject, features + 1,
                    messages.failure());
    }
    if (features == 0) {
        throw error(ErrorKind::input, "{} has no features", file.subject);
    }
    return points;
}

// The side of a cell, roughly: an angle counts along the meridian.
double cell_m(const Grid& grid, const std::string& grid_crs_wkt) {
    const ProjContext context = proj_context();
    const ProjObject crs = horizontal_crs(context.get(), grid_crs_wkt);
    const double unit = axis_unit(context.get(), crs.get());
    const bool angles = proj_get_type(crs.get()) == PJ_TYPE_GEOGRAPHIC_2D_CRS;
    return std::min(grid.dx, grid.dy) * unit * (angles ? ellipsoid_of(context.get(), crs.get()).a_m : 1);
}

// Points to longitude and latitude in degrees.
void to_degrees(const ZonesLayerFile& file, const GeographicCrs& geographic, std::vector<Point>& points) {
    std::vector<Vertex> places;
    for (const Point& point : points) {
        places.push_back(point.place);
    }
    refuse_impossible_degrees(box_of(places), file.crs_wkt, file.subject);
    if (!same_crs(file.crs_wkt, geographic.wkt())) {
        const CrsOperation operation(file.crs_wkt, geographic.wkt(), box_of(places));
        for (Point& point : points) {
            const std::optional<Vertex> place = operation.forward(point.place);
            if (!place) {
                throw error(ErrorKind::input,
                            "{}, feature {}: the point ({:.10g}, {:.10g}) has no longitude and latitude", file.subject,
                            point.feature, point.place.x, point.place.y);
            }
            point.place = *place;
        }
    }
    for (Point& point : points) {
        point.place = {point.place.x * geographic.degrees(), point.place.y * geographic.degrees()};
    }
}

// A grid and zones end at the 180° meridian; a circle over it or over a pole has no one polygon there.
void refuse_seam(const ZonesLayerFile& file, const Point& point, const Ellipsoid& ellipsoid, double radius_m,
                 const Shape& circle) {
    const auto side = [](double longitude) { return std::floor((longitude + 180) / 360); };
    const bool over_seam = std::any_of(circle.vertices.begin(), circle.vertices.end(),
                                       [&](const Vertex& v) { return side(v.x) != side(point.place.x); });
    if (over_seam || metres_to_pole(ellipsoid, point.place) <= radius_m) {
        throw error(
            ErrorKind::input,
            "{}, feature {}: the circle of {} km round its point ({:.6g}, {:.6g}) reaches over a pole or the 180 "
            "degree meridian, where papar cannot draw it; take the point out or choose a smaller radius",
            file.subject, point.feature, radius_m / metres_per_km, point.place.x, point.place.y);
    }
}

// One circle a point, in the grid's CRS.
std::vector<Shape> circles(const ZonesLayerFile& file, const GeographicCrs& geographic,
                           const std::vector<Point>& points, double radius_m, const std::string& grid_crs_wkt,
                           const Grid& grid, Findings& findings) {
    constexpr double stray = 1e-3;  // of a cell, as for edges of zones in another CRS
    const int corners = circle_corners(radius_m, stray * cell_m(grid, grid_crs_wkt));
    ZoneLayer drawn;
    drawn.name = file.layer_name;
    drawn.crs_wkt = geographic.wkt();
    for (const Point& point : points) {
        Shape circle = geodesic_circle(geographic.ellipsoid(), point.place, radius_m, corners);
        refuse_seam(file, point, geographic.ellipsoid(), radius_m, circle);
        for (Vertex& v : circle.vertices) {
            v = {v.x / geographic.degrees(), v.y / geographic.degrees()};
        }
        drawn.zones.push_back({std::to_string(point.feature), "", std::move(circle)});
    }
    if (!points.empty() && !same_crs(geographic.wkt(), grid_crs_wkt)) {
        reproject_zones(drawn, box_of(drawn), file.subject, grid_crs_wkt, grid, findings);
        return std::move(drawn.reprojected);
    }
    std::vector<Shape> shapes;
    for (Zone& zone : drawn.zones) {
        shapes.push_back(std::move(zone.shape));
    }
    return shapes;
}

}  // namespace

PointBuffers read_point_buffers(const ZonesInput& input, const std::vector<double>& radii_km,
                                const std::string& grid_crs_wkt, const Grid& grid) {
    const ZonesLayerFile file = open_zones_layer(input);
    PointBuffers buffers;
    buffers.layer = file.layer_name;
    buffers.crs_wkt = file.crs_wkt;
    buffers.files = file.files;
    std::size_t empty = 0;
    std::vector<Point> points = read_points(file, buffers.features, empty);
    if (empty > 0) {
        buffers.findings.push_back({"zones.empty",
                                    file.layer_name,
                                    fmt::format("{}: {} of {} features have no point; nothing is drawn for them.",
                                                file.subject, empty, buffers.features),
                                    {{"features", static_cast<double>(empty)}}});
    }
    if (!input.assume_crs.empty()) {
        buffers.findings.push_back(assumed_crs_finding(file.crs_wkt, file.declared_crs, file.layer_name, file.subject));
    }
    const GeographicCrs geographic(file.crs_wkt);
    to_degrees(file, geographic, points);
    for (const double radius_km : radii_km) {
        Findings findings;  // the same for every radius
        buffers.circles.push_back(
            circles(file, geographic, points, radius_km * metres_per_km, grid_crs_wkt, grid, findings));
        if (buffers.circles.size() == 1) {
            buffers.findings.insert(buffers.findings.end(), findings.begin(), findings.end());
        }
    }
    return buffers;
}

}  // namespace papar
