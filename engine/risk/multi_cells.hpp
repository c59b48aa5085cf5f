// All hazards together, cell by cell: how many there are, the highest class and the highest risk class, and the index
// with the study's weights.
#pragma once

#include "engine/overlay/block_observer.hpp"
#include "engine/risk/block_cells.hpp"
#include "engine/risk/method.hpp"
#include "engine/risk/raster_plan.hpp"
#include "engine/risk/shape_totals.hpp"

#include <cstddef>
#include <cstdint>
#include <vector>

namespace papar {

// One block at a time; belongs to one thread.
class MultiCells {
public:
    // Forgets the block before.
    void start(std::size_t cells);

    // One more hazard in a cell: its class (0 no hazard; not no_class), its index times its weight, its risk class.
    void add(std::size_t cell, std::uint8_t hazard_class, double weighted, std::uint8_t risk_class) {
        highest_[cell] = higher(highest_[cell], hazard_class);
        if (hazard_class == 0) {
            return;
        }
        ++number_[cell];
        weighted_[cell] += weighted;
        if (risk_class == no_class) {
            risk_unknown_[cell] = true;
        } else {
            highest_risk_[cell] = higher(highest_risk_[cell], risk_class);
        }
    }

    // Land by zone: what the rasters say, times the exact part of each cell.
    void sum(const BlockView& view, const RiskMethod& method, ShapeTotals& totals) const;
    void write(const BlockView& view, const RasterPlan& plan, RasterSink& sink) const;

private:
    static std::uint8_t higher(std::uint8_t one, std::uint8_t other) {
        return one == no_class || one < other ? other : one;
    }
    // As the raster holds it.
    [[nodiscard]] float index(std::size_t cell) const { return static_cast<float>(weighted_[cell]); }
    // 0: not known.
    [[nodiscard]] int risk_class(std::size_t cell) const {
        return risk_unknown_[cell] || highest_risk_[cell] == no_class ? 0 : highest_risk_[cell];
    }

    CellClasses highest_, number_, highest_risk_;
    std::vector<bool> risk_unknown_;
    std::vector<double> weighted_;
};

}  // namespace papar
