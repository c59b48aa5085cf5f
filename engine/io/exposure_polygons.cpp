#include "engine/io/exposure_polygons.hpp"

#include "engine/base/error.hpp"
#include "engine/io/geos_session.hpp"
#include "engine/io/zones_file.hpp"
#include "engine/zones/boxes.hpp"
#include "engine/zones/covered_cells.hpp"
#include "engine/zones/shape_area.hpp"

#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <exception>
#include <memory>
#include <utility>
#include <vector>

namespace papar {

namespace {

// One a feature, in the grid's CRS and valid there.
struct Polygons {
    ZoneLayer layer;                     // without empty ones; codes are the features' numbers in the file
    std::vector<ExposureFeature> about;  // parallel to the layer's zones
    Findings findings;
};

Polygons read_polygons(const ExposureFile& file, const std::string& grid_crs_wkt, const Grid& grid) {
    Polygons polygons;
    std::vector<std::size_t> orders;
    Findings without_geometry;  // read_zones says it too
    file.each(
        [&](ExposureFile::Feature&& feature) {
            orders.push_back(feature.order);
            polygons.about.push_back(std::move(feature.about));
        },
        without_geometry);
    ZonesRead read = read_zones(file.input(), grid_crs_wkt, grid);
    polygons.findings = std::move(without_geometry);
    for (Finding& finding : read.findings) {
        if (finding.id != "zones.empty") {
            polygons.findings.push_back(std::move(finding));
        }
    }
    polygons.layer.name = file.layer().subject;
    for (const std::size_t order : orders) {
        Zone& zone = read.layer.zones[order - 1];
        if (!read.layer.reprojected.empty()) {
            zone.shape = std::move(read.layer.reprojected[order - 1]);
        }
        polygons.layer.zones.push_back(std::move(zone));
    }
    return polygons;
}

// A zone's geometry, prepared for many questions.
class PreparedZone {
public:
    explicit PreparedZone(const Shape& shape)
        : zone_(geos_.valid_multipolygon(shape)),
          prepared_(GEOSPrepare_r(geos_.context(), zone_.get()), Deleter{geos_.context()}) {}

    struct Part {
        Shape shape;
        bool whole = false;  // nothing of the polygon is outside the zone
    };

    [[nodiscard]] Part part_of(const Shape& polygon) const {
        const GeosSession::Geometry geometry = geos_.valid_multipolygon(polygon);
        if (GEOSPreparedCovers_r(geos_.context(), prepared_.get(), geometry.get()) == 1) {
            return {geos_.shape_of(geometry.get()), true};
        }
        if (GEOSPreparedIntersects_r(geos_.context(), prepared_.get(), geometry.get()) == 0) {
            return {};
        }
        return {geos_.shape_of(geos_.intersection(geometry.get(), zone_.get()).get()), false};
    }

private:
    struct Deleter {
        GEOSContextHandle_t context;
        void operator()(const GEOSPreparedGeometry* prepared) const { GEOSPreparedGeom_destroy_r(context, prepared); }
    };

