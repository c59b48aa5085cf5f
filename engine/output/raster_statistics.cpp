#include "engine/output/raster_statistics.hpp"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace papar {

void RasterStatistics::add(const RasterStatistics& other) {
    valid_ += other.valid_;
    sum_ += other.sum_;
    squares_ += other.squares_;
    min_ = std::min(min_, other.min_);
    max_ = std::max(max_, other.max_);
}

std::vector<std::pair<std::string, std::string>> RasterStatistics::items(std::int64_t all_cells) const {
    const auto text = [](double value) { return fmt::format("{:.14g}", value); };
    std::vector<std::pair<std::string, std::string>> items;
    if (valid_ > 0) {
        const auto n = static_cast<double>(valid_);
        const double mean = sum_.value() / n;
        // Rounding may leave less than nothing, or a trace of equal values.
        const double variance = min_ < max_ ? std::max(0.0, squares_.value() / n - mean * mean) : 0.0;
        items = {{"STATISTICS_MINIMUM", text(min_)},
                 {"STATISTICS_MAXIMUM", text(max_)},
                 {"STATISTICS_MEAN", text(mean)},
                 {"STATISTICS_STDDEV", text(std::sqrt(variance))}};
    }
    items.emplace_back("STATISTICS_VALID_PERCENT",
                       text(100.0 * static_cast<double>(valid_) / static_cast<double>(all_cells)));
    return items;
}

}  // namespace papar
