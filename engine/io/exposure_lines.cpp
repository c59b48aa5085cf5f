#include "engine/io/exposure_lines.hpp"

#include "engine/base/error.hpp"
#include "engine/io/assumed_crs.hpp"
#include "engine/io/crs.hpp"
#include "engine/io/exposure_geometry.hpp"
#include "engine/io/geodesic_lengths.hpp"
#include "engine/io/impossible_degrees.hpp"
#include "engine/io/zones_reproject.hpp"
#include "engine/zones/boxes.hpp"
#include "engine/zones/cell_walk.hpp"
#include "engine/zones/line_cut.hpp"

#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <exception>
#include <numeric>
#include <span>
#include <tuple>
#include <utility>
#include <vector>

namespace papar {

namespace {

// One run of vertices of a feature.
struct Run {
    std::uint32_t feature = 0;
    std::span<const Vertex> vertices;
};

// In the grid's CRS, one shape a feature (exposure_geometry.hpp).
struct Lines {
    std::vector<Shape> shapes;
    std::vector<std::size_t> orders;  // of the features in the file
};

Lines read_lines(const ExposureFile& file, const std::string& grid_crs_wkt, const Grid& grid, ExposureCut& cut) {
    const ZonesLayerFile& layer = file.layer();
    ZoneLayer lines;
    lines.name = layer.layer_name;
    lines.crs_wkt = layer.crs_wkt;
    std::vector<Vertex> corners;
    Lines read;
    file.each(
        [&](ExposureFile::Feature&& feature) {
            Shape shape = lines_of(feature.geometry, feature.subject);
            const Box box = box_of(shape.vertices);
            if (!shape.rings.empty()) {
                corners.insert(corners.end(), {box.low, box.high});
            }
            lines.zones.push_back({std::to_string(feature.order), feature.about.name, std::move(shape)});
            read.orders.push_back(feature.order);
            cut.pieces.features.push_back(std::move(feature.about));
        },
        cut.findings);
    if (!file.input().assume_crs.empty()) {
        cut.findings.push_back(assumed_crs_finding(layer.crs_wkt, layer.declared_crs, layer.layer_name, layer.subject));
    }
    if (!corners.empty()) {
        const Box box = box_of(corners);
        refuse_impossible_degrees(box, layer.crs_wkt, layer.subject);
        if (!same_crs(layer.crs_wkt, grid_crs_wkt)) {
            reproject_zones(lines, box, layer.subject, grid_crs_wkt, grid, cut.findings);
            read.shapes = std::move(lines.reprojected);
            return read;
        }
    }
    read.shapes.reserve(lines.zones.size());
    for (Zone& zone : lines.zones) {
        read.shapes.push_back(std::move(zone.shape));
    }
    return read;
}

std::vector<Run> runs_of(const std::vector<Shape>& lines) {
    std::vector<Run> runs;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        for (const Ring& ring : lines[i].rings) {
            runs.push_back(
                {static_cast<std::uint32_t>(i), std::span(lines[i].vertices).subspan(ring.first, ring.count)});
        }
    }
    return runs;
}

// What the zones claim of each run, by zone and position.
std::vector<std::vector<ZonePart>> claims_of_zones(const std::vector<Run>& runs, std::vector<Box> boxes,
                                                   const ZoneLayer& zones) {
    struct Claim {
        std::size_t run;
        LinePart part;
    };
    const BoxTree tree(std::move(boxes));
    std::vector<std::vector<Claim>> by_zone(zones.zones.size());
    tbb::parallel_for(std::size_t{0}, zones.zones.size(), [&](std::size_t zone) {
        const Shape& shape = zones.shape_on_grid(zone);
        std::vector<std::size_t> near;
        tree.for_each(box_of(shape.vertices), [&](std::size_t run) { near.push_back(run); });
        if (near.empty()) {
            return;
        }
        const ShapeEdges edges(shape);
        for (const std::size_t run : near) {
            for (const LinePart& part : parts_inside(edges, runs[run].vertices)) {
                by_zone[zone].push_back({run, part});
            }
        }
    });
    std::vector<std::vector<ZonePart>> by_run(runs.size());
    for (std::size_t zone = 0; zone < by_zone.size(); ++zone) {
        for (const Claim& claim : by_zone[zone]) {
            by_run[claim.run].push_back({static_cast<std::uint32_t>(zone), claim.part});
        }
        std::vector<Claim>().swap(by_zone[zone]);
    }
    return by_run;
}

// The pieces of one run, in its course.
void add_pieces(const Run& run, const std::vector<ZonePart>& parts, const std::vector<double>& lengths,
                const Grid& grid, std::vector<ExposurePiece>& pieces) {
    for (const ZonePart& part : parts) {
        const auto last = std::min(static_cast<std::size_t>(part.part.to), run.vertices.size() - 2);
        for (auto i = static_cast<std::size_t>(part.part.from); i <= last; ++i) {
            const auto start = static_cast<double>(i);
            const double from = std::max(part.part.from - start, 0.0);
            const double to = std::min(part.part.to - start, 1.0);
            for (const CellStretch& stretch :
                 cells_along(grid, run.vertices[i], run.vertices[i + 1], from, std::max(from, to))) {
                pieces.push_back({stretch.cell.row, stretch.cell.col, part.zone, run.feature,
                                  lengths[i] * (stretch.to - stretch.from), 0});
            }
        }
    }
}

// One piece a cell and zone.
void join(std::vector<ExposurePiece>& pieces) {
    const auto key = [](const ExposurePiece& piece) { return std::tuple(piece.row, piece.col, piece.zone); };
    std::stable_sort(pieces.begin(), pieces.end(),
                     [&](const ExposurePiece& a, const ExposurePiece& b) { return key(a) < key(b); });
    std::vector<ExposurePiece> joined;
    for (const ExposurePiece& piece : pieces) {
        if (!joined.empty() && key(joined.back()) == key(piece)) {
            joined.back().amount += piece.amount;
        } else {
            joined.push_back(piece);
        }
    }
    pieces.swap(joined);
}

enum class Lies { inside, partly, outside_zones, outside_grid };

struct LineCut {
    std::vector<ExposurePiece> pieces;
    Lies lies = Lies::outside_zones;
};

// The runs of one feature, and what zones claim of each.
LineCut cut_line(std::span<const Run> runs, std::span<const std::vector<ZonePart>> claims, const Grid& grid,
                 const GeodesicLengths& geodesics) {
    LineCut cut;
    double whole_m = 0;
    bool claimed = false;
    for (std::size_t i = 0; i < runs.size(); ++i) {
        const std::vector<double> lengths = geodesics.of(runs[i].vertices);
        whole_m = std::accumulate(lengths.begin(), lengths.end(), whole_m);
        claimed = claimed || !claims[i].empty();
        add_pieces(runs[i], first_zone_wins(claims[i]), lengths, grid, cut.pieces);
    }
    join(cut.pieces);
    if (cut.pieces.empty()) {
        cut.lies = claimed ? Lies::outside_grid : Lies::outside_zones;
        return cut;
    }
    const double counted_m = std::accumulate(cut.pieces.begin(), cut.pieces.end(), 0.0,
                                             [](double sum, const ExposurePiece& piece) { return sum + piece.amount; });
    constexpr double rounding = 1e-9;
    cut.lies = counted_m < whole_m * (1 - rounding) ? Lies::partly : Lies::inside;
    return cut;
}

// Where the runs of each feature begin, and the end.
std::vector<std::size_t> first_runs(const std::vector<Run>& runs, std::size_t features) {
    std::vector<std::size_t> first(features + 1, 0);
    for (const Run& run : runs) {
        ++first[run.feature + 1];
    }
    std::partial_sum(first.begin(), first.end(), first.begin());
    return first;
}

}  // namespace

