#include "engine/people_source.hpp"

#include "engine/base/error.hpp"
#include "engine/grid/derived_raster.hpp"
#include "engine/io/building_weights.hpp"
#include "engine/io/cell_area_of_crs.hpp"
#include "engine/overlay/even_weights.hpp"

#include <algorithm>
#include <cmath>
#include <map>

namespace papar {

namespace {

// Cells of the finest hazard, as far as all hazards reach.
Grid extended(const Grid& finest, const std::vector<StudyRaster>& hazards) {
    Grid grid = finest;
    double west = 0;
    double north = 0;
    auto east = static_cast<double>(grid.cols);
    auto south = static_cast<double>(grid.rows);
    constexpr double rounding = 1e-6;  // of a cell: no cell for it
    for (const StudyRaster& hazard : hazards) {
        const Grid& other = hazard.source->grid();
        west = std::min(west, std::floor(grid.col_of(other.x0) + rounding));
        north = std::min(north, std::floor(grid.row_of(other.y0) + rounding));
        east = std::max(east, std::ceil(grid.col_of(other.x_of(static_cast<double>(other.cols))) - rounding));
        south = std::max(south, std::ceil(grid.row_of(other.y_of(static_cast<double>(other.rows))) - rounding));
    }
    grid.x0 = west == 0 ? grid.x0 : grid.x_of(west);
    grid.y0 = north == 0 ? grid.y0 : grid.y_of(north);
    grid.cols = static_cast<std::int64_t>(east - west);
    grid.rows = static_cast<std::int64_t>(south - north);
    return grid;
}

MappedRaster::Function settlement_weight(const SpreadInput& spread) {
    return [name = spread.raster.name, presence = spread.settlement == SettlementWeight::presence](double value) {
        if (value < 0) {
            throw error(ErrorKind::input,
                        "{}: a cell holds {:.6g}, but a weight cannot be negative; declare this value as nodata or "
                        "correct the raster",
                        name, value);
        }
        return presence ? (value > 0 ? even_density : 0.0) : value;
    };
}

MappedRaster::Function class_weight(const std::map<std::int64_t, double>& weights) {
    return [weights](double value) {
        const bool whole = std::abs(value) < 1e15 && value == std::floor(value);
        const auto found = whole ? weights.find(static_cast<std::int64_t>(value)) : weights.end();
        return found == weights.end() ? 0.0 : found->second;
    };
}

}  // namespace

void open_spread_raster(const SpreadInput& spread, Decoder decoder, StudyRasters& rasters) {
    if (spread.raster.name.empty()) {
        return;
    }
    StudyRaster& people = rasters.population;
    people.file = RasterFile::open(spread.raster, decoder);
    if (spread.kind == Spread::land_cover) {
        people.source = std::make_shared<MappedRaster>(people.file, class_weight(spread.weights));
        rasters.unit = even_unit;
        return;
    }
    people.source = std::make_shared<MappedRaster>(people.file, settlement_weight(spread));
    rasters.unit = spread.settlement == SettlementWeight::presence ? even_unit : PopulationUnit::count;
}

void spread_without_raster(const Study& study, const Grid& finest, StudyRasters& rasters) {
    const Grid grid = extended(finest, rasters.hazards);
    if (study.population.spread.kind == Spread::even) {
        rasters.population.source = std::make_shared<UniformRaster>("area", grid, even_density);
        rasters.unit = even_unit;
        return;
    }
    BuildingWeights buildings = read_building_weights(study.population.spread, rasters.crs_wkt, grid,
                                                      cell_area_of_crs(rasters.crs_wkt, grid, study.grid.area));
    rasters.population.source = buildings.raster;
    rasters.unit = PopulationUnit::count;
    rasters.building_files = std::move(buildings.files);
    rasters.findings.insert(rasters.findings.end(), buildings.findings.begin(), buildings.findings.end());
}

}  // namespace papar
