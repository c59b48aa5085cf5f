#include "engine/io/exposure_points.hpp"

#include "engine/io/assumed_crs.hpp"
#include "engine/io/crs.hpp"
#include "engine/io/crs_operation.hpp"
#include "engine/io/exposure_geometry.hpp"
#include "engine/io/impossible_degrees.hpp"
#include "engine/io/zones_reproject.hpp"
#include "engine/zones/boxes.hpp"
#include "engine/zones/cell_walk.hpp"
#include "engine/zones/shape_edges.hpp"

#include <fmt/format.h>
#include <tbb/parallel_for.h>

#include <limits>
#include <utility>
#include <vector>

namespace papar {

namespace {

// In the layer's CRS.
void read_points(const ExposureFile& file, ExposureCut& cut) {
    std::size_t multiple = 0;
    std::size_t points_of_multiple = 0;
    file.each(
        [&](ExposureFile::Feature&& feature) {
            const std::vector<Vertex> points = points_of(feature.geometry, feature.subject);
            if (points.size() > 1) {
                ++multiple;
                points_of_multiple += points.size();
                if (feature.about.value) {
                    *feature.about.value /= static_cast<double>(points.size());
                }
            }
            for (const Vertex& point : points) {
                cut.pieces.features.push_back(feature.about);
                cut.pieces.features.back().x = point.x;
                cut.pieces.features.back().y = point.y;
            }
        },
        cut.findings);
    if (multiple > 0) {
        cut.findings.push_back(
            {"exposure.multipoints",
             file.layer().layer_name,
             fmt::format("{}: {} features are of several points, {} together; each point counts by itself, with an "
                         "equal share of the feature's value.",
                         file.layer().subject, multiple, points_of_multiple),
             {{"features", static_cast<double>(multiple)}, {"points", static_cast<double>(points_of_multiple)}}});
    }
}

std::vector<Vertex> places(const ExposurePieces& pieces) {
    std::vector<Vertex> all;
    all.reserve(pieces.features.size());
    for (const ExposureFeature& feature : pieces.features) {
        all.push_back({feature.x, feature.y});
    }
    return all;
}

void to_grid_crs(const ZonesLayerFile& layer, const std::string& grid_crs_wkt, ExposureCut& cut) {
    if (cut.pieces.features.empty()) {
        return;
    }
    const Box box = box_of(places(cut.pieces));
    refuse_impossible_degrees(box, layer.crs_wkt, layer.subject);
    if (same_crs(layer.crs_wkt, grid_crs_wkt)) {
        return;
    }
    const CrsOperation operation(layer.crs_wkt, grid_crs_wkt, box);
    if (operation.approximate()) {
        cut.findings.push_back(approximate_reprojection(layer.layer_name, layer.subject, layer.crs_wkt, grid_crs_wkt));
    }
    constexpr double infinity = std::numeric_limits<double>::infinity();
    for (ExposureFeature& feature : cut.pieces.features) {
        const Vertex place = operation.forward({feature.x, feature.y}).value_or(Vertex{infinity, infinity});
        feature.x = place.x;
        feature.y = place.y;
    }
}

// The points that each zone holds.
std::vector<std::vector<std::uint32_t>> points_by_zone(const std::vector<Vertex>& points, const ZoneLayer& zones) {
    std::vector<Box> boxes;
    boxes.reserve(points.size());
    for (const Vertex& point : points) {
        boxes.push_back({point, point});
    }
    const BoxTree tree(std::move(boxes));
    std::vector<std::vector<std::uint32_t>> held(zones.zones.size());
    tbb::parallel_for(std::size_t{0}, zones.zones.size(), [&](std::size_t zone) {
        const Shape& shape = zones.shape_on_grid(zone);
        std::vector<std::size_t> near;
        tree.for_each(box_of(shape.vertices), [&](std::size_t point) { near.push_back(point); });
        if (near.empty()) {
            return;
        }
        const ShapeEdges edges(shape);
        for (const std::size_t point : near) {
            if (edges.holds(points[point])) {
                held[zone].push_back(static_cast<std::uint32_t>(point));
            }
        }
    });
    return held;
}

}  // namespace

ExposureCut cut_points(const ExposureFile& file, const ZoneLayer& zones, const std::string& grid_crs_wkt,
                       const Grid& grid) {
    ExposureCut cut;
    read_points(file, cut);
    if (!file.input().assume_crs.empty()) {
        const ZonesLayerFile& layer = file.layer();
        cut.findings.push_back(assumed_crs_finding(layer.crs_wkt, layer.declared_crs, layer.layer_name, layer.subject));
    }
    to_grid_crs(file.layer(), grid_crs_wkt, cut);
    std::vector<ExposureFeature>& features = cut.pieces.features;
    const std::vector<std::vector<std::uint32_t>> held = points_by_zone(places(cut.pieces), zones);
    for (std::size_t zone = 0; zone < held.size(); ++zone) {
        for (const std::uint32_t point : held[zone]) {
            if (!features[point].zone) {
                features[point].zone = static_cast<std::uint32_t>(zone);
            }
        }
    }
    for (std::size_t i = 0; i < features.size(); ++i) {
        ExposureFeature& feature = features[i];
        const std::optional<Cell> cell = cell_holding(grid, {feature.x, feature.y});
        if (cell) {
            feature.row = cell->row;
            feature.col = cell->col;
        }
        if (feature.zone && cell) {
            cut.pieces.pieces.push_back(
                {cell->row, cell->col, *feature.zone, static_cast<std::uint32_t>(i), 1, feature.value.value_or(0)});
        } else {
            ++(feature.zone ? cut.outside.grid : cut.outside.zones);
        }
    }
    return cut;
}

}  // namespace papar
