#include "engine/overlay/people_block.hpp"

#include "engine/base/error.hpp"

#include <algorithm>

namespace papar {

namespace {

template <typename T>
void refuse_negative_cells(const std::vector<T>& cells, const CellBlock& block, const std::string& name,
                           const Grid& grid, const Window& window) {
    const auto found = std::find_if(cells.begin(), cells.end(), [](T cell) { return cell < 0; });
    if (found == cells.end()) {
        return;
    }
    const std::int64_t i = found - cells.begin();
    const std::int64_t col = window.col + i % block.stride;
    const std::int64_t row = window.row + i / block.stride;
    throw error(ErrorKind::input,
                "{}: {:.6g} people in the cell at x {:.8g}, y {:.8g}; people cannot be negative, so declare this value "
                "as nodata or correct the raster",
                name, static_cast<double>(*found), grid.x_of(static_cast<double>(col) + 0.5),
                grid.y_of(static_cast<double>(row) + 0.5));
}

}  // namespace

void to_people(CellBlock& block, PopulationUnit unit, const BlockAreas& areas) {
    if (unit == PopulationUnit::count) {
        return;
    }
    const double m2_per_unit = unit == PopulationUnit::per_km2 ? 1e6 : 1e4;
    CellBlock people;
    people.reshape(CellType::float64, block.cols, block.rows);
    people.all_nodata = block.all_nodata;
    for (std::int64_t row = 0; row < block.rows; ++row) {
        for (std::int64_t col = 0; col < block.cols; ++col) {
            people.f64[static_cast<std::size_t>(row * people.stride + col)] =
                block.at(col, row) * areas.at(row, col) / m2_per_unit;
        }
    }
    block = std::move(people);
}

void refuse_negative(const CellBlock& people, const std::string& name, const Grid& grid, const Window& window) {
    if (people.type == CellType::float32) {
        refuse_negative_cells(people.f32, people, name, grid, window);
    } else {
        refuse_negative_cells(people.f64, people, name, grid, window);
    }
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
