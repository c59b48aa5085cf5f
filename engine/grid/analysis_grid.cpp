#include "engine/grid/analysis_grid.hpp"

#include "engine/base/error.hpp"

#include <algorithm>
#include <cmath>

namespace papar {

namespace {

// One axis of a grid: lines at origin + i * step, positive direction away from the origin corner.
struct Axis {
    double origin;
    double step;
    std::int64_t cells;
};

Axis columns_of(const Grid& g) {
    return {g.x0, g.dx, g.cols};
}
Axis rows_of(const Grid& g) {
    return {-g.y0, g.dy, g.rows};
}  // y falls with the row: its negative rises

struct AxisPlacement {
    std::int64_t first;
    std::int64_t ratio;
};

// Position of `axis` on the lattice of `finest`, or an Error that says what keeps it off.
AxisPlacement place(const Axis& axis, const Axis& finest, const char* what, const std::string& name,
                    const std::string& finest_name) {
    const double ratio = axis.step / finest.step;
    const double whole_ratio = std::nearbyint(ratio);
    const double extent_cells = axis.step * static_cast<double>(axis.cells) / finest.step;
    if (whole_ratio < 1 ||
        std::abs(extent_cells - whole_ratio * static_cast<double>(axis.cells)) > same_line_tolerance) {
        throw error(ErrorKind::input,
                    "{}: its cells are {:.9g} times as {} as those of {}, which is not a whole number; bring the two "
                    "onto grids that nest",
                    name, ratio, what, finest_name);
    }
    const double first = (axis.origin - finest.origin) / finest.step;
    const double whole_first = std::nearbyint(first);
    if (std::abs(first - whole_first) > same_line_tolerance) {
        throw error(ErrorKind::input,
                    "{}: its grid is shifted against that of {} by {:.6g} of a cell (cell {}); bring the two onto "
                    "grids that nest",
                    name, finest_name, first - whole_first, what);
    }
    return {static_cast<std::int64_t>(whole_first), static_cast<std::int64_t>(whole_ratio)};
}

}  // namespace

AnalysisGrid merge_grids(std::span<const NamedGrid> rasters) {
    const auto finer_columns = [](const NamedGrid& a, const NamedGrid& b) { return a.grid.dx < b.grid.dx; };
    const auto finer_rows = [](const NamedGrid& a, const NamedGrid& b) { return a.grid.dy < b.grid.dy; };
    const NamedGrid& by_col = *std::min_element(rasters.begin(), rasters.end(), finer_columns);
    const NamedGrid& by_row = *std::min_element(rasters.begin(), rasters.end(), finer_rows);

    AnalysisGrid analysis;
    Window all;
    for (const NamedGrid& raster : rasters) {
        const AxisPlacement x =
            place(columns_of(raster.grid), columns_of(by_col.grid), "wide", raster.name, by_col.name);
        const AxisPlacement y = place(rows_of(raster.grid), rows_of(by_row.grid), "high", raster.name, by_row.name);
        const Placement placement{x.first, y.first, x.ratio, y.ratio, raster.grid.cols, raster.grid.rows};
        if (analysis.placements.empty()) {
            all = placement.window();
        } else {
            if (intersection(analysis.placements.front().window(), placement.window()).empty()) {
                throw error(ErrorKind::input,
                            "{}: it does not overlap {} anywhere; check the coordinate systems of the two", raster.name,
                            rasters.front().name);
            }
            all = united(all, placement.window());
        }
        analysis.placements.push_back(placement);
    }
    analysis.grid = {by_col.grid.x0, by_row.grid.y0, by_col.grid.dx, by_row.grid.dy, 0, 0};
    return cut_to(analysis, all);
}

AnalysisGrid cut_to(const AnalysisGrid& analysis, const Window& window) {
    AnalysisGrid cut = analysis;
    cut.grid.x0 = analysis.grid.x_of(static_cast<double>(window.col));
    cut.grid.y0 = analysis.grid.y_of(static_cast<double>(window.row));
    cut.grid.cols = window.cols;
    cut.grid.rows = window.rows;
    for (Placement& placement : cut.placements) {
        placement.col -= window.col;
        placement.row -= window.row;
    }
    return cut;
}

}  // namespace papar
