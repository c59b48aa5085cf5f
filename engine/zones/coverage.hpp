// The exact fraction of every cell that every zone covers, by signed area, one band of rows at a time.
//
// Each edge adds to every cell it crosses its signed height (what it does to all cells on its right) and the signed
// area to its right inside the cell. Summed along a row these give the covered fraction. Fractions are integers
// in units of 2^-30 cell: heights telescope exactly, so the inside of a zone is exactly 1, and two zones that
// share an edge get exactly complementary fractions.
//
// Bound: see coverage_error_bound. A cell wholly inside is exact.
#pragma once

#include "engine/grid/window.hpp"
#include "engine/zones/edge_index.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace papar {

// Covers this small, in units of 2^-30, are rounding: an edge within 2^-24 of a row or column line. A run
// of such cells is snapped to exactly 0 or 1 (its neighbour does the opposite), and a cell is not "touched".
inline constexpr std::int32_t rounding_units = 64;

// Largest difference between a fraction and the true one, in cells, where `edges` edges of the zone touch the cell:
// each edge rounds the heights of its two ends, the heights where it crosses a column and one area, to 2^-31 cell each.
// To this comes what the coordinates lost before: about 1e-16 of their distance from the grid's corner, in cells.
[[nodiscard]] constexpr double coverage_error_bound(std::int64_t edges) {
    return static_cast<double>(4 * edges) / 2147483648.0;
}

// Consecutive cells of one row with one fraction. Positions count from the block's corner.
struct Span {
    std::int32_t row = 0;
    std::int32_t col = 0;
    std::int32_t cols = 0;
    std::int32_t fraction = 0;  // in units of 2^-30; full_cell inside

    [[nodiscard]] std::int32_t end_col() const { return col + cols; }
};

// The spans of one zone in one block, by row then column.
struct ZoneSpans {
    std::uint32_t zone = 0;
    std::uint32_t first = 0;
    std::uint32_t count = 0;
};

struct BlockCoverage {
    std::vector<Span> spans;
    std::vector<ZoneSpans> zones;  // zones in rising order; only those that cover something here

    [[nodiscard]] std::span<const Span> of(const ZoneSpans& zone) const {
        return {spans.data() + zone.first, zone.count};
    }
};

// A zone whose rings cross or overlap shows as a fraction outside [0, 1]: the sweep cannot miss it where it
// fills a cell. Valid zones never do.
struct BadCoverage {
    std::uint32_t zone = 0;
    std::int64_t row = 0;  // in the grid
    std::int64_t col = 0;
};

// Columns of blocks of one band: block k begins at starts[k]; the last entry is the grid's number of columns.
using BlockColumns = std::vector<std::int64_t>;

// Works out the coverage of a band. Keeps its buffers between calls; one sweeper belongs to one thread.
class CoverageSweeper {
public:
    CoverageSweeper(const ZoneLayer& layer, const Grid& grid, const BlockColumns& columns)
        : layer_(layer), grid_(grid), columns_(columns) {}

    // Coverage of rows [first_row, end_row) by all zones of `stretches`, cut at the block columns. Zones whose rings
    // overlap are reported, at most one entry a zone.
    void sweep(std::span<const Stretch> stretches, std::int64_t first_row, std::int64_t end_row,
               std::vector<BlockCoverage>& blocks, std::vector<BadCoverage>& bad);

private:
    // What one edge does to one cell.
    struct Crossing {
        std::int32_t row;    // in the band
        std::int32_t col;    // -1: left of the grid
        std::int32_t cover;  // signed height
        std::int32_t area;   // signed area to the right of the edge inside the cell
        std::int32_t edges;  // successive edges of the boundary that are in it
    };
    // How positions in steps and in cells go together: EqualLines or UnevenLines (coverage.cpp).
    template <typename Lines>
    struct Edge;

    template <typename Lines>
    void add_stretch(const Stretch& stretch, const Lines& lines);
    template <typename Lines>
    void add_edge(const Edge<Lines>& edge, std::int32_t sign);
    template <typename Lines>
    void add_part(const Edge<Lines>& edge, std::int32_t row, double xa, std::int64_t ya, double xb, std::int64_t yb,
                  std::int32_t sign);
    void add_crossing(std::int32_t row, std::int64_t col, std::int64_t height, double right_of_edge, std::int32_t sign);
    void sort_crossings();
    // The spans of one row of a zone. Gives the first column with a fraction that only a bad zone has.
    [[nodiscard]] std::optional<std::int64_t> emit_row(std::int32_t row, std::span<const Crossing> crossings,
                                                       std::vector<BlockCoverage>& blocks);
    void emit_zone(std::uint32_t zone, std::vector<BlockCoverage>& blocks, std::vector<BadCoverage>& bad);
    void emit_span(std::int32_t row, std::int64_t col, std::int64_t end_col, std::int64_t fraction,
                   std::vector<BlockCoverage>& blocks);

    const ZoneLayer& layer_;
    const Grid& grid_;
    const BlockColumns& columns_;
    std::int64_t first_row_ = 0;
    std::int64_t end_row_ = 0;
    std::size_t block_ = 0;  // block column of the last span
    std::vector<Crossing> crossings_;
    std::vector<Crossing> sorted_;
    std::vector<std::uint32_t> row_ends_;
};

}  // namespace papar
