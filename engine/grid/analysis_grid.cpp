#include "engine/grid/analysis_grid.hpp"

#include "engine/base/error.hpp"

#include <algorithm>
#include <cmath>
#include <optional>

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

// All rasters along one axis. `lines` is null where the cells are equal; line 0 is `origin` steps from the finest
// raster's first.
struct MergedAxis {
    double origin = 0;
    double step = 1;
    std::int64_t cells = 0;
    std::shared_ptr<const GridLines> lines;
    std::vector<AxisPlacement> placements;
};

// Position of `axis` on the lattice of `finest`; nothing where its lines are not all lines of that lattice.
std::optional<AxisPlacement> nested(const Axis& axis, const Axis& finest) {
    const double ratio = axis.step / finest.step;
    const double whole_ratio = std::nearbyint(ratio);
    const double extent_cells = axis.step * static_cast<double>(axis.cells) / finest.step;
    const double first = (axis.origin - finest.origin) / finest.step;
    const double whole_first = std::nearbyint(first);
    if (whole_ratio < 1 ||
        std::abs(extent_cells - whole_ratio * static_cast<double>(axis.cells)) > same_line_tolerance ||
        std::abs(first - whole_first) > same_line_tolerance) {
        return std::nullopt;
    }
    return AxisPlacement{static_cast<std::int64_t>(whole_first), static_cast<std::int64_t>(whole_ratio), axis.cells,
                         nullptr};
}

std::optional<MergedAxis> merge_nested(std::span<const Axis> axes, const Axis& finest) {
    MergedAxis merged;
    std::int64_t low = 0;
    std::int64_t high = 0;
    for (const Axis& axis : axes) {
        const std::optional<AxisPlacement> placement = nested(axis, finest);
        if (!placement) {
            return std::nullopt;
        }
        const std::int64_t end = placement->first + placement->length();
        low = merged.placements.empty() ? placement->first : std::min(low, placement->first);
        high = merged.placements.empty() ? end : std::max(high, end);
        merged.placements.push_back(*placement);
    }
    for (AxisPlacement& placement : merged.placements) {
        placement.first -= low;
    }
    merged.origin = static_cast<double>(low);
    merged.cells = high - low;
    return merged;
}

// A line of one raster, in steps of the finest from the finest's first line.
struct Line {
    double position;
    std::size_t raster;
};

// The finest raster's lines lie on whole steps and stay there, whatever comes close to them.
std::vector<Line> all_lines(std::span<const Axis> axes, const Axis& finest) {
    std::vector<Line> lines;
    for (std::size_t raster = 0; raster < axes.size(); ++raster) {
        const Axis& axis = axes[raster];
        for (std::int64_t i = 0; i <= axis.cells; ++i) {
            const double position =
                (axis.origin - finest.origin) / finest.step + static_cast<double>(i) * (axis.step / finest.step);
            const double whole = std::nearbyint(position);
            lines.push_back({std::abs(position - whole) <= same_line_tolerance ? whole : position, raster});
        }
    }
    std::sort(lines.begin(), lines.end(), [](const Line& a, const Line& b) {
        return a.position != b.position ? a.position < b.position : a.raster < b.raster;
    });
    return lines;
}

MergedAxis merge_uneven(std::span<const Axis> axes, const Axis& finest) {
    std::vector<double> positions;
    std::vector<std::vector<std::int64_t>> lines_of(axes.size());
    const std::vector<Line> lines = all_lines(axes, finest);
    for (const Line& line : lines) {
        if (positions.empty() || line.position - positions.back() > same_line_tolerance) {
            positions.push_back(line.position);
        }
        lines_of[line.raster].push_back(static_cast<std::int64_t>(positions.size()) - 1);
    }
    MergedAxis merged;
    merged.origin = positions.front();
    for (double& position : positions) {
        position -= merged.origin;
    }
    merged.lines = std::make_shared<GridLines>(std::move(positions));
    merged.cells = merged.lines->cells();
    for (const std::vector<std::int64_t>& own : lines_of) {
        auto uneven = std::make_shared<UnevenCells>();
        for (std::size_t i = 0; i + 1 < own.size(); ++i) {
            const double width = merged.lines->position(own[i + 1]) - merged.lines->position(own[i]);
            for (std::int64_t cell = own[i]; cell < own[i + 1]; ++cell) {
                uneven->shares.push_back(merged.lines->width(cell) / width);
            }
        }
        for (const std::int64_t line : own) {
            uneven->starts.push_back(line - own.front());
        }
        merged.placements.push_back({own.front(), 0, static_cast<std::int64_t>(own.size()) - 1, std::move(uneven)});
    }
    return merged;
}

struct Axes {
    std::vector<Axis> all;
    Axis finest;

    Axes(std::span<const NamedGrid> rasters, Axis (*axis_of)(const Grid&)) {
        for (const NamedGrid& raster : rasters) {
            all.push_back(axis_of(raster.grid));
        }
        finest =
            *std::min_element(all.begin(), all.end(), [](const Axis& a, const Axis& b) { return a.step < b.step; });
    }
};

void refuse_apart(std::span<const NamedGrid> rasters, const std::vector<Placement>& placements) {
    for (std::size_t i = 1; i < rasters.size(); ++i) {
        if (intersection(placements.front().window(), placements[i].window()).empty()) {
            throw error(ErrorKind::input,
                        "{}: it does not overlap {} anywhere; check the coordinate systems of the two", rasters[i].name,
                        rasters.front().name);
        }
    }
}

}  // namespace

AnalysisGrid merge_grids(std::span<const NamedGrid> rasters) {
    const Axes x(rasters, columns_of);
    const Axes y(rasters, rows_of);
    std::optional<MergedAxis> cols = merge_nested(x.all, x.finest);
    std::optional<MergedAxis> rows = merge_nested(y.all, y.finest);
    if (!cols || !rows) {
        cols = merge_uneven(x.all, x.finest);
        rows = merge_uneven(y.all, y.finest);
    }
    AnalysisGrid analysis;
    analysis.grid = {x.finest.origin + cols->origin * x.finest.step,
                     -y.finest.origin - rows->origin * y.finest.step,
                     x.finest.step,
                     y.finest.step,
                     cols->cells,
                     rows->cells,
                     cols->lines,
                     rows->lines};
    for (std::size_t i = 0; i < rasters.size(); ++i) {
        analysis.placements.push_back({cols->placements[i], rows->placements[i]});
    }
    refuse_apart(rasters, analysis.placements);
    return analysis;
}

AnalysisGrid cut_to(const AnalysisGrid& analysis, const Window& window) {
    AnalysisGrid cut = analysis;
    cut.grid.x0 = analysis.grid.x_of(static_cast<double>(window.col));
    cut.grid.y0 = analysis.grid.y_of(static_cast<double>(window.row));
    cut.grid.cols = window.cols;
    cut.grid.rows = window.rows;
    if (analysis.grid.uneven()) {
        cut.grid.col_lines = std::make_shared<GridLines>(analysis.grid.col_lines->cut(window.col, window.cols));
        cut.grid.row_lines = std::make_shared<GridLines>(analysis.grid.row_lines->cut(window.row, window.rows));
    }
    for (Placement& placement : cut.placements) {
        placement.x.first -= window.col;
        placement.y.first -= window.row;
    }
    return cut;
}

}  // namespace papar
