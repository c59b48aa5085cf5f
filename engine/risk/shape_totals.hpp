// The sums of every shape of the overlay, added to by many threads.
#pragma once

#include "engine/overlay/overlay.hpp"
#include "engine/risk/risk_totals.hpp"

#include <array>
#include <cstddef>
#include <cstdint>
#include <mutex>
#include <vector>

namespace papar {

class ShapeTotals {
public:
    // `none` has the size that all have.
    ShapeTotals(std::size_t shapes, const RiskTotals& none) : totals_(shapes, none), none_(none) {}

    // Calls `add(RiskTotals&)` while no other thread adds to the shape.
    template <typename Add>
    void add(std::uint32_t shape, Add add) {
        const std::lock_guard lock(locks_[shape % locks_.size()]);
        add(totals_[shape]);
    }

    // By zone of the layer; where zones were cut into parts, the parts' sums shared by their owners.
    [[nodiscard]] std::vector<RiskTotals> by_zone(const OverlayInput& input) const;

private:
    std::vector<RiskTotals> totals_;
    RiskTotals none_;
    std::array<std::mutex, 64> locks_;
};

}  // namespace papar
