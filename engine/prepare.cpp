#include "engine/prepare.hpp"

#include "engine/base/error.hpp"
#include "engine/io/cell_area_of_crs.hpp"
#include "engine/io/crs.hpp"
#include "engine/io/official_table.hpp"
#include "engine/people_source.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

namespace papar {

namespace {

void refuse_other_crs(const RasterFile& raster, const RasterFile& first) {
    if (!same_crs(raster.crs_wkt(), first.crs_wkt())) {
        throw error(
            ErrorKind::input,
            "{}: its coordinate system is {}, that of {} is {}; bring the two rasters into one coordinate system",
            raster.name(), crs_label(raster.crs_wkt()), first.name(), crs_label(first.crs_wkt()));
    }
}

// The cells of the analysis grid that any zone may touch.
Window zones_window(const ZoneLayer& layer, const Grid& grid) {
    double west = std::numeric_limits<double>::infinity();
    double north = west;
    double east = -west;
    double south = -west;
    for (std::size_t zone = 0; zone < layer.zones.size(); ++zone) {
        for (const Vertex& v : layer.shape_on_grid(zone).vertices) {
            west = std::min(west, grid.col_of(v.x));
            east = std::max(east, grid.col_of(v.x));
            north = std::min(north, grid.row_of(v.y));
            south = std::max(south, grid.row_of(v.y));
        }
    }
    const auto cell = [](double position, std::int64_t end) {
        return static_cast<std::int64_t>(std::clamp(position, 0.0, static_cast<double>(end)));
    };
    const Window window{cell(std::floor(west), grid.cols), cell(std::floor(north), grid.rows), 0, 0};
    return {window.col, window.row, cell(std::ceil(east), grid.cols) - window.col,
            cell(std::ceil(south), grid.rows) - window.row};
}

Rasters open_rasters(const Study& study, Decoder decoder, std::vector<UsedFile>& files, Findings& findings) {
    Rasters rasters;
    for (const HazardSettings& hazard : study.hazards) {
        rasters.hazards.push_back(RasterFile::open(hazard.raster, decoder));
    }
    PeopleSource people = open_people_source(study, decoder, rasters.hazards);
    rasters.population_file = people.file;
    rasters.population = people.raster;
    rasters.unit = people.unit;
    files = std::move(people.files);
    findings = std::move(people.findings);
    const RasterFile& first = people.file ? *people.file : *rasters.hazards.front();
    rasters.crs_wkt = first.crs_wkt();
    std::vector<NamedGrid> grids{{rasters.population->name(), rasters.population->grid()}};
    for (std::size_t i = 0; i < rasters.hazards.size(); ++i) {
        const RasterFile& raster = *rasters.hazards[i];
        refuse_other_crs(raster, first);
        grids.push_back({raster.name(), raster.grid()});
        add_files("hazard:" + study.hazards[i].id, raster.name(), raster.files(), files);
    }
    rasters.analysis = merge_grids(grids);
    return rasters;
}

void read_official(const Study& study, Prepared& prepared) {
    const std::optional<OfficialInput>& input = study.population.official;
    if (!input) {
        return;
    }
    OfficialRead read = read_official_people(study.population, study.zones, prepared.zones.layer);
    prepared.official = std::move(read.people);
    prepared.findings.insert(prepared.findings.end(), read.findings.begin(), read.findings.end());
    add_files("population_table", input->table.name, read.table_files, prepared.files);
    if (input->crosswalk) {
        add_files("crosswalk", input->crosswalk->table.name, read.crosswalk_files, prepared.files);
    }
}

}  // namespace

OverlayInput Prepared::overlay_input(const Study& study) const {
    const std::vector<Placement>& placements = rasters.analysis.placements;
    const bool weights = study.population.model != PopulationModel::raster;
    OverlayInput input{
        rasters.analysis.grid, cell_area, {rasters.population, placements[0], rasters.unit, weights}, {}, zones.layer};
    for (std::size_t i = 0; i < rasters.hazards.size(); ++i) {
        input.hazards.push_back({study.hazards[i].id, rasters.hazards[i], placements[i + 1], study.hazards[i].classes});
    }
    return input;
}

Prepared prepare(const Study& study, Decoder decoder) {
    std::vector<UsedFile> files;
    Findings findings;
    const Rasters rasters = open_rasters(study, decoder, files, findings);
    const std::string& crs_wkt = rasters.crs_wkt;
    Prepared prepared{rasters, read_zones(study.zones, crs_wkt, rasters.analysis.grid),
                      {},      std::move(files),
                      {},      std::move(findings)};
    add_files("zones", study.zones.name, prepared.zones.files, prepared.files);
    prepared.findings.insert(prepared.findings.end(), prepared.zones.findings.begin(), prepared.zones.findings.end());
    read_official(study, prepared);
    if (study.grid.extent == Extent::zones) {
        const Window window = zones_window(prepared.zones.layer, rasters.analysis.grid);
        if (window.empty()) {
            throw error(
                ErrorKind::input,
                "{}: no zone lies on the rasters; check the coordinate systems, or set grid.extent = \"rasters\"",
                study.zones.name);
        }
        prepared.rasters.analysis = cut_to(rasters.analysis, window);
    }
    prepared.cell_area = cell_area_of_crs(crs_wkt, prepared.rasters.analysis.grid, study.grid.area);
    return prepared;
}

}  // namespace papar
