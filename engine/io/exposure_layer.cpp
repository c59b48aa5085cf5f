#include "engine/io/exposure_layer.hpp"

#include "engine/io/exposure_file.hpp"
#include "engine/io/exposure_lines.hpp"
#include "engine/io/exposure_points.hpp"
#include "engine/io/exposure_polygons.hpp"

#include <fmt/format.h>
#include <tbb/parallel_sort.h>

#include <string_view>
#include <tuple>
#include <utility>

namespace papar {

namespace {

ExposureCut cut_layer(const ExposureFile& file, ExposureKind kind, const ZoneLayer& zones,
                      const std::string& grid_crs_wkt, const Grid& grid, const CellArea& cell_area) {
    if (kind == ExposureKind::points) {
        return cut_points(file, zones, grid_crs_wkt, grid);
    }
    if (kind == ExposureKind::lines) {
        return cut_lines(file, zones, grid_crs_wkt, grid);
    }
    return cut_polygons(file, zones, grid_crs_wkt, grid, cell_area);
}

// No two pieces share all four.
void sort(std::vector<ExposurePiece>& pieces) {
    const auto key = [](const ExposurePiece& piece) {
        return std::tuple(piece.row, piece.col, piece.zone, piece.feature);
    };
    tbb::parallel_sort(pieces.begin(), pieces.end(),
                       [&](const ExposurePiece& a, const ExposurePiece& b) { return key(a) < key(b); });
}

void report_outside(const ExposureCut& cut, const std::string& subject, Findings& findings) {
    const ExposureOutside& outside = cut.outside;
    if (outside.zones + outside.grid + outside.partly == 0) {
        return;
    }
    findings.push_back(
        {"exposure.outside",
         {},
         fmt::format("{}: of {} features {} lie outside all zones, {} in a zone but outside the analysis grid, and {} "
                     "only in part inside; what lies outside does not count.",
                     subject, cut.pieces.features.size(), outside.zones, outside.grid, outside.partly),
         {{"features", static_cast<double>(cut.pieces.features.size())},
          {"features_outside_zones", static_cast<double>(outside.zones)},
          {"features_outside_grid", static_cast<double>(outside.grid)},
          {"features_partly_outside", static_cast<double>(outside.partly)}}});
}

// What the readers of zones found is about an exposure layer here.
void rename(const std::string& id, Findings& findings) {
    constexpr std::string_view zones = "zones";
    for (Finding& finding : findings) {
        if (finding.id.starts_with(zones)) {
            finding.id.replace(0, zones.size(), "exposure");
        }
        finding.subject = id;
    }
}

}  // namespace

ExposureRead read_exposure_layer(const ExposureInput& input, const ZoneLayer& zones, const std::string& grid_crs_wkt,
                                 const Grid& grid, const CellArea& cell_area) {
    const ExposureFile file(input);
    ExposureCut cut = cut_layer(file, input.kind, zones, grid_crs_wkt, grid, cell_area);
    report_outside(cut, file.layer().subject, cut.findings);
    rename(input.id, cut.findings);
    sort(cut.pieces.pieces);
    return {std::move(cut.pieces), std::move(cut.findings), file.layer().files};
}

}  // namespace papar
