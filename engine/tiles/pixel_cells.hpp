// Which cell of a raster lies under the centre of each pixel of the web's tiles.
#pragma once

#include "engine/grid/grid.hpp"
#include "engine/grid/quad_shares.hpp"
#include "engine/grid/window.hpp"
#include "engine/io/crs_operation.hpp"
#include "engine/tiles/tile_extent.hpp"
#include "engine/tiles/tile_matrix.hpp"

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

namespace papar {

// A square of pixels: `side` by `side` of those that cut the square of the Mercator projection into `world` columns
// and as many rows.
struct PixelSquare {
    std::int64_t world = 256;
    std::int64_t col = 0;
    std::int64_t row = 0;
    int side = 256;

    [[nodiscard]] PixelSquare quarter(int east, int south) const {
        const int half = side / 2;
        return {world, col + std::int64_t{east} * half, row + std::int64_t{south} * half, half};
    }
};

// Cells of pixels, row by row; -1 outside the raster. Where columns depend on pixel columns only and rows on pixel
// rows only, there is one of each a pixel column and row.
struct PixelCells {
    bool along_axes = false;
    int side = 0;
    std::vector<std::int64_t> cols;
    std::vector<std::int64_t> rows;

    [[nodiscard]] std::int64_t col(int x, int y) const { return cols[index(x, y, x)]; }
    [[nodiscard]] std::int64_t row(int x, int y) const { return rows[index(x, y, y)]; }
    // The smallest window of all cells; empty when none is inside the raster.
    [[nodiscard]] Window window() const;

private:
    [[nodiscard]] std::size_t index(int x, int y, int on_axis) const {
        return static_cast<std::size_t>(along_axes ? on_axis : y * side + x);
    }
};

// The way from pixels to the cells of one grid. Longitude and latitude of WGS 84 and EPSG:3857 itself go along the
// axes. For every other CRS PROJ is asked at the corners of patches, small enough to be nearly straight; a pixel whose
// interpolated place is so near to a cell's edge that the interpolation might be wrong about the cell is asked for
// itself, so that the answer is always PROJ's. A grid in longitude and latitude, or in EPSG:3857, may lie anywhere
// along the equator: 190 degrees east is 170 west. Belongs to one thread at a time.
class PixelLookup {
public:
    // Throws Error(input) when PROJ knows no way.
    PixelLookup(const Grid& grid, const std::string& crs_wkt);

    [[nodiscard]] PixelLookup clone() const;  // safe to call from many threads
    void cells(const PixelSquare& square, PixelCells& out) const;

    [[nodiscard]] const MapExtent& extent() const { return extent_; }

private:
    enum class Way { mercator, degrees, proj };
    // A square inside the square, in its pixels.
    struct Patch {
        int left = 0;
        int top = 0;
        int side = 0;
    };

    PixelLookup() = default;
    [[nodiscard]] CellPosition exact(double x, double y) const;  // NaN without an image
    void along_axes(const PixelSquare& square, PixelCells& out) const;
    void by_patches(const PixelSquare& square, const Patch& patch, PixelCells& out) const;
    [[nodiscard]] MapExtent find_extent() const;
    // The place among those whole turns apart that lies in the grid, or is nearest to its middle. In units of the CRS.
    [[nodiscard]] double turned(double x) const;

    Grid grid_;
    Way way_ = Way::mercator;
    std::unique_ptr<CrsOperation> operation_;  // from the raster's CRS to EPSG:3857
    double turn_ = 0;  // around the globe in units of the CRS; 0: x does not come back to itself
    MapExtent extent_;
};

}  // namespace papar