    GeosSession geos_;
    GeosSession::Geometry zone_;
    std::unique_ptr<const GEOSPreparedGeometry, Deleter> prepared_;
};

struct ZonePolygons {
    std::vector<ExposurePiece> pieces;
    std::vector<std::uint32_t> met;    // features with a part in the zone
    std::vector<std::uint32_t> whole;  // of them, those that the zone covers
};

ZonePolygons cut_with_zone(const ZoneLayer& polygons, const BoxTree& tree, const Shape& zone, std::uint32_t number,
                           const Grid& grid, const CellArea& cell_area) {
    ZonePolygons cut;
    std::vector<std::uint32_t> near;
    tree.for_each(box_of(zone.vertices), [&](std::size_t i) { near.push_back(static_cast<std::uint32_t>(i)); });
    if (near.empty()) {
        return cut;
    }
    std::sort(near.begin(), near.end());
    ZoneLayer parts;
    parts.name = polygons.name;
    {
        const PreparedZone prepared(zone);
        for (const std::uint32_t i : near) {
            PreparedZone::Part part = prepared.part_of(polygons.zones[i].shape);
            if (part.shape.empty()) {
                continue;
            }
            parts.zones.push_back({polygons.zones[i].code, polygons.zones[i].name, std::move(part.shape)});
            cut.met.push_back(i);
            if (part.whole) {
                cut.whole.push_back(i);
            }
        }
    }
    for (const CoveredCell& cell : covered_cells(parts, grid, cell_area)) {
        if (cell.m2 > 0) {  // below 0 by rounding, where a part only touches the cell
            cut.pieces.push_back({static_cast<std::int32_t>(cell.row), static_cast<std::int32_t>(cell.col), number,
                                  cut.met[cell.shape], cell.m2, 0});
        }
    }
    return cut;
}

std::vector<ZonePolygons> cut_with_zones(const ZoneLayer& polygons, const ZoneLayer& zones, const Grid& grid,
                                         const CellArea& cell_area) {
    std::vector<Box> boxes;
    boxes.reserve(polygons.zones.size());
    for (const Zone& polygon : polygons.zones) {
        boxes.push_back(box_of(polygon.shape.vertices));
    }
    const BoxTree tree(std::move(boxes));
    std::vector<ZonePolygons> cuts(zones.zones.size());
    std::vector<std::exception_ptr> problems(zones.zones.size());
    tbb::parallel_for(std::size_t{0}, zones.zones.size(), [&](std::size_t zone) {
        try {
            // Waiting for parallel work inside, a thread takes no other zone: it would pile up on this one.
            tbb::this_task_arena::isolate([&] {
                cuts[zone] = cut_with_zone(polygons, tree, zones.shape_on_grid(zone), static_cast<std::uint32_t>(zone),
                                           grid, cell_area);
            });
        } catch (const Error& problem) {
            problems[zone] = std::make_exception_ptr(error(problem.kind(), "{}, cut with zone {}: {}", polygons.name,
                                                           label(zones.zones[zone]), problem.what()));
        }
    });
    for (const std::exception_ptr& problem : problems) {
        if (problem) {
            std::rethrow_exception(problem);
        }
    }
    return cuts;
}

// What is known of a feature when all zones are cut.
struct Counted {
    double m2 = 0;        // of its pieces
    double whole_m2 = 0;  // of the polygon
    bool met = false;
    bool whole = false;   // one zone covers it
    bool partly = false;  // something of it is outside zones or grid
};

// The area of each polygon that no zone covers: over the cells, before what lies beyond the grid.
void measure_cut_ones(const ZoneLayer& polygons, const Grid& grid, const CellArea& cell_area,
                      std::vector<Counted>& counted) {
    const GeosSession geos;
    ZoneLayer cut;
    cut.name = polygons.name;
    std::vector<std::size_t> features;
    for (std::size_t i = 0; i < counted.size(); ++i) {
        if (counted[i].met && !counted[i].whole) {
            const Zone& polygon = polygons.zones[i];
            cut.zones.push_back(
                {polygon.code, polygon.name, geos.shape_of(geos.valid_multipolygon(polygon.shape).get())});
            features.push_back(i);
        }
    }
    for (const CoveredCell& cell : covered_cells(cut, grid, cell_area)) {
        counted[features[cell.shape]].whole_m2 += std::max(cell.m2, 0.0);
    }
}

std::vector<Counted> count(const ZoneLayer& polygons, const std::vector<ZonePolygons>& cuts, const Grid& grid,
                           const CellArea& cell_area) {
    std::vector<Counted> counted(polygons.zones.size());
    for (const ZonePolygons& zone : cuts) {
        for (const std::uint32_t i : zone.met) {
            counted[i].met = true;
        }
        for (const std::uint32_t i : zone.whole) {
            counted[i].whole = true;
            counted[i].whole_m2 = 0;  // of one zone's pieces, also where several cover it
        }
        for (const ExposurePiece& piece : zone.pieces) {
            counted[piece.feature].m2 += piece.amount;
            if (std::binary_search(zone.whole.begin(), zone.whole.end(), piece.feature)) {
                counted[piece.feature].whole_m2 += piece.amount;
            }
        }
    }
    measure_cut_ones(polygons, grid, cell_area, counted);
    for (std::size_t i = 0; i < counted.size(); ++i) {
        Counted& feature = counted[i];
        if (!feature.met) {
            continue;
        }
        feature.whole_m2 += area_outside(polygons.zones[i].shape, grid, cell_area).value();
        constexpr double rounding = 1e-6;
        feature.partly = feature.m2 < feature.whole_m2 * (1 - rounding);
        if (!feature.partly && feature.m2 < feature.whole_m2 * (1 + rounding)) {
            feature.whole_m2 = feature.m2;  // all of it is inside: it keeps its value to the last rupiah
        }
    }
    return counted;
}

}  // namespace

ExposureCut cut_polygons(const ExposureFile& file, const ZoneLayer& zones, const std::string& grid_crs_wkt,
                         const Grid& grid, const CellArea& cell_area) {
    Polygons polygons = read_polygons(file, grid_crs_wkt, grid);
    ExposureCut cut;
    cut.findings = std::move(polygons.findings);
    const std::vector<ZonePolygons> by_zone = cut_with_zones(polygons.layer, zones, grid, cell_area);
    const std::vector<Counted> counted = count(polygons.layer, by_zone, grid, cell_area);
    for (const ZonePolygons& zone : by_zone) {
        for (ExposurePiece piece : zone.pieces) {
            // Of a polygon too small for the coverage's 2^-30 cell the whole may be nothing.
            const double whole_m2 = std::max(counted[piece.feature].whole_m2, piece.amount);
            piece.rupiah = polygons.about[piece.feature].value.value_or(0) * (piece.amount / whole_m2);
            cut.pieces.pieces.push_back(piece);
        }
    }
    for (const Counted& feature : counted) {
        cut.outside.zones += feature.met ? 0 : 1;
        cut.outside.grid += feature.met && feature.m2 == 0 ? 1 : 0;
        cut.outside.partly += feature.m2 > 0 && feature.partly ? 1 : 0;
    }
    cut.pieces.features = std::move(polygons.about);
    return cut;
}

}  // namespace papar
