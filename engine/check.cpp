#include "engine/borders.hpp"
#include "engine/io/crs.hpp"
#include "engine/prepare.hpp"
#include "engine/prepare_risk.hpp"
#include "engine/run.hpp"
#include "engine/variants.hpp"
#include "engine/zones/border_findings.hpp"

#include <fmt/format.h>
#include <tbb/info.h>

#include <algorithm>

namespace papar {

namespace {

// Of one core: what reading, decoding and tallying a byte costs on the benchmark workloads (tests/bench), rounded up.
constexpr double seconds_per_byte = 1e-9;

// The box of a shape in cells of the grid.
Window window_of(const Shape& shape, const Grid& grid) {
    if (shape.empty()) {
        return {};
    }
    const auto [west, east] = std::minmax_element(shape.vertices.begin(), shape.vertices.end(),
                                                  [](const Vertex& a, const Vertex& b) { return a.x < b.x; });
    const auto [south, north] = std::minmax_element(shape.vertices.begin(), shape.vertices.end(),
                                                    [](const Vertex& a, const Vertex& b) { return a.y < b.y; });
    const auto cell = [](double position, std::int64_t end) {
        return static_cast<std::int64_t>(std::clamp(position, 0.0, static_cast<double>(end)));
    };
    const Window corner{cell(grid.col_of(west->x), grid.cols), cell(grid.row_of(north->y), grid.rows), 0, 0};
    return {corner.col, corner.row, cell(grid.col_of(east->x) + 1, grid.cols) - corner.col,
            cell(grid.row_of(south->y) + 1, grid.rows) - corner.row};
}

// Of what of the raster lies in `block`.
std::int64_t bytes_of(const RasterSource& raster, const Window& block, const Placement& placement) {
    const Window inside = intersection(block, placement.window());
    const std::int64_t cells = inside.empty() ? 0 : placement.raster_cells(inside).cells();
    return cells * (raster.type() == CellType::float32 ? 4 : 8);
}

std::string describe(const std::string& role, const RasterFile& raster) {
    const Grid& grid = raster.grid();
    return fmt::format("{}: {}, {} x {} cells, {}", role, raster.name(), grid.cols, grid.rows,
                       crs_label(raster.crs_wkt()));
}

std::string describe(const std::string& role, const HazardSettings& hazard, const VectorHazardCounts& counts) {
    return fmt::format("{}: {}, layer {}, {} features, {}", role, hazard.file(), counts.layer, counts.features,
                       crs_label(counts.crs_wkt));
}

// The layers and the capacity of a risk assessment.
void describe_risk(const Study& study, const Prepared& prepared, const PreparedRisk& risk, CheckReport& report) {
    report.layers.push_back(fmt::format("profile: {}, {} entries used", study.profile->id, risk.used.size()));
    std::size_t raster = 0;
    for (std::size_t i = 0; i < study.exposures.size(); ++i) {
        const ExposureInput& input = study.exposures[i];
        const std::string role = "exposure " + input.id;
        report.layers.push_back(risk.layers[i].pieces ? fmt::format("{}: {}, {} features", role, input.layer.name,
                                                                    risk.layers[i].pieces->features.size())
                                                      : describe(role, *prepared.rasters.exposures[raster++].file));
    }
    if (study.capacity) {
        const auto known = std::count_if(risk.capacity.begin(), risk.capacity.end(),
                                         [](const ZoneCapacity& zone) { return zone.ikd && zone.ikm; });
        report.layers.push_back(fmt::format("capacity: {}, known of {} zones",
                                            study.capacity->table ? study.capacity->table->name : "one for all",
                                            known));
    }
}

// Counts the blocks that a zone's box touches, and what must be read for them.
void plan_reading(const OverlayInput& input, CheckReport& report) {
    const BlockPlan plan = plan_blocks(input);
    std::vector<Window> boxes;
    for (std::size_t zone = 0; zone < input.zones.zones.size(); ++zone) {
        boxes.push_back(window_of(input.zones.shape_on_grid(zone), input.grid));
    }
    std::int64_t bytes = 0;
    for (std::int64_t band = 0; band < plan.bands.count(); ++band) {
        for (std::int64_t column = 0; column < plan.columns_count(); ++column) {
            const Window block = plan.block(band, column);
            ++report.blocks;
            bytes += bytes_of(*input.population.raster, block, input.population.placement);
            if (std::none_of(boxes.begin(), boxes.end(),
                             [&](const Window& box) { return !intersection(box, block).empty(); })) {
                continue;
            }
            ++report.blocks_with_zones;
            for (const HazardLayer& hazard : input.hazards) {
                bytes += hazard.raster ? bytes_of(*hazard.raster, block, hazard.placement) : 0;
            }
        }
    }
    report.bytes_to_read = static_cast<std::uint64_t>(bytes);
}

}  // namespace

CheckReport check(const Study& study, const RunOptions& options) {
    const Prepared prepared = prepare(study);
    const Variants variants(study, prepared, Decoder::automatic);
    const std::optional<PreparedRisk> risk = prepare_risk(study, prepared);
    CheckReport report;
    report.grid = prepared.rasters.analysis.grid;
    report.crs_label = crs_label(prepared.rasters.crs_wkt);
    if (prepared.rasters.population.file) {
        report.layers.push_back(describe("population", *prepared.rasters.population.file));
    }
    if (prepared.official) {
        report.layers.push_back(fmt::format("population table: {}, {} rows, {:.2f} people",
                                            prepared.official->table.subject, prepared.official->table.rows.size(),
                                            prepared.official->total.value()));
    }
    for (const UsedFile& file : variants.files()) {
        report.layers.push_back(fmt::format("{}: {}, for a variant", file.role, file.name));
    }
    std::size_t raster = 0;
    for (std::size_t i = 0; i < study.hazards.size(); ++i) {
        const std::string role = "hazard " + study.hazards[i].id;
        report.layers.push_back(study.hazards[i].vector ? describe(role, study.hazards[i], *prepared.vectors.counts[i])
                                                        : describe(role, *prepared.rasters.hazards[raster++].file));
    }
    report.layers.push_back(fmt::format("zones: {}, layer {}, {}", study.zones.name, prepared.zones.layer.name,
                                        crs_label(prepared.zones.layer.crs_wkt)));
    for (const ZoneLevel& level : prepared.zones.layer.levels) {
        report.layers.push_back(fmt::format("level {}: {} areas", level.id, level.areas.size()));
    }
    if (prepared.terrain) report.layers.push_back(describe("terrain", *prepared.terrain));
    if (study.borders.report) {
        report.layers.push_back("borders: " + border_summary(*prepared.borders));
    }
    if (risk) {
        describe_risk(study, prepared, *risk, report);
    }
    report.zones = static_cast<std::int64_t>(prepared.zones.layer.zones.size());
    for (const Zone& zone : prepared.zones.layer.zones) {
        report.vertices += static_cast<std::int64_t>(zone.shape.vertices.size());
    }
    plan_reading(prepared.overlay_input(study), report);
    const int threads = options.threads > 0 ? options.threads : tbb::info::default_concurrency();
    report.estimated_seconds = static_cast<double>(report.bytes_to_read) * seconds_per_byte / threads;
    report.findings = prepared.findings();
    const Findings borders = findings_on_borders(study, prepared);
    report.findings.insert(report.findings.end(), borders.begin(), borders.end());
    if (risk) {
        report.findings.insert(report.findings.end(), risk->findings.begin(), risk->findings.end());
    }
    add_new_findings(variants.findings(), report.findings);
    return report;
}

}  // namespace papar
