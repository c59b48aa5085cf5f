#include "engine/zones/covered_cells.hpp"

#include "engine/base/error.hpp"
#include "engine/zones/coverage.hpp"

namespace papar {

std::vector<CoveredCell> covered_cells(const ZoneLayer& layer, const Grid& grid, const CellArea& cell_area) {
    constexpr std::int64_t band_rows = 256;
    const Bands bands{band_rows, 0, grid.rows};
    const BlockColumns columns{0, grid.cols};
    const EdgeIndex edges(layer, grid, bands);
    CoverageSweeper sweeper(layer, grid, columns);
    std::vector<CoveredCell> cells;
    std::vector<BlockCoverage> blocks;
    std::vector<BadCoverage> bad;
    for (std::int64_t band = 0; band < bands.count(); ++band) {
        if (edges.band(band).empty()) {
            continue;
        }
        const std::int64_t first_row = bands.first_row(band);
        sweeper.sweep(edges.band(band), first_row, bands.end_row(band), blocks, bad);
        for (const ZoneSpans& shape : blocks.front().zones) {
            for (const Span& span : blocks.front().of(shape)) {
                const std::int64_t row = first_row + span.row;
                for (std::int64_t col = span.col; col < span.end_col(); ++col) {
                    const double fraction = static_cast<double>(span.fraction) / full_cell;
                    cells.push_back({shape.zone, col, row, fraction * cell_area.mean_m2(row, col, 1)});
                }
            }
        }
    }
    if (!bad.empty()) {
        throw error(ErrorKind::failed,
                    "{}, feature {}: its rings overlap although it passed as valid; please report this with the layer",
                    layer.name, label(layer.zones[bad.front().zone]));
    }
    return cells;
}

}  // namespace papar
