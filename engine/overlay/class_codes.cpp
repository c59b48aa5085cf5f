#include "engine/overlay/class_codes.hpp"

#include "engine/base/error.hpp"

#include <algorithm>

namespace papar {

void refuse_unknown_codes(const CellBlock& hazard, const HazardClasses& classes, const std::string& name,
                          const Grid& grid, const Window& window) {
    if (classes.kind != HazardKind::classes || hazard.all_nodata) {
        return;
    }
    for (std::int64_t row = 0; row < hazard.rows; ++row) {
        for (std::int64_t col = 0; col < hazard.cols; ++col) {
            const double value = hazard.at(col, row);
            if (!(value > classes.no_hazard) ||
                std::find(classes.codes.begin(), classes.codes.end(), value) != classes.codes.end()) {
                continue;
            }
            throw error(ErrorKind::input,
                        "{}: class code {:.9g} in the cell at x {:.8g}, y {:.8g} is not among the codes of the study; "
                        "add it to `codes` or correct the raster",
                        name, value, grid.x_of(static_cast<double>(window.col + col) + 0.5),
                        grid.y_of(static_cast<double>(window.row + row) + 0.5));
        }
    }
}

}  // namespace papar
