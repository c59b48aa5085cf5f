#include "engine/io/exposure_geometry.hpp"

#include "engine/base/error.hpp"

#include <cmath>
#include <optional>
#include <string_view>

namespace papar {

namespace {

std::string_view word(ExposureKind kind) {
    return kind == ExposureKind::points ? "points" : kind == ExposureKind::lines ? "lines" : "polygons";
}

std::optional<ExposureKind> kind_of(OGRwkbGeometryType type) {
    if (type == wkbPoint || type == wkbMultiPoint) {
        return ExposureKind::points;
    }
    if (OGR_GT_IsSubClassOf(type, wkbCurve) != 0 || OGR_GT_IsSubClassOf(type, wkbMultiCurve) != 0) {
        return ExposureKind::lines;
    }
    if (OGR_GT_IsSubClassOf(type, wkbCurvePolygon) != 0 || OGR_GT_IsSubClassOf(type, wkbMultiSurface) != 0) {
        return ExposureKind::polygons;
    }
    return std::nullopt;
}

void require_place(const Vertex& v, const std::string& subject) {
    if (!std::isfinite(v.x) || !std::isfinite(v.y)) {
        throw error(ErrorKind::input, "{}: has a vertex at ({}, {}), which is no place on Earth", subject, v.x, v.y);
    }
}

void add_points(OGRGeometryH geometry, const std::string& subject, std::vector<Vertex>& points) {
    if (wkbFlatten(OGR_G_GetGeometryType(geometry)) != wkbPoint) {
        for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) {
            add_points(OGR_G_GetGeometryRef(geometry, i), subject, points);
        }
    } else if (OGR_G_IsEmpty(geometry) == 0) {
        points.push_back({OGR_G_GetX(geometry, 0), OGR_G_GetY(geometry, 0)});
        require_place(points.back(), subject);
    }
}

void add_lines(OGRGeometryH geometry, const std::string& subject, Shape& lines) {
    if (wkbFlatten(OGR_G_GetGeometryType(geometry)) != wkbLineString) {
        for (int i = 0; i < OGR_G_GetGeometryCount(geometry); ++i) {
            add_lines(OGR_G_GetGeometryRef(geometry, i), subject, lines);
        }
        return;
    }
    const auto count = static_cast<std::size_t>(OGR_G_GetPointCount(geometry));
    if (count < 2) {
        return;
    }
    const std::size_t first = lines.vertices.size();
    lines.vertices.resize(first + count);
    OGR_G_GetPoints(geometry, &lines.vertices[first].x, sizeof(Vertex), &lines.vertices[first].y, sizeof(Vertex),
                    nullptr, 0);
    for (std::size_t i = first; i < lines.vertices.size(); ++i) {
        require_place(lines.vertices[i], subject);
    }
    lines.rings.push_back({first, count, false});
}

}  // namespace

void require_kind(OGRGeometryH geometry, ExposureKind kind, const std::string& exposure_id,
                  const std::string& subject) {
    const OGRwkbGeometryType type = wkbFlatten(OGR_G_GetGeometryType(geometry));
    if (type == wkbGeometryCollection) {
        for (int i = 0; kind != ExposureKind::polygons && i < OGR_G_GetGeometryCount(geometry); ++i) {
            require_kind(OGR_G_GetGeometryRef(geometry, i), kind, exposure_id, subject);
        }
        return;
    }
    const std::optional<ExposureKind> found = kind_of(type);
    if (found == kind) {
        return;
    }
    throw error(ErrorKind::input, "{}: its geometry is a {}, but kind = \"{}\" of exposure \"{}\" takes {} only; {}",
                subject, OGRGeometryTypeToName(type), word(kind), exposure_id, word(kind),
                found ? fmt::format("kind = \"{}\" fits it", word(*found))
                      : "no kind fits it: convert it to polygons, points or lines");
}

std::vector<Vertex> points_of(OGRGeometryH geometry, const std::string& subject) {
    std::vector<Vertex> points;
    add_points(geometry, subject, points);
    return points;
}

Shape lines_of(OGRGeometryH geometry, const std::string& subject) {
    Shape lines;
    if (OGR_G_HasCurveGeometry(geometry, FALSE) != 0) {
        const OgrGeometry linear(OGR_G_GetLinearGeometry(geometry, 0, nullptr));
        add_lines(linear.get(), subject, lines);
    } else {
        add_lines(geometry, subject, lines);
    }
    return lines;
}

}  // namespace papar
