#include "engine/tiles/pixel_cells.hpp"

#include "engine/base/error.hpp"
#include "engine/io/crs.hpp"
#include "engine/io/geographic_crs.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <optional>
#include <utility>

namespace papar {

namespace {

constexpr double nan = std::numeric_limits<double>::quiet_NaN();
// A patch is halved while a guess in it may be off by more cells than this, but no further than to this many pixels.
constexpr double most_error = 2e-3;
constexpr int smallest_patch = 16;

// Metres of EPSG:3857 at a position in pixels.
double x_at(const PixelSquare& square, double col) {
    return (static_cast<double>(square.col) + col) / static_cast<double>(square.world) * (2 * mercator_half_m) -
           mercator_half_m;
}
double y_at(const PixelSquare& square, double row) {
    return mercator_half_m -
           (static_cast<double>(square.row) + row) / static_cast<double>(square.world) * (2 * mercator_half_m);
}

std::int64_t cell_at(double position, std::int64_t cells) {
    return position >= 0 && position < static_cast<double>(cells) ? static_cast<std::int64_t>(position) : -1;
}

CellPosition between(const CellPosition& a, const CellPosition& b, double share) {
    return {a.col + (b.col - a.col) * share, a.row + (b.row - a.row) * share};
}

double apart(const CellPosition& a, const CellPosition& b) {
    return std::max(std::abs(a.col - b.col), std::abs(a.row - b.row));
}

// Whether a cell's edge is within `error` of a position above -1.
bool edge_within(double position, double error) {
    const double above_zero = position + 1;
    const double share = above_zero - static_cast<double>(static_cast<std::int64_t>(above_zero));
    return share < error || share > 1 - error;
}

}  // namespace

Window PixelCells::window() const {
    const auto range = [](const std::vector<std::int64_t>& cells) {
        std::int64_t first = std::numeric_limits<std::int64_t>::max();
        std::int64_t last = -1;
        for (const std::int64_t cell : cells) {
            if (cell < 0) continue;
            first = std::min(first, cell);
            last = std::max(last, cell);
        }
        return std::pair{first, last < 0 ? 0 : last - first + 1};
    };
    const auto [col, col_count] = range(cols);
    const auto [row, row_count] = range(rows);
    return col_count == 0 || row_count == 0 ? Window{} : Window{col, row, col_count, row_count};
}

PixelLookup::PixelLookup(const Grid& grid, const std::string& crs_wkt) : grid_(grid) {
    if (same_crs(crs_wkt, "EPSG:3857")) {
        way_ = Way::mercator;
        turn_ = 2 * mercator_half_m;
    } else if (same_crs(crs_wkt, "EPSG:4326")) {
        way_ = Way::degrees;
        turn_ = 360;
    } else {
        way_ = Way::proj;
        const GeographicCrs base(crs_wkt);
        if (same_crs(crs_wkt, base.wkt())) turn_ = 360 / base.degrees();
        const Box box{{grid.x0, grid.y_of(static_cast<double>(grid.rows))},
                      {grid.x_of(static_cast<double>(grid.cols)), grid.y0}};
        operation_ = std::make_unique<CrsOperation>(crs_wkt, "EPSG:3857", box);
    }
    extent_ = find_extent();
}

PixelLookup PixelLookup::clone() const {
    PixelLookup copy;
    copy.grid_ = grid_;
    copy.way_ = way_;
    copy.operation_ = operation_ ? operation_->clone() : nullptr;
    copy.turn_ = turn_;
    copy.extent_ = extent_;
    return copy;
}

MapExtent PixelLookup::find_extent() const {
    constexpr int points = 64;  // along a side
    constexpr double world = 2 * mercator_half_m;
    const auto image = [&](double col_share, double row_share) -> std::optional<Vertex> {
        const Vertex at{grid_.x_of(col_share * static_cast<double>(grid_.cols)),
                        grid_.y_of(row_share * static_cast<double>(grid_.rows))};
        switch (way_) {
            case Way::degrees:
                return Vertex{mercator_x(at.x), mercator_y(std::clamp(at.y, -89.9, 89.9))};
            case Way::proj:
                return operation_->forward(at);
            case Way::mercator:
                break;
        }
        return at;
    };
    // PROJ's longitudes jump at 180 degrees; those on the other side belong beside the middle.
    const std::optional<Vertex> middle = way_ == Way::proj ? image(0.5, 0.5) : std::nullopt;
    Box box{{HUGE_VAL, HUGE_VAL}, {-HUGE_VAL, -HUGE_VAL}};
    const auto include = [&](double col_share, double row_share) {
        const std::optional<Vertex> at = image(col_share, row_share);
        if (!at) return;
        const double x = middle ? at->x - world * std::round((at->x - middle->x) / world) : at->x;
        const double y = std::clamp(at->y, -mercator_half_m, mercator_half_m);
        box.low = {std::min(box.low.x, x), std::min(box.low.y, y)};
        box.high = {std::max(box.high.x, x), std::max(box.high.y, y)};
    };
    for (int i = 0; i <= points; ++i) {
        const double share = static_cast<double>(i) / points;
        for (const double edge : {0.0, 1.0}) {
            include(share, edge);
            include(edge, share);
        }
    }
    if (!(box.low.x < box.high.x) || !(box.low.y < box.high.y)) {
        throw error(ErrorKind::input,
                    "the raster lies outside the map of web tiles, which ends at 85.05 degrees north and south; check "
                    "its coordinate system");
    }
    constexpr double rounding_m = 1e-6;
    if (box.high.x - box.low.x >= world - rounding_m) {
        box.low.x = -mercator_half_m;
        box.high.x = mercator_half_m;
        return {box};
    }
    const double turns = std::floor((box.low.x + mercator_half_m + rounding_m) / world);
    box.low.x = std::max(box.low.x - turns * world, -mercator_half_m);
    box.high.x -= turns * world;
    if (box.high.x < mercator_half_m + rounding_m) box.high.x = std::min(box.high.x, mercator_half_m);
    return {box};
}

double PixelLookup::turned(double x) const {
    const double east = grid_.x_of(static_cast<double>(grid_.cols));
    if (turn_ == 0 || (x >= grid_.x0 && x < east)) return x;
    return x - turn_ * std::round((x - (grid_.x0 + east) / 2) / turn_);
}

CellPosition PixelLookup::exact(double x, double y) const {
    const std::optional<Vertex> at = operation_->backward({x, y});
    return at ? CellPosition{grid_.col_of(turned(at->x)), grid_.row_of(at->y)} : CellPosition{nan, nan};
}

void PixelLookup::cells(const PixelSquare& square, PixelCells& out) const {
    out.side = square.side;
    out.along_axes = way_ != Way::proj;
    const auto side = static_cast<std::size_t>(square.side);
    const std::size_t count = out.along_axes ? side : side * side;
    out.cols.assign(count, -1);
    out.rows.assign(count, -1);
    if (out.along_axes) {
        along_axes(square, out);
    } else {
        by_patches(square, {0, 0, square.side}, out);
    }
}

void PixelLookup::along_axes(const PixelSquare& square, PixelCells& out) const {
    for (std::size_t i = 0; i < static_cast<std::size_t>(square.side); ++i) {
        const double centre = static_cast<double>(i) + 0.5;
        const double x = x_at(square, centre);
        const double y = y_at(square, centre);
        const bool metres = way_ == Way::mercator;
        out.cols[i] = cell_at(grid_.col_of(turned(metres ? x : lon_of(x))), grid_.cols);
        out.rows[i] = cell_at(grid_.row_of(metres ? y : lat_of(y)), grid_.rows);
    }
}

void PixelLookup::by_patches(const PixelSquare& square, const Patch& patch, PixelCells& out) const {
    const auto at = [&](double col, double row) {
        return exact(x_at(square, patch.left + col), y_at(square, patch.top + row));
    };
    const int side = patch.side;
    const CellPosition north_west = at(0, 0);
    const CellPosition north_east = at(side, 0);
    const CellPosition south_west = at(0, side);
    const CellPosition south_east = at(side, side);
    // A bilinear guess is off by at most the sum of what it is off in the middles of an upright and a level side. The
    // middle of the patch would not do: maps that keep angles bend the two by opposite amounts. Twice that, since the
    // bend changes a little over the patch.
    const double half = side / 2.0;
    const double level = std::max(apart(at(half, 0), between(north_west, north_east, 0.5)),
                                  apart(at(half, side), between(south_west, south_east, 0.5)));
    const double upright = std::max(apart(at(0, half), between(north_west, south_west, 0.5)),
                                    apart(at(side, half), between(north_east, south_east, 0.5)));
    constexpr double rounding = 1e-8;
    const double error = 2 * (level + upright) + rounding;
    if (!(error <= most_error) && side > smallest_patch) {
        const int part = side / 2;
        for (const int down : {0, part}) {
            for (const int right : {0, part}) {
                by_patches(square, {patch.left + right, patch.top + down, part}, out);
            }
        }
        return;
    }
    const bool guesses_help = error < 0.25;  // cells; not so where it is NaN: a corner without an image
    const auto cols = static_cast<double>(grid_.cols);
    const auto rows = static_cast<double>(grid_.rows);
    for (int y = 0; y < side; ++y) {
        const double down = (y + 0.5) / side;
        const CellPosition west = between(north_west, south_west, down);
        const CellPosition east = between(north_east, south_east, down);
        for (int x = 0; x < side; ++x) {
            CellPosition place = between(west, east, (x + 0.5) / side);
            if (guesses_help) {
                if (place.col < -error || place.col > cols + error || place.row < -error || place.row > rows + error) {
                    continue;  // outside
                }
                if (edge_within(place.col, error) || edge_within(place.row, error)) place = at(x + 0.5, y + 0.5);
            } else {
                place = at(x + 0.5, y + 0.5);
            }
            const std::int64_t col = cell_at(place.col, grid_.cols);
            const std::int64_t row = cell_at(place.row, grid_.rows);
            if (col < 0 || row < 0) continue;
            const auto i = static_cast<std::size_t>((patch.top + y) * square.side + patch.left + x);
            out.cols[i] = col;
            out.rows[i] = row;
        }
    }
}

}  // namespace papar
