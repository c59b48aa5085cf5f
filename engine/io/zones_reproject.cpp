#include "engine/io/zones_reproject.hpp"

#include "engine/base/error.hpp"
#include "engine/io/crs.hpp"
#include "engine/io/crs_operation.hpp"
#include "engine/io/zones_features.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <exception>
#include <memory>
#include <optional>

namespace papar {

namespace {

constexpr double tolerance = 5e-4;  // of a cell, at the middle of an edge: half of what is promised
constexpr double tiny_edge = 2;     // cells: strays by less than 1e-3 wherever its image's radius exceeds 500 cells
constexpr double short_edge = 16;   // cells: an edge up to this long bends to one side only
constexpr int most_halvings = 24;

class ShapeReprojector {
public:
    ShapeReprojector(const CrsOperation& operation, const Grid& grid) : operation_(operation), grid_(grid) {}

    Shape reproject(const Shape& shape) {
        Shape out;
        out.vertices.reserve(shape.vertices.size());
        out.polygons = shape.polygons;
        for (const Ring& ring : shape.rings) {
            const std::size_t first = out.vertices.size();
            const Vertex* v = &shape.vertices[ring.first];
            Vertex from = image(v[0]);
            out.vertices.push_back(from);
            for (std::size_t i = 1; i < ring.count; ++i) {
                const Vertex to = image(v[i]);
                follow(v[i - 1], v[i], from, to, 0, out.vertices);
                out.vertices.push_back(to);
                from = to;
            }
            out.rings.push_back({first, out.vertices.size() - first, ring.hole});
        }
        return out;
    }

private:
    [[nodiscard]] Vertex image(const Vertex& v) const {
        const std::optional<Vertex> to = operation_.forward(v);
        if (!to) {
            throw error(ErrorKind::input, "the point ({:.10g}, {:.10g}) has no place in the rasters' CRS", v.x, v.y);
        }
        return *to;
    }

    static Vertex middle(const Vertex& a, const Vertex& b) { return {(a.x + b.x) / 2, (a.y + b.y) / 2}; }

    [[nodiscard]] double cells_between(const Vertex& a, const Vertex& b) const {
        return std::hypot((a.x - b.x) / grid_.dx, (a.y - b.y) / grid_.dy);
    }

    [[nodiscard]] bool straight(const Vertex& a, const Vertex& b, const Vertex& true_middle) const {
        return cells_between(middle(a, b), true_middle) <= tolerance;
    }

    // Appends the points needed between `a` and `b`, both left out; `to_a` and `to_b` are their images. Every step is
    // symmetric in the two ends. A long edge may bend both ways and pass through its middle: its halves are looked at
    // too.
    void follow(const Vertex& a, const Vertex& b, const Vertex& to_a, const Vertex& to_b, int halvings,
                std::vector<Vertex>& out) const {
        const double cells = cells_between(to_a, to_b);
        if (cells <= tiny_edge) {
            return;
        }
        const Vertex m = middle(a, b);
        const Vertex to_m = image(m);
        const bool halves_matter = cells > short_edge;
        if (straight(to_a, to_b, to_m) && (!halves_matter || (straight(to_a, to_m, image(middle(a, m))) &&
                                                              straight(to_m, to_b, image(middle(m, b)))))) {
            return;
        }
        if (halvings == most_halvings) {
            throw error(ErrorKind::input,
                        "the edge near ({:.10g}, {:.10g}) cannot be followed in the rasters' CRS: it crosses a seam of "
                        "the projection",
                        m.x, m.y);
        }
        follow(a, m, to_a, to_m, halvings + 1, out);
        out.push_back(to_m);
        follow(m, b, to_m, to_b, halvings + 1, out);
    }

    const CrsOperation& operation_;
    const Grid& grid_;
};

}  // namespace

Finding approximate_reprojection(const std::string& layer, const std::string& subject, const std::string& from_wkt,
                                 const std::string& to_wkt) {
    return {"zones.approximate_reprojection",
            layer,
            fmt::format("{}: PROJ knows the way from {} to {} only roughly (unknown datum shift, up to hundreds of "
                        "metres); the layer may be displaced against the rasters.",
                        subject, crs_label(from_wkt), crs_label(to_wkt)),
            {}};
}

void reproject_zones(ZoneLayer& layer, const Box& box, const std::string& subject, const std::string& grid_crs_wkt,
                     const Grid& grid, Findings& findings) {
    const CrsOperation operation(layer.crs_wkt, grid_crs_wkt, box);
    if (operation.approximate()) {
        findings.push_back(approximate_reprojection(layer.name, subject, layer.crs_wkt, grid_crs_wkt));
    }
    tbb::enumerable_thread_specific<std::unique_ptr<CrsOperation>> operations([&] { return operation.clone(); });
    std::vector<std::exception_ptr> problems(layer.zones.size());
    layer.reprojected.resize(layer.zones.size());
    tbb::parallel_for(std::size_t{0}, layer.zones.size(), [&](std::size_t i) {
        try {
            ShapeReprojector reprojector(*operations.local(), grid);
            layer.reprojected[i] = reprojector.reproject(layer.zones[i].shape);
        } catch (const Error& problem) {
            problems[i] = std::make_exception_ptr(
                error(problem.kind(), "{}, feature {}: {}", subject, label(layer.zones[i]), problem.what()));
        }
    });
    for (const std::exception_ptr& problem : problems) {
        if (problem) {
            std::rethrow_exception(problem);
        }
    }
}

}  // namespace papar
