#include "engine/io/equivalent_grid.hpp"

#include "engine/base/error.hpp"
#include "engine/io/grid_transform.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace papar {

namespace {

// The image of the source in cells of the base: its box, and how large a source cell is in the middle.
struct Image {
    CellPosition low{std::numeric_limits<double>::infinity(), std::numeric_limits<double>::infinity()};
    CellPosition high{-std::numeric_limits<double>::infinity(), -std::numeric_limits<double>::infinity()};
    double cell_side = 1;
};

Image image_of(const CrsOperation& operation, const std::string& name, const Grid& source, const Grid& base) {
    const GridTransform to_base(operation, Direction::forward, source, base);
    Image image;
    const auto take = [&](std::int64_t col, std::int64_t row) {
        const CellPosition at = to_base(static_cast<double>(col), static_cast<double>(row));
        if (std::isfinite(at.col) && std::isfinite(at.row)) {
            image.low = {std::min(image.low.col, at.col), std::min(image.low.row, at.row)};
            image.high = {std::max(image.high.col, at.col), std::max(image.high.row, at.row)};
        }
    };
    // The border's image bounds all; where parts have none, so do points inside.
    const std::int64_t stride = std::max<std::int64_t>(1, std::min(source.cols, source.rows) / 64);
    for (std::int64_t row = 0; row <= source.rows; ++row) {
        const std::int64_t step = row == 0 || row == source.rows ? 1 : row % stride == 0 ? stride : source.cols;
        for (std::int64_t col = 0; col < source.cols; col += step) {
            take(col, row);
        }
        take(source.cols, row);
    }
    if (!(image.low.col < image.high.col && image.low.row < image.high.row)) {
        throw error(ErrorKind::input, "{}: no part of it has a place in the study's coordinate system; check both",
                    name);
    }
    const double col = static_cast<double>(source.cols) / 2;
    const double row = static_cast<double>(source.rows) / 2;
    const CellPosition at = to_base(col, row);
    const CellPosition east = to_base(col + .5, row);
    const CellPosition south = to_base(col, row + .5);
    const double half_area = (east.col - at.col) * (south.row - at.row) - (south.col - at.col) * (east.row - at.row);
    if (std::isfinite(half_area) && half_area != 0) {
        image.cell_side = std::sqrt(4 * std::abs(half_area));
    }
    return image;
}

// Cells of `cell` base cells; whole divisions or multiples of the base's. The margin: where a side bulges, its image
// there may reach further than the image measured here; either is right within the transform's accuracy.
Grid grid_over(const Image& image, const std::string& name, const Grid& base, double cell) {
    constexpr double most_cells = 2147483647.0;             // a side
    constexpr double margin = 2 * GridTransform::accuracy;  // base cells
    const auto first = [cell](double low) { return std::floor((low - margin) / cell) * cell; };
    const auto count = [&](double low, double high) { return std::ceil((high + margin - first(low)) / cell); };
    const double cols = count(image.low.col, image.high.col);
    const double rows = count(image.low.row, image.high.row);
    if (cols > most_cells || rows > most_cells) {
        throw error(
            ErrorKind::input,
            "{}: brought into the study's coordinate system it would have {:.3g} x {:.3g} cells; cut it to the area "
            "of the study",
            name, cols, rows);
    }
    return {base.x_of(first(image.low.col)), base.y_of(first(image.low.row)), base.dx * cell, base.dy * cell,
            static_cast<std::int64_t>(cols), static_cast<std::int64_t>(rows)};
}

}  // namespace

Grid equivalent_grid(const CrsOperation& operation, const std::string& name, const Grid& source, const Grid& base) {
    const Image image = image_of(operation, name, source, base);
    const double cell = image.cell_side >= 1 ? std::round(image.cell_side) : 1 / std::round(1 / image.cell_side);
    return grid_over(image, name, base, cell);
}

Grid equivalent_people_grid(const CrsOperation& operation, const std::string& name, const Grid& source,
                            const Grid& base) {
    constexpr double wanted = 9;  // a side of a source cell
    constexpr double fewest = 3;
    constexpr double most_cells = 1e9;
    const Image image = image_of(operation, name, source, base);
    for (double cells_in_one = wanted;; --cells_in_one) {
        const Grid grid =
            grid_over(image, name, base, 1 / std::ceil(std::max(1.0, cells_in_one / image.cell_side)));
        if (cells_in_one <= fewest || static_cast<double>(grid.cols) * static_cast<double>(grid.rows) <= most_cells) {
            return grid;
        }
    }
}

}  // namespace papar
