// The coverage of one zone as a matrix of the whole grid, in units of 2^-30.
#pragma once

#include "engine/zones/coverage.hpp"

#include <vector>

namespace papar::test {

struct Coverage {
    std::vector<std::vector<std::int64_t>> zones;  // [zone][row * cols + col]
    std::vector<BadCoverage> bad;
};

inline Coverage coverage_of(const ZoneLayer& layer, const Grid& grid, std::int64_t band_rows = 4,
                            std::int64_t block_cols = 4) {
    Bands bands{band_rows, 0, grid.rows};
    BlockColumns columns;
    for (std::int64_t col = 0; col < grid.cols; col += block_cols) {
        columns.push_back(col);
    }
    columns.push_back(grid.cols);
    const EdgeIndex index(layer, grid, bands);
    CoverageSweeper sweeper(layer, grid, columns);
    Coverage result;
    result.zones.assign(layer.zones.size(),
                        std::vector<std::int64_t>(static_cast<std::size_t>(grid.cols * grid.rows), 0));
    std::vector<BlockCoverage> blocks;
    for (std::int64_t band = 0; band < bands.count(); ++band) {
        sweeper.sweep(index.band(band), bands.first_row(band), bands.end_row(band), blocks, result.bad);
        for (std::size_t block = 0; block < blocks.size(); ++block) {
            for (const ZoneSpans& zone : blocks[block].zones) {
                for (const Span& span : blocks[block].of(zone)) {
                    for (std::int64_t col = span.col; col < span.col + span.cols; ++col) {
                        const std::int64_t cell = (bands.first_row(band) + span.row) * grid.cols + columns[block] + col;
                        result.zones[zone.zone][static_cast<std::size_t>(cell)] += span.fraction;
                    }
                }
            }
        }
    }
    return result;
}

}  // namespace papar::test
