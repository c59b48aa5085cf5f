// What a raster says of its cells (GDAL's STATISTICS_* items), gathered while they are written.
#pragma once

#include "engine/base/fixed_sum.hpp"

#include <cstdint>
#include <limits>
#include <span>
#include <string>
#include <utility>
#include <vector>

namespace papar {

// Equal for equal pieces in any order: a piece's sums run in its own order, and are rounded once, to 1e-15.
class RasterStatistics {
public:
    // Adds the cells of a piece that are not `nodata`.
    template <typename Cell>
    void add(std::span<const Cell> cells, Cell nodata) {
        double sum = 0;
        double squares = 0;
        for (const Cell cell : cells) {
            if (cell == nodata) continue;
            const double value = cell;
            ++valid_;
            sum += value;
            squares += value * value;
            min_ = value < min_ ? value : min_;
            max_ = value > max_ ? value : max_;
        }
        sum_ += Sum(sum);
        squares_ += Sum(squares);
    }
    void add(const RasterStatistics& other);

    [[nodiscard]] bool empty() const { return valid_ == 0; }
    [[nodiscard]] double max() const { return max_; }

    // The items as GDAL names them; the deviation is that of all cells (divided by n). Without any valid cell there is
    // only the share of valid cells.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> items(std::int64_t all_cells) const;

private:
    using Sum = FixedSum<1'000'000'000'000'000>;

    std::int64_t valid_ = 0;
    Sum sum_;
    Sum squares_;
    double min_ = std::numeric_limits<double>::infinity();
    double max_ = -std::numeric_limits<double>::infinity();
};

}  // namespace papar
