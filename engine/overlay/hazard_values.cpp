#include "engine/overlay/hazard_values.hpp"

#include "engine/base/error.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>

namespace papar {

namespace {

// What programs write where there is nothing, and no depth, intensity or index can be.
constexpr std::array usual_nodata{-99.0, -999.0, -9999.0, -99999.0, -32767.0, -32768.0, -2147483648.0};

struct Cell {
    double value;
    double x;
    double y;
};

// Calls `look` with every value that is a number, until it says true; gives that cell.
bool find_cell(const CellBlock& block, const Grid& grid, const Window& window, const std::function<bool(double)>& look,
               Cell& cell) {
    for (std::int64_t row = 0; row < block.rows; ++row) {
        for (std::int64_t col = 0; col < block.cols; ++col) {
            const double value = block.at(col, row);
            if (value == value && look(value)) {
                cell = {value, grid.x_of(static_cast<double>(window.col + col) + 0.5),
                        grid.y_of(static_cast<double>(window.row + row) + 0.5)};
                return true;
            }
        }
    }
    return false;
}

bool usually_nodata(double value) {
    return std::find(usual_nodata.begin(), usual_nodata.end(), value) != usual_nodata.end();
}

double refuse_below_zero(const CellBlock& hazard, const HazardClasses& classes, const std::string& name,
                         const Grid& grid, const Window& window) {
    double lowest = 0;
    Cell cell{};
    const bool index = classes.kind == HazardKind::index;
    const bool unfit = find_cell(
        hazard, grid, window,
        [&](double value) {
            lowest = std::min(lowest, value);
            return usually_nodata(value) || (index && value < -index_slack);
        },
        cell);
    if (unfit && usually_nodata(cell.value)) {
        throw error(
            ErrorKind::input,
            "{}: the cell at x {:.8g}, y {:.8g} holds {:.9g}, which usually stands for no data, but the file does "
            "not say so; write nodata = [{:.9g}] for this hazard",
            name, cell.x, cell.y, cell.value, cell.value);
    }
    if (unfit) {
        throw error(
            ErrorKind::input,
            "{}: the cell at x {:.8g}, y {:.8g} holds {:.6g}, but an index runs from 0 to 1; correct the raster, "
            "or name the values that stand for no data with nodata = [...]",
            name, cell.x, cell.y, cell.value);
    }
    return lowest;
}

}  // namespace

double refuse_unfit_values(const CellBlock& hazard, const HazardClasses& classes, const std::string& name,
                           const Grid& grid, const Window& window) {
    if (hazard.all_nodata) {
        return 0;
    }
    const double lowest = hazard.lowest < 0 ? refuse_below_zero(hazard, classes, name, grid, window) : 0;
    Cell cell{};
    const bool unknown =
        classes.kind == HazardKind::classes &&
        find_cell(
            hazard, grid, window,
            [&](double value) {
                return value > classes.no_hazard &&
                       std::find(classes.codes.begin(), classes.codes.end(), value) == classes.codes.end();
            },
            cell);
    if (unknown) {
        throw error(ErrorKind::input,
                    "{}: class code {:.9g} in the cell at x {:.8g}, y {:.8g} is not among the codes of the study; "
                    "add it to `codes` or correct the raster",
                    name, cell.value, cell.x, cell.y);
    }
    return lowest;
}

void refuse_above_one(const CellBlock& hazard, const std::string& name, const Grid& grid, const Window& window) {
    Cell cell{};
    find_cell(
        hazard, grid, window, [](double value) { return value > 1 + index_slack; }, cell);
    const bool code = cell.value == std::floor(cell.value) && cell.value <= 10;
    throw error(ErrorKind::input, "{}: the cell at x {:.8g}, y {:.8g} holds {:.6g}, but an index runs from 0 to 1; {}",
                name, cell.x, cell.y, cell.value,
                code ? "if these are codes of classes, write kind = \"class\" and codes = [...]"
                     : "if it is a depth or a percentage, write kind = \"quantity\" and breaks = [...]; if it stands "
                       "for no data, nodata = [...]");
}

}  // namespace papar
