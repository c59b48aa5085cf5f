#include "engine/overlay/people_block.hpp"

#include "engine/grid/negative_people.hpp"

#include <limits>
#include <utility>

namespace papar {

namespace {

void to_people(CellBlock& block, PopulationUnit unit, const BlockAreas& areas) {
    if (unit == PopulationUnit::count) {
        return;
    }
    const double m2_per_unit = unit == PopulationUnit::per_km2 ? 1e6 : 1e4;
    CellBlock people;
    people.reshape(CellType::float64, block.cols, block.rows);
    people.all_nodata = block.all_nodata;
    people.lowest = block.lowest >= 0 ? 0 : -std::numeric_limits<double>::infinity();
    for (std::int64_t row = 0; row < block.rows; ++row) {
        for (std::int64_t col = 0; col < block.cols; ++col) {
            people.f64[static_cast<std::size_t>(row * people.stride + col)] =
                block.at(col, row) * areas.at(row, col) / m2_per_unit;
        }
    }
    block = std::move(people);
}

}  // namespace

PeopleReader::PeopleReader(const OverlayInput& input)
    : input_(input),
      reader_(*input.population.raster, input.population.placement,
              input.population.unit == PopulationUnit::count ? CellSplit::share : CellSplit::repeat) {}

void PeopleReader::read(const Window& window, const BlockAreas& areas, CellBlock& people) {
    reader_.read(window, people);
    to_people(people, input_.population.unit, areas);
    refuse_negative(people, input_.population.raster->name(), input_.grid, window);
}

void empty_to_zero(CellBlock& people) {
    for (float& cell : people.f32) {
        cell = cell == cell ? cell : 0.0F;
    }
    for (double& cell : people.f64) {
        cell = cell == cell ? cell : 0.0;
    }
}

}  // namespace papar
