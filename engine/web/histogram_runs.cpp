#include "engine/web/histogram_runs.hpp"

#include <cmath>
#include <cstddef>
#include <cstdint>

namespace papar {

namespace {

constexpr std::int64_t parts = 10;  // of a person
// Two empty bins, ",0,0", take no more room than another run, "],[9".
constexpr std::size_t most_empty = 2;

// Tenths of a person in each bin.
std::vector<std::int64_t> rounded_bins(const Histogram& people) {
    std::vector<std::int64_t> bins(people.size());
    double from_here = 0;
    std::int64_t above = 0;
    for (std::size_t i = people.size(); i-- > 0;) {
        from_here += people[i];
        const auto rounded = static_cast<std::int64_t>(std::llround(from_here * parts));
        bins[i] = rounded - above;
        above = rounded;
    }
    return bins;
}

Json number_of(std::int64_t tenths) {
    if (tenths % parts == 0) return tenths / parts;
    return static_cast<double>(tenths) / static_cast<double>(parts);
}

}  // namespace

Json histogram_runs(const Histogram& people) {
    const std::vector<std::int64_t> bins = rounded_bins(people);
    Json runs = Json::array();
    std::size_t end = 0;  // of the last run
    for (std::size_t i = 0; i < bins.size(); ++i) {
        if (bins[i] == 0) continue;
        if (runs.empty() || i - end > most_empty) {
            runs.push_back(Json::array({i}));
        } else {
            for (; end < i; ++end) runs.back().push_back(0);
        }
        runs.back().push_back(number_of(bins[i]));
        end = i + 1;
    }
    return runs;
}

}  // namespace papar
