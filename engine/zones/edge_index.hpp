// Which stretches of which rings touch which band of rows, so that a band looks at its own edges only.
#pragma once

#include "engine/grid/grid.hpp"
#include "engine/zones/zone_layer.hpp"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <span>
#include <vector>

namespace papar {

// Vertical positions are integers in units of 2^-30 row: every vertex is rounded once, and all sums of
// heights are exact from then on.
inline constexpr int fraction_bits = 30;
inline constexpr std::int32_t full_cell = 1 << fraction_bits;

// Row position of `y` in units of 2^-30 row. Positions beyond +-2^31 rows are held there, before the
// conversion to integer.
[[nodiscard]] inline std::int64_t fixed_row(const Grid& grid, double y) {
    constexpr double limit = 2147483648.0;  // rows
    return std::llrint(std::clamp(grid.row_of(y), -limit, limit) * full_cell);
}

// Equal bands of rows: band b holds rows [b * height - shift, (b + 1) * height - shift), cut to the grid.
struct Bands {
    std::int64_t height = 1;
    std::int64_t shift = 0;  // 0 <= shift < height
    std::int64_t rows = 0;   // rows of the grid

    [[nodiscard]] std::int64_t count() const { return (rows + shift + height - 1) / height; }
    [[nodiscard]] std::int64_t first_row(std::int64_t band) const { return band == 0 ? 0 : band * height - shift; }
    [[nodiscard]] std::int64_t end_row(std::int64_t band) const { return std::min(rows, (band + 1) * height - shift); }
    [[nodiscard]] std::int64_t band_of(std::int64_t row) const { return (row + shift) / height; }
};

// Consecutive edges of one ring: edge i runs from vertex first + i to the next.
struct Stretch {
    std::uint32_t zone = 0;
    std::int32_t sign = 1;  // +1 where the ring's own direction makes the inside positive, -1 where it must be turned
    std::uint64_t first = 0;
    std::uint64_t edges = 0;
};

class EdgeIndex {
public:
    // Runs on all cores. A ring of no area has no direction and is left out.
    EdgeIndex(const ZoneLayer& layer, const Grid& grid, const Bands& bands);

    // Stretches that touch the band, zones in rising order.
    [[nodiscard]] std::span<const Stretch> band(std::int64_t band) const {
        return bands_[static_cast<std::size_t>(band)];
    }

private:
    std::vector<std::vector<Stretch>> bands_;
};

}  // namespace papar
