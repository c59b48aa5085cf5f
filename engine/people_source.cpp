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

using Hazards = std::vector<std::shared_ptr<const RasterFile>>;

// The finest hazard's cells, as far as all hazards reach.
Grid finest_grid(const Hazards& hazards) {
    const auto finest = std::ranges::min_element(hazards, {}, [](const std::shared_ptr<const RasterFile>& hazard) {
        return hazard->grid().dx * hazard->grid().dy;
    });
    Grid grid = (*finest)->grid();
    double west = 0;
    double north = 0;
    auto east = static_cast<double>(grid.cols);
    auto south = static_cast<double>(grid.rows);
    constexpr double rounding = 1e-6;  // of a cell: no cell for it
    for (const std::shared_ptr<const RasterFile>& hazard : hazards) {
        const Grid& other = hazard->grid();
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

void open_raster(const RasterInput& input, Decoder decoder, const std::string& role, PeopleSource& source) {
    source.file = RasterFile::open(input, decoder);
    add_files(role, source.file->name(), source.file->files(), source.files);
}

void open_buildings(const Study& study, const Hazards& hazards, PeopleSource& source) {
    const Grid grid = finest_grid(hazards);
    const std::string& crs_wkt = hazards.front()->crs_wkt();
    BuildingWeights buildings =
        read_building_weights(study.population.spread, crs_wkt, grid, cell_area_of_crs(crs_wkt, grid, study.grid.area));
    source.raster = buildings.raster;
    source.findings = std::move(buildings.findings);
    add_files("buildings", study.population.spread.buildings.name, buildings.files, source.files);
}

}  // namespace

PeopleSource open_people_source(const Study& study, Decoder decoder, const Hazards& hazards) {
    const SpreadInput& spread = study.population.spread;
    PeopleSource source;
    switch (spread.kind) {
        case Spread::raster:
            open_raster(study.population.raster, decoder, "population", source);
            source.raster = source.file;
            source.unit = study.population.unit;
            break;
        case Spread::even:
            source.raster = std::make_shared<UniformRaster>("area", finest_grid(hazards), even_density);
            source.unit = even_unit;
            break;
        case Spread::settlement:
            open_raster(spread.raster, decoder, "settlement", source);
            source.raster = std::make_shared<MappedRaster>(source.file, settlement_weight(spread));
            source.unit = spread.settlement == SettlementWeight::presence ? even_unit : PopulationUnit::count;
            break;
        case Spread::land_cover:
            open_raster(spread.raster, decoder, "land_cover", source);
            source.raster = std::make_shared<MappedRaster>(source.file, class_weight(spread.weights));
            source.unit = even_unit;
            break;
        case Spread::buildings:
            open_buildings(study, hazards, source);
            break;
    }
    return source;
}

}  // namespace papar
