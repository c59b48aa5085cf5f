// Where zones overlap: found in the coverage itself, cell by cell.
#pragma once

#include "engine/base/fixed_sum.hpp"
#include "engine/overlay/tally.hpp"
#include "engine/zones/coverage.hpp"

#include <cstdint>
#include <set>
#include <utility>

namespace papar {

struct Overlaps {
    std::set<std::pair<std::uint32_t, std::uint32_t>> pairs;  // zones that share an overlapped cell
    AreaM2 area;                                              // counted more than once

    void merge(const Overlaps& other) {
        pairs.insert(other.pairs.begin(), other.pairs.end());
        area += other.area;
    }
};

// Looks at one block of so many rows.
[[nodiscard]] Overlaps find_overlaps(const BlockCoverage& coverage, std::int64_t rows, const BlockAreas& areas);

}  // namespace papar
