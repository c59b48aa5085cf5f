#include "engine/prepare.hpp"

#include "engine/base/error.hpp"
#include "engine/io/cell_area_of_crs.hpp"
#include "engine/io/crs.hpp"
#include "engine/io/cut_overlaps.hpp"
#include "engine/io/inspect_borders.hpp"
#include "engine/io/official_table.hpp"
#include "engine/io/zones_reproject.hpp"
#include "engine/recorded_inputs.hpp"
#include "engine/tiles/terrain.hpp"
#include "engine/zones/boxes.hpp"

#include <algorithm>
#include <cmath>
#include <span>
#include <utility>

namespace papar {

namespace {

// The cells of the grid that a box in its CRS may touch.
Window window_of(const Box& box, const Grid& grid) {
    const auto cell = [](double position, std::int64_t end) {
        return static_cast<std::int64_t>(std::clamp(position, 0.0, static_cast<double>(end)));
    };
    const Window corner{cell(std::floor(grid.col_of(box.low.x)), grid.cols),
                        cell(std::floor(grid.row_of(box.high.y)), grid.rows), 0, 0};
    return {corner.col, corner.row, cell(std::ceil(grid.col_of(box.high.x)), grid.cols) - corner.col,
            cell(std::ceil(grid.row_of(box.low.y)), grid.rows) - corner.row};
}

// The cells of the analysis grid that any zone may touch.
Window zones_window(const ZoneLayer& layer, const Grid& grid) {
    Box all = box_of(std::span<const Vertex>{});
    for (std::size_t zone = 0; zone < layer.zones.size(); ++zone) {
        const Box box = box_of(layer.shape_on_grid(zone).vertices);
        all.low = {std::min(all.low.x, box.low.x), std::min(all.low.y, box.low.y)};
        all.high = {std::max(all.high.x, box.high.x), std::max(all.high.y, box.high.y)};
    }
    return window_of(all, grid);
}

void refuse_zones_apart(const Study& study, const ZoneLayer& layer, const Grid& grid) {
    for (std::size_t zone = 0; zone < layer.zones.size(); ++zone) {
        const Shape& shape = layer.shape_on_grid(zone);
        if (!shape.empty() && !window_of(box_of(shape.vertices), grid).empty()) {
            return;
        }
    }
    throw error(ErrorKind::input,
                "{}: no zone lies on the rasters; check the coordinate systems (assume_crs, where a file names the "
                "wrong one) and whether latitude and longitude are swapped",
                study.zones.name);
}

// Parts are cut in the zones' own CRS and transformed by the same rule as the zones.
void bring_onto_grid(const Study& study, Prepared& prepared) {
    const std::string& grid_crs_wkt = prepared.rasters.crs_wkt;
    ZoneLayer& layer = prepared.parts->layer;
    if (!same_crs(layer.crs_wkt, grid_crs_wkt)) {
        Findings known;  // from when the zones were transformed
        reproject_zones(layer, box_of(layer), study.zones.name, grid_crs_wkt, prepared.rasters.analysis.grid, known);
    }
}

// Overlaps are looked for once, for the report and for the policy.
void examine_borders(const Study& study, Prepared& prepared) {
    const bool cut = study.zones.overlap != OverlapPolicy::report;
    if (!study.borders.report && !cut) {
        return;
    }
    const OpenEdges open = open_edges(prepared.zones.layer);
    const std::vector<ZoneOverlap> overlaps = zone_overlaps(prepared.zones.layer, open);
    prepared.borders = inspect_borders(prepared.zones, open, overlaps, study.borders);
    if (cut) {
        prepared.parts = cut_overlaps(prepared.zones.layer, overlaps, study.zones.overlap);
        bring_onto_grid(study, prepared);
    }
}

void add_rasters(const Study& study, const StudyRasters& rasters, std::vector<UsedFile>& files) {
    if (const RasterFile* population = rasters.population.file.get()) {
        add_files("population", population->name(), population->files(), files);
    }
    add_files("buildings", study.population.spread.buildings.name, rasters.building_files, files);
    std::size_t raster = 0;
    for (const HazardSettings& hazard : study.hazards) {
        if (!hazard.vector) {
            add_files("hazard:" + hazard.id, hazard.file(), rasters.hazards[raster++].file->files(), files);
        }
    }
}

void add_vectors(const Study& study, const StudyVectors& vectors, std::vector<UsedFile>& files) {
    for (std::size_t i = 0; i < study.hazards.size(); ++i) {
        add_files("hazard:" + study.hazards[i].id, study.hazards[i].file(), vectors.files[i], files);
    }
}

void read_official(const Study& study, Prepared& prepared) {
    const std::optional<OfficialInput>& input = study.population.official;
    if (!input) {
        return;
    }
    OfficialRead read = read_official_people(study.population, study.zones, prepared.zones.layer);
    prepared.official = std::move(read.people);
    prepared.table_findings = std::move(read.findings);
    add_files("population_table", input->table.name, read.table_files, prepared.files);
    if (input->crosswalk) {
        add_files("crosswalk", input->crosswalk->table.name, read.crosswalk_files, prepared.files);
    }
}

}  // namespace

Findings Prepared::findings() const {
    Findings all = record_findings;
    all.insert(all.end(), rasters.findings.begin(), rasters.findings.end());
    all.insert(all.end(), zones.findings.begin(), zones.findings.end());
    all.insert(all.end(), table_findings.begin(), table_findings.end());
    all.insert(all.end(), vectors.findings.begin(), vectors.findings.end());
    return all;
}

OverlayInput Prepared::overlay_input(const Study& study) const {
    const std::vector<Placement>& placements = rasters.analysis.placements;
    const bool weights = study.population.model != PopulationModel::raster;
    OverlayInput input{rasters.analysis.grid,
                       cell_area,
                       {rasters.population.source, placements[0], rasters.unit, weights},
                       {},
                       zones.layer,
                       parts ? &*parts : nullptr};
    std::size_t raster = 0;
    for (const HazardSettings& hazard : study.hazards) {
        if (hazard.vector) {
            input.hazards.push_back({hazard.id, nullptr, {}, hazard.classes});
            input.pieces = &vectors.pieces;
        } else {
            input.hazards.push_back(
                {hazard.id, rasters.hazards[raster].source, placements[raster + 1], hazard.classes});
            ++raster;
        }
    }
    return input;
}

Prepared prepare(const Study& study, Decoder decoder) {
    Prepared prepared;
    prepared.record_findings = compare_recorded_inputs(study);
    prepared.rasters = open_rasters(study, decoder);
    const StudyRasters& rasters = prepared.rasters;
    add_rasters(study, rasters, prepared.files);
    prepared.zones = read_zones(study.zones, rasters.crs_wkt, rasters.analysis.grid);
    add_files("zones", study.zones.name, prepared.zones.files, prepared.files);
    read_official(study, prepared);
    refuse_zones_apart(study, prepared.zones.layer, rasters.analysis.grid);
    examine_borders(study, prepared);
    if (study.grid.extent == Extent::zones) {
        prepared.rasters.analysis = cut_to(rasters.analysis, zones_window(prepared.zones.layer, rasters.analysis.grid));
    }
    prepared.vectors = cut_vectors(study, prepared.parts ? prepared.parts->layer : prepared.zones.layer,
                                   rasters.crs_wkt, prepared.rasters.analysis.grid);
    add_vectors(study, prepared.vectors, prepared.files);
    if (study.tiles && !study.tiles->terrain.name.empty()) {
        prepared.terrain = open_terrain(study.tiles->terrain);
        add_files(terrain_role, prepared.terrain->name(), prepared.terrain->files(), prepared.files);
    }
    const Findings unrecorded = find_unrecorded_inputs(study, prepared.files);
    prepared.record_findings.insert(prepared.record_findings.end(), unrecorded.begin(), unrecorded.end());
    prepared.cell_area = cell_area_of_crs(rasters.crs_wkt, prepared.rasters.analysis.grid, study.grid.area);
    return prepared;
}

}  // namespace papar