ExposureCut cut_lines(const ExposureFile& file, const ZoneLayer& zones, const std::string& grid_crs_wkt,
                      const Grid& grid) {
    ExposureCut cut;
    const Lines lines = read_lines(file, grid_crs_wkt, grid, cut);
    const std::vector<Run> runs = runs_of(lines.shapes);
    std::vector<Box> boxes;
    boxes.reserve(runs.size());
    std::vector<Vertex> corners;
    for (const Run& run : runs) {
        boxes.push_back(box_of(run.vertices));
        corners.insert(corners.end(), {boxes.back().low, boxes.back().high});
    }
    const std::vector<std::vector<ZonePart>> claims = claims_of_zones(runs, std::move(boxes), zones);
    const GeodesicLengths geodesics(grid_crs_wkt, box_of(corners));
    tbb::enumerable_thread_specific<GeodesicLengths> geodesics_of_thread([&] { return geodesics.clone(); });
    const std::vector<std::size_t> first = first_runs(runs, lines.shapes.size());
    std::vector<LineCut> cuts(lines.shapes.size());
    std::vector<std::exception_ptr> problems(cuts.size());
    tbb::parallel_for(std::size_t{0}, cuts.size(), [&](std::size_t i) {
        try {
            const std::size_t count = first[i + 1] - first[i];
            cuts[i] = cut_line(std::span(runs).subspan(first[i], count), std::span(claims).subspan(first[i], count),
                               grid, geodesics_of_thread.local());
        } catch (const Error& problem) {
            problems[i] = std::make_exception_ptr(
                error(problem.kind(), "{}, feature {}: {}", file.layer().subject, lines.orders[i], problem.what()));
        }
    });
    cut.pieces.pieces.reserve(
        std::accumulate(cuts.begin(), cuts.end(), std::size_t{0},
                        [](std::size_t sum, const LineCut& line) { return sum + line.pieces.size(); }));
    for (std::size_t i = 0; i < cuts.size(); ++i) {
        if (problems[i]) {
            std::rethrow_exception(problems[i]);
        }
        cut.outside.zones += cuts[i].lies == Lies::outside_zones ? 1 : 0;
        cut.outside.grid += cuts[i].lies == Lies::outside_grid ? 1 : 0;
        cut.outside.partly += cuts[i].lies == Lies::partly ? 1 : 0;
        cut.pieces.pieces.insert(cut.pieces.pieces.end(), cuts[i].pieces.begin(), cuts[i].pieces.end());
        std::vector<ExposurePiece>().swap(cuts[i].pieces);
    }
    return cut;
}

}  // namespace papar
